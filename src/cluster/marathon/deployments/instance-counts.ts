import { isAtRest, serves, type InstanceRecord } from '../state.ts';

/** How many instances of an app (or of one of its versions) there are, by what matters to a deployment. */
export interface InstanceCounts {
  /** Wished for, without a task so far. */
  scheduled: number;
  /** With a task that has not ended, those meant to end included. */
  live: number;
  /** Of the live ones, those meant to end. */
  retiring: number;
  /** Of the live ones, those that do their work: running, healthy as far as there are checks, and meant to stay. */
  serving: number;
}

export const noCounts = (): InstanceCounts => ({ scheduled: 0, live: 0, retiring: 0, serving: 0 });

export const sumCounts = (a: InstanceCounts, b: InstanceCounts): InstanceCounts => ({
  scheduled: a.scheduled + b.scheduled,
  live: a.live + b.live,
  retiring: a.retiring + b.retiring,
  serving: a.serving + b.serving,
});

/** What one instance adds to the counts. */
export function countsOf(instance: InstanceRecord): InstanceCounts {
  // Another one takes its place: it counts no more, unless it comes back. What was stopped does not count once it has ended, or
  // while it cannot: nobody waits for it.
  if (instance.condition === 'UnreachableInactive' || isAtRest(instance)) return noCounts();
  if (instance.goal === 'Stopped' && instance.condition === 'Unreachable') return noCounts();
  const waits = instance.condition === 'Scheduled';
  return {
    scheduled: waits ? 1 : 0,
    live: waits ? 0 : 1,
    retiring: !waits && instance.goal !== 'Running' ? 1 : 0,
    serving: !waits && instance.goal === 'Running' && serves(instance) ? 1 : 0,
  };
}

/** Those meant to stay, with or without a task. */
export const staying = (counts: InstanceCounts): number => counts.scheduled + counts.live - counts.retiring;
