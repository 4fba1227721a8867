import { readDependentJob, readScheduledJob } from '../../../api/chronos/job-body.ts';
import type { PathProblem } from '../json/path-problem.ts';
import { type JobDocument, nameOf, triggerOf } from './job-document.ts';

export interface JobProblemWords {
  nameTaken: (name: string) => string;
  nameStays: (name: string) => string;
  unknownParent: (name: string) => string;
  circle: (names: string) => string;
  number: string;
}

/** What a job is judged by, beside its own fields. */
export interface JobRules {
  words: JobProblemWords;
  /** Of all jobs that there are: the parents, by name. */
  parentsOf: ReadonlyMap<string, readonly string[]>;
  /** In an edit: the name of the job, which stays. */
  own?: string;
}

const NUMBERS = ['cpus', 'mem', 'disk', 'retries', 'maxCompletionTime'] as const;

/** What Chronos would refuse of a job. Its own rules stop at the first problem; those about other jobs are all told. */
export function jobProblems(job: JobDocument, rules: JobRules): PathProblem[] {
  const { words } = rules;
  const numbers = NUMBERS.filter((key) => typeof job[key] === 'string' && !/^-?\d+(\.\d+)?$/.test(job[key]));
  const read = triggerOf(job) === 'scheduled' ? readScheduledJob(job) : readDependentJob(job);
  const own = 'problem' in read ? [{ path: pathOf(read.problem.field), message: read.problem.message }] : [];
  const named = numbers.map((key) => ({ path: `/${key}`, message: words.number }));
  const known = new Set(named.map(({ path }) => path));
  return [...named, ...own.filter(({ path }) => !known.has(path)), ...nameProblems(job, rules), ...parentProblems(job, rules)];
}

function nameProblems(job: JobDocument, { own, parentsOf, words }: JobRules): PathProblem[] {
  const name = nameOf(job);
  if (own !== undefined) return name === own ? [] : [{ path: '/name', message: words.nameStays(own) }];
  return parentsOf.has(name) ? [{ path: '/name', message: words.nameTaken(name) }] : [];
}

function parentProblems(job: JobDocument, { parentsOf, words }: JobRules): PathProblem[] {
  const { parents } = job;
  if (triggerOf(job) === 'scheduled' || !Array.isArray(parents)) return [];
  const names = parents.map(String);
  const unknown = names.find((name) => !parentsOf.has(name) && name !== nameOf(job));
  if (unknown !== undefined) return [{ path: '/parents', message: words.unknownParent(unknown) }];
  const circle = circleThrough(nameOf(job), names, parentsOf);
  return circle ? [{ path: '/parents', message: words.circle(circle.join(' → ')) }] : [];
}

/** The way from a job over its parents back to itself; undefined when there is none. */
export function circleThrough(
  name: string,
  parents: readonly string[],
  parentsOf: ReadonlyMap<string, readonly string[]>,
): string[] | undefined {
  const seen = new Set<string>();
  const visit = (at: string, way: string[]): string[] | undefined => {
    if (at === name) return [...way, at];
    if (seen.has(at)) return undefined;
    seen.add(at);
    for (const parent of parentsOf.get(at) ?? []) {
      const found = visit(parent, [...way, at]);
      if (found) return found;
    }
    return undefined;
  };
  for (const parent of parents) {
    const found = visit(parent, [name]);
    if (found) return found;
  }
  return undefined;
}

/** `container.volumes.0.mode` of the API's rules as the path `/container/volumes(0)/mode`. */
const pathOf = (field: string): string => (field === '' ? '' : `/${field}`.replaceAll(/\.(\d+)/g, '($1)').replaceAll('.', '/'));
