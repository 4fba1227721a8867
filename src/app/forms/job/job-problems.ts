import { dependentJobProblems, scheduledJobProblems } from '../../../api/chronos/job-problems.ts';
import { objectAt, objectsAt, textAt } from '../json/document-parts.ts';
import type { JsonObject } from '../json/json-kind.ts';
import type { PathProblem } from '../json/path-problem.ts';
import { type JobDocument, nameOf, triggerOf } from './job-document.ts';

export interface JobProblemWords {
  nameTaken: (name: string) => string;
  nameStays: (name: string) => string;
  unknownParent: (name: string) => string;
  circle: (names: string) => string;
  number: string;
  /** Something that must not be empty. */
  needed: string;
  commandOrImage: string;
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

/** All that Chronos would refuse of a job, and what it would take but could never run. */
export function jobProblems(job: JobDocument, rules: JobRules): PathProblem[] {
  const { words } = rules;
  const numbers = NUMBERS.filter((key) => typeof job[key] === 'string' && !/^-?\d+(\.\d+)?$/.test(job[key]));
  const judged = triggerOf(job) === 'scheduled' ? scheduledJobProblems(job) : dependentJobProblems(job);
  const own = judged.map(({ field, message }) => ({ path: pathOf(field), message }));
  const named = numbers.map((key) => ({ path: `/${key}`, message: words.number }));
  const known = new Set(named.map(({ path }) => path));
  return [
    ...named,
    ...own.filter(({ path }) => !known.has(path)),
    ...nameProblems(job, rules),
    ...parentProblems(job, rules),
    ...emptyProblems(job, words),
  ];
}

/** Chronos takes these, but a run with them would fail for a reason that is hard to find. */
function emptyProblems(job: JobDocument, words: JobProblemWords): PathProblem[] {
  const container = objectAt(job, 'container');
  const { constraints, uris } = job;
  const isBlank = (value: unknown): boolean => typeof value === 'string' && value.trim() === '';
  const blanks = (list: unknown, at: string, of: (row: unknown) => unknown): string[] =>
    (Array.isArray(list) ? list : []).flatMap((row: unknown, index) => (isBlank(of(row)) ? [at.replace('#', String(index))] : []));
  const keyOf = (key: string) => (row: unknown) => (row as JsonObject | null)?.[key] ?? '';
  const paths = [
    ...blanks(job['environmentVariables'], '/environmentVariables(#)/name', keyOf('name')),
    ...blanks(job['fetch'], '/fetch(#)/uri', keyOf('uri')),
    ...blanks(uris, '/uris(#)', (uri) => uri),
    ...blanks(objectsAt(container, 'volumes'), '/container/volumes(#)/containerPath', keyOf('containerPath')),
    ...blanks(objectsAt(container, 'parameters'), '/container/parameters(#)/key', keyOf('key')),
    ...blanks(constraints, '/constraints(#)(0)', (row) => (Array.isArray(row) ? row[0] : undefined)),
  ];
  const idle = textAt(job, 'command').trim() === '' && textAt(container, 'image') === '';
  return [
    ...(idle ? [{ path: '/command', message: words.commandOrImage }] : []),
    ...paths.map((path) => ({ path, message: words.needed })),
  ];
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
