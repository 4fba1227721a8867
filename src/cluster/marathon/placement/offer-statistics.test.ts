import { expect, test } from 'vitest';
import type { Offer } from '../../../api/mesos/scheduler.ts';
import { REJECT_REASONS } from '../core.ts';
import { countUnused, countUsed, lastOffersFunnel, noOfferStatistics, rejectFunnel } from './offer-statistics.ts';

const offer: Offer = {
  id: { value: 'O' },
  framework_id: { value: 'F' },
  agent_id: { value: 'S' },
  hostname: 'a',
  resources: [],
  attributes: [],
  allocation_info: { role: '*' },
};

test('the funnel lists all ten reasons in order: how many offers came so far, how many it stopped', () => {
  const statistics = noOfferStatistics();
  countUsed(statistics, 'S0', 1);
  countUnused(statistics, 'S0', { offer, reason: ['InsufficientCpus', 'InsufficientMemory'], at: 2 });
  countUnused(statistics, 'S1', { offer, reason: ['UnfulfilledRole', 'InsufficientCpus'], at: 3 });
  const attempt = rejectFunnel(statistics.processed, statistics.refused);
  expect(attempt.map(({ reason }) => reason)).toEqual(REJECT_REASONS);
  expect(attempt.filter(({ declined }) => declined > 0)).toEqual([
    { reason: 'UnfulfilledRole', declined: 1, processed: 3 },
    { reason: 'InsufficientCpus', declined: 1, processed: 2 },
  ]);
  expect(attempt.at(-1)?.processed).toBe(1);
  // Of the last offers all were refused, so none comes as far as memory (recorded in scenario 21).
  expect(lastOffersFunnel(statistics).find(({ reason }) => reason === 'InsufficientMemory')?.processed).toBe(0);
  countUsed(statistics, 'S0', 4);
  expect([...statistics.lastUnused.keys()]).toEqual(['S1']);
});
