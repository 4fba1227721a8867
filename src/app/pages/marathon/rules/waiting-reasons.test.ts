import { expect, it } from 'vitest';
import { appSummarySchema, queueSchema, type QueueEntry } from '../../../live/marathon-wire.ts';
import { waitingReasons } from './waiting-reasons.ts';

const app = appSummarySchema.parse({ id: '/big', cpus: 4, mem: 64 });
const offer = (hostname: string, cpus: unknown, reason: string[]): unknown => ({
  offer: { id: 'O1', hostname, agentId: 'S0', resources: [{ name: 'cpus', role: '*', scalar: cpus }] },
  reason,
  timestamp: '2016-04-26T09:00:00.000Z',
});

function entryOf(rejects: unknown[], lastUnusedOffers: unknown[]): QueueEntry {
  const [entry] = queueSchema.parse({
    queue: [
      {
        app: { id: '/big' },
        count: 1,
        delay: { timeLeftSeconds: 0, overdue: true },
        processedOffersSummary: { rejectSummaryLastOffers: rejects },
        lastUnusedOffers,
      },
    ],
  });
  if (entry === undefined) throw new Error('the entry was left out');
  return entry;
}

it('names the largest usable offer and leaves out reasons that turned nothing down', () => {
  const entry = entryOf(
    [
      { reason: 'UnfulfilledRole', declined: 1, processed: 3 },
      { reason: 'UnfulfilledConstraint', declined: 0, processed: 2 },
      { reason: 'InsufficientCpus', declined: 2, processed: 2 },
    ],
    [
      offer('a1', 1, ['InsufficientCpus']),
      offer('a2', { value: 0.5 }, ['InsufficientCpus']),
      offer('p1', 3, ['InsufficientCpus', 'UnfulfilledRole']),
    ],
  );
  expect(waitingReasons(app, entry)).toEqual([
    {
      reason: 'InsufficientCpus',
      declined: 2,
      processed: 2,
      shortage: { resource: 'cpus', needed: 4, largest: { amount: 1, host: 'a1' } },
    },
    { reason: 'UnfulfilledRole', declined: 1, processed: 3 },
  ]);
});

it('says what is needed even when no offer is known', () => {
  const entry = entryOf([{ reason: 'InsufficientMemory', declined: 1, processed: 1 }], []);
  expect(waitingReasons(app, entry)).toEqual([
    { reason: 'InsufficientMemory', declined: 1, processed: 1, shortage: { resource: 'mem', needed: 64 } },
  ]);
});
