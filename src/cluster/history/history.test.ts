import { expect, test } from 'vitest';
import { usageHistorySchema } from '../../api/dcos/usage-history.ts';
import { json } from '../../api/http/fetch.ts';
import { manualClock } from '../kernel/clock.ts';
import { createKernel } from '../kernel/kernel.ts';
import { silentLog } from '../kernel/log.ts';
import { seededRandom } from '../kernel/random.ts';
import { memoryStore } from '../kernel/store.ts';
import { createHistory } from './history.ts';

function setUp() {
  const clock = manualClock();
  const kernel = createKernel({ clock, random: seededRandom(1), store: memoryStore(), log: silentLog });
  const master = { n: 0, down: false };
  const history = createHistory(kernel, () => ({ fetch: () => Promise.resolve(master.down ? json({}, 503) : json({ n: master.n++ })) }));
  const get = async (path: string): Promise<unknown> => (await history.fetch(new Request(`http://history${path}`))).json();
  return { clock, master, history, get };
}

test('a minute holds 31 samples, 2 s apart, filled from the start', async () => {
  const { clock, get } = setUp();
  await clock.advance(4000);
  const start = (await get('/history/minute')) as unknown[];
  expect(start).toHaveLength(31);
  expect(start.slice(-4)).toEqual([{}, { n: 0 }, { n: 1 }, { n: 2 }]);
  await clock.advance(120_000);
  const full = (await get('/history/minute')) as unknown[];
  expect([full.length, full[0], full.at(-1)]).toEqual([31, { n: 32 }, { n: 62 }]);
  expect(await get('/history/last')).toEqual({ n: 62 });
});

test('an hour holds a sample of each minute', async () => {
  const { clock, get } = setUp();
  await clock.advance(120_000);
  expect(((await get('/history/hour')) as unknown[]).slice(-4)).toEqual([{}, { n: 0 }, { n: 30 }, { n: 60 }]);
});

test('a master that does not answer leaves a gap', async () => {
  const { clock, master, get } = setUp();
  await clock.advance(0);
  master.down = true;
  await clock.advance(2000);
  master.down = false;
  await clock.advance(2000);
  expect(((await get('/history/minute')) as unknown[]).slice(-3)).toEqual([{ n: 0 }, {}, { n: 1 }]);
});

test('nothing is sampled after the stop', async () => {
  const { clock, master, history } = setUp();
  await clock.advance(0);
  history.stop();
  await clock.advance(60_000);
  expect(master.n).toBe(1);
});

test('what ended between two samples is counted from the metrics, and outlives a restart', async () => {
  const clock = manualClock();
  const kernel = createKernel({ clock, random: seededRandom(1), store: memoryStore(), log: silentLog });
  let failed = 7;
  const master = { fetch: () => Promise.resolve(json({ slaves: [], frameworks: [] })) };
  const metrics = () => Promise.resolve(json({ 'master/tasks_failed': failed }));
  const history = createHistory(kernel, () => master, { metrics });
  const failures = async (of: typeof history): Promise<number[]> => {
    const answer = await of.fetch(new Request('http://history/usage/hour'));
    return usageHistorySchema.parse(await answer.json()).points.map(({ ended }) => ended.failed);
  };
  await clock.advance(10_000);
  failed += 3;
  await clock.advance(60_000);
  expect(await failures(history)).toEqual([3, 0]);
  history.stop();
  const next = createHistory(kernel, () => master, { metrics });
  await clock.advance(2_000);
  expect(await failures(next)).toEqual([3, 0]);
});
