import type { SubmittedJob } from '../../api/chronos/job-body.ts';
import { noSuchJob, refused } from './errors.ts';
import type { JobBook } from './job-book.ts';
import { circle, orphans, unknownParent } from './job-graph.ts';
import type { CommandParts } from './run-commands.ts';
import { stopped } from './run-commands.ts';
import type { JobRecord, Parents } from './state.ts';
import { timingOf } from './timing.ts';

/** What users do with jobs. Each is stored when it returns; errors are ChronosErrors, and StoreError when it cannot be stored. */
export interface JobCommands {
  /** Creates a job or replaces the one of this name, counters included. */
  putScheduled: (job: SubmittedJob & { schedule: string; scheduleTimeZone: string }) => void;
  putDependent: (job: SubmittedJob & { parents: string[] }) => void;
  /** Ends its runs; its children take over what made it run. */
  remove: (name: string) => void;
}

export function createJobCommands({ clock, book, scheduler }: CommandParts): JobCommands {
  const put = (job: JobRecord): void => {
    // What waits of a job that was switched off is not to run after all.
    const dropped = job.settings.disabled ? book.openOf(job.settings.name).filter(({ state }) => state === 'queued') : [];
    book.save({ jobs: [job], dropped }, clock.now());
    scheduler.review();
  };
  return {
    putScheduled({ settings, counters, schedule, scheduleTimeZone }) {
      put({ settings, counters, trigger: timingOf(schedule, scheduleTimeZone, clock.now()) });
    },
    putDependent({ settings, counters, parents }) {
      put({ settings, counters, trigger: parentsFor(book, settings.name, parents) });
    },
    remove(name) {
      const job = book.jobs().get(name);
      if (!job) throw noSuchJob(name);
      const { marked, dropped } = stopped(book, name);
      book.save({ jobs: orphans(book.jobs(), job), removed: [name], runs: marked, dropped }, clock.now());
      scheduler.kill(marked);
      scheduler.review();
    },
  };
}

/** Parents that exist and do not wait for the job themselves; which of them have succeeded already is not forgotten. */
function parentsFor(book: JobBook, name: string, parents: string[]): Parents {
  const jobs = book.jobs();
  const way = circle(jobs, name, parents);
  if (way) throw refused(`The job '${name}' would wait for itself: ${way.join(' waits for ')}.`);
  const unknown = unknownParent(jobs, parents);
  if (unknown !== undefined) throw refused(`The parent '${unknown}' of job '${name}' does not exist. Create it first.`);
  const before = jobs.get(name)?.trigger;
  return {
    kind: 'dependent',
    parents,
    succeeded: before?.kind === 'dependent' ? before.succeeded.filter((each) => parents.includes(each)) : [],
  };
}
