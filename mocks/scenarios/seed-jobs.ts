import { readDependentJob, readScheduledJob } from '../../src/api/chronos/job-body.ts';
import { ended } from '../../src/cluster/chronos/run-rules.ts';
import { COLLECTIONS, type JobRecord, type RunRecord, taskIdOf } from '../../src/cluster/chronos/state.ts';
import { afterDue, nextRunAt, timingOf } from '../../src/cluster/chronos/timing.ts';
import { type Random, seededRandom } from '../../src/cluster/kernel/random.ts';
import type { StoreWrite } from '../../src/cluster/kernel/store.ts';
import type { ScenarioJob } from './scenario.ts';

/** What the log of such a run would be asked for: nothing of it was ever there. */
const BEFORE = 'Ran before this world began: no log is left.';
const QUEUED_MS = 180;

interface Seeded {
  job: JobRecord;
  runs: RunRecord[];
  durations: number[];
}

/**
 * The jobs of a new world as Chronos finds them in its store when it starts: a world does not wait for thousands of requests, and
 * its jobs have a past. Parents come before their children in the list. Throws on a job that Chronos would refuse.
 */
export function jobWrites(jobs: readonly ScenarioJob[], { now, seed }: { now: number; seed: number }): StoreWrite[] {
  const random = seededRandom(seed);
  const seeded = new Map<string, Seeded>();
  for (const each of jobs) seeded.set(each.body.name, seededJob(each, seeded, now, random));
  return [...seeded].flatMap(([name, { job, runs, durations }]) => [
    { collection: COLLECTIONS.jobs, key: name, value: job },
    { collection: COLLECTIONS.durations, key: name, value: durations },
    ...runs.map((run) => ({ collection: COLLECTIONS.runs, key: run.taskId, value: run })),
  ]);
}

function seededJob({ body, past }: ScenarioJob, before: ReadonlyMap<string, Seeded>, now: number, random: Random): Seeded {
  const record = newRecord(body, now);
  const seeded: Seeded = { job: record, runs: [], durations: [] };
  if (!past) return seeded;
  const due = dueBefore(record, past.runs, before).filter((at) => at + past.seconds[1] * 1000 + QUEUED_MS < now);
  for (const [index, dueAt] of due.entries()) {
    const failed = past.failed?.includes(due.length - 1 - index) ?? false;
    const took = random.int(past.seconds[0] * 1000, past.seconds[1] * 1000);
    const { job, run } = ended(seeded.job, pastRun(seeded.job, { dueAt, took, failed }));
    seeded.job = job;
    seeded.runs.push(run);
    if (!failed) seeded.durations.push(took + QUEUED_MS);
  }
  return seeded;
}

function newRecord(body: ScenarioJob['body'], now: number): JobRecord {
  const read = 'schedule' in body ? readScheduledJob(body) : readDependentJob(body);
  if ('problem' in read) throw new Error(`Chronos would refuse the job ${body.name}: ${read.problem.message}`);
  const { settings, counters } = read;
  if ('parents' in read) return { settings, counters, trigger: { kind: 'dependent', parents: read.parents, succeeded: [] } };
  const timing = timingOf(read.schedule, read.scheduleTimeZone, now);
  // A start that is over would be made up for as soon as the world begins, by all jobs at once.
  const isOver = (nextRunAt(timing) ?? now) < now;
  return { settings, counters, trigger: isOver ? afterDue(timing, now) : timing };
}

/** The moments of the latest runs, oldest first: those of the schedule, or the ends of the first parent's good runs. */
function dueBefore({ trigger }: JobRecord, count: number, before: ReadonlyMap<string, Seeded>): number[] {
  if (trigger.kind === 'scheduled') {
    const first = Math.max(0, trigger.next - count);
    return Array.from({ length: trigger.next - first }, (_, n) => nextRunAt({ ...trigger, next: first + n }) ?? 0);
  }
  const ends = before.get(trigger.parents[0] ?? '')?.runs.filter(({ state }) => state === 'success') ?? [];
  return ends.map(({ endedAt }) => endedAt ?? 0).slice(-count);
}

function pastRun(job: JobRecord, { dueAt, took, failed }: { dueAt: number; took: number; failed: boolean }): RunRecord {
  // A failure counts when nothing is tried again: it is the last attempt that is remembered.
  const parts = { job: job.settings.name, dueAt, attempt: failed ? job.settings.retries : 0, arguments: '' };
  return {
    taskId: taskIdOf(parts),
    ...parts,
    state: failed ? 'failure' : 'success',
    queuedAt: dueAt,
    launchedAt: dueAt + QUEUED_MS / 2,
    startedAt: dueAt + QUEUED_MS,
    endedAt: dueAt + QUEUED_MS + took,
    last: false,
    message: BEFORE,
    ...(failed && { exitCode: 1 }),
  };
}
