import type { ChronosJob, JobCounters } from '../../../api/chronos/job.ts';
import { textAt, withKeys } from '../json/document-parts.ts';
import type { JsonObject } from '../json/json-kind.ts';

/** A job as it is sent. Keys that Chronos does not know stay in it. */
export type JobDocument = JsonObject;

export type TriggerKind = 'scheduled' | 'dependent';

/** What starts the job: Chronos takes one with a schedule as scheduled, whatever else it says. */
export const triggerOf = (job: JobDocument): TriggerKind => ('schedule' in job ? 'scheduled' : 'dependent');

/** A job to begin with: each day from the next full hour on, on the clock of `zone`. `now` in ms since the epoch. */
export function newJob(now: Date, zone: string): JobDocument {
  const next = new Date(now);
  next.setHours(now.getHours() + 1, 0, 0, 0);
  const pad = (part: number): string => String(part).padStart(2, '0');
  const date = `${next.getFullYear()}-${pad(next.getMonth() + 1)}-${pad(next.getDate())}`;
  return {
    name: '',
    command: '',
    schedule: `R/${date}T${pad(next.getHours())}:00:00Z/P1D`,
    scheduleTimeZone: zone,
    cpus: 0.1,
    mem: 128,
    disk: 256,
  };
}

const COUNTERS: readonly (keyof JobCounters)[] = ['successCount', 'errorCount', 'lastSuccess', 'lastError', 'errorsSinceLastSuccess'];

/** A job like another one that has not run yet, by a name that is free. */
export function duplicateOf(job: ChronosJob, taken: ReadonlySet<string>): JobDocument {
  const base = `${job.name}-copy`;
  let name = base;
  for (let n = 2; taken.has(name); n += 1) name = `${base}-${n}`;
  return withKeys({ ...job }, { name, ...Object.fromEntries(COUNTERS.map((counter) => [counter, undefined])) });
}

/**
 * The job with another kind of trigger. `kept` has the parts of the other kind from before, so that a look at it loses nothing.
 */
export function withTrigger(job: JobDocument, kind: TriggerKind, kept: JobDocument): JobDocument {
  if (kind === triggerOf(job)) return job;
  if (kind === 'dependent') return withKeys(job, { schedule: undefined, scheduleTimeZone: undefined, parents: kept['parents'] ?? [] });
  const { schedule, scheduleTimeZone } = kept;
  return withKeys(job, { parents: undefined, schedule, scheduleTimeZone });
}

/**
 * What an edit sends: what was changed in the form, and of all else what Chronos has by now. Meanwhile the job may have run, which
 * moves its schedule and its counters; sent as they were, it would run again.
 */
export function mergedEdit(start: JobDocument, edited: JobDocument, latest: JobDocument): JobDocument {
  const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
  const changed = Object.fromEntries(Object.entries(edited).filter(([key, value]) => !same(value, start[key])));
  const removed = new Set(Object.keys(start).filter((key) => !(key in edited)));
  const merged = { ...latest, ...changed };
  return Object.fromEntries(Object.entries(merged).filter(([key]) => key in changed || !removed.has(key)));
}

export const nameOf = (job: JobDocument): string => textAt(job, 'name').trim();
