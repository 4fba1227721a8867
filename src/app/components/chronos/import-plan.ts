import { readDependentJob, readScheduledJob } from '../../../api/chronos/job-body.ts';
import { importOrder, type JobDocument, parentsOf } from './import-order.ts';

/** What becomes of the jobs of a file. */
export interface ImportPlan {
  /** Parents first. */
  jobs: JobDocument[];
  /** Names of the jobs that are made, and of those that are there and will be replaced. */
  made: string[];
  replaced: string[];
  /** What Chronos would refuse. */
  wrong: { name: string; message: string }[];
}

export interface ImportWords {
  importTwice: string;
  importParents: (names: string) => string;
}

/** Judges each job of a file before anything is sent. `existing`: the names of the jobs that there are. */
export function importPlan(jobs: readonly JobDocument[], existing: ReadonlySet<string>, words: ImportWords): ImportPlan {
  const wrong = new Map<JobDocument, string>();
  const named = new Map<string, JobDocument>();
  for (const job of jobs) {
    const problem = named.has(nameOf(job)) ? words.importTwice : ownProblem(job);
    if (problem === undefined) named.set(nameOf(job), job);
    else wrong.set(job, problem);
  }
  // A job that is left out takes those with it that would run after it.
  for (let before = -1; wrong.size > before;) {
    before = wrong.size;
    for (const [name, job] of named) {
      const lost = parentsOf(job).filter((parent) => !existing.has(parent) && !named.has(parent));
      if (lost.length === 0 || 'schedule' in job) continue;
      wrong.set(job, words.importParents(lost.join(', ')));
      named.delete(name);
    }
  }
  const names = [...named.keys()];
  return {
    jobs: importOrder([...named.values()]),
    made: names.filter((name) => !existing.has(name)),
    replaced: names.filter((name) => existing.has(name)),
    wrong: Array.from(wrong, ([job, message]) => ({ name: nameOf(job), message })),
  };
}

const nameOf = ({ name }: JobDocument): string => String(name);

function ownProblem(job: JobDocument): string | undefined {
  const read = 'schedule' in job ? readScheduledJob(job) : readDependentJob(job);
  return 'problem' in read ? read.problem.message : undefined;
}
