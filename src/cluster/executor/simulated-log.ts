import type { Kernel } from '../kernel/kernel.ts';
import type { ContainerSpec } from './containerizer.ts';

const EVENTS = [
  'answered {n} requests',
  '{n} clients are connected',
  'wrote {n} records',
  'finished a round of {n} steps',
  'the cache holds {n} entries',
] as const;

/** A line such as a service might write, marked as what it is. */
export function simulatedLogLine({ clock, random }: Pick<Kernel, 'clock' | 'random'>, spec: Pick<ContainerSpec, 'taskName'>): string {
  const event = random.pick(EVENTS).replace('{n}', String(random.int(1, 200)));
  return `[simulated] ${new Date(clock.now()).toISOString()} ${spec.taskName}: ${event}`;
}
