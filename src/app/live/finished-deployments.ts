import * as z from 'zod/mini';
import { marathonEvents } from './marathon-event-bus.ts';
import { deploymentSchema } from './marathon-wire.ts';

/** A deployment that has ended while the page was open. */
export interface FinishedDeployment {
  id: string;
  succeeded: boolean;
  /** When it began and ended, in milliseconds since the epoch. */
  began: number;
  ended: number;
  steps: z.infer<typeof deploymentSchema>['steps'];
  reason: string | undefined;
}

const KEPT = 50;

const eventSchema = z.looseObject({
  eventType: z.union([z.literal('deployment_success'), z.literal('deployment_failed')]),
  id: z.string(),
  timestamp: z.string(),
  plan: z.looseObject({ version: z.string(), steps: deploymentSchema.shape.steps }),
  reason: z.nullish(z.string()),
});

/** What an event says of a deployment that has ended; undefined for every other event. */
export function finishedOf(event: unknown): FinishedDeployment | undefined {
  const { data } = eventSchema.safeParse(event);
  if (data === undefined) return undefined;
  const { id, eventType, timestamp, plan, reason } = data;
  return {
    id,
    succeeded: eventType === 'deployment_success',
    began: Date.parse(plan.version),
    ended: Date.parse(timestamp),
    steps: plan.steps,
    reason: reason ?? undefined,
  };
}

let finished: readonly FinishedDeployment[] = [];
const listeners = new Set<() => void>();

function set(next: readonly FinishedDeployment[]): void {
  finished = next;
  for (const listener of listeners) listener();
}

/** Deployments that ended since the page was opened, the last one first: Marathon forgets them, its events tell of them. */
export const finishedDeployments = {
  current: (): readonly FinishedDeployment[] => finished,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  clear: (): void => set([]),
  /** Collects from now on, until the returned function is called. */
  follow: (): (() => void) =>
    marathonEvents.subscribe((event) => {
      const one = finishedOf(event);
      if (one !== undefined) set([one, ...finished.filter(({ id }) => id !== one.id)].slice(0, KEPT));
    }),
};
