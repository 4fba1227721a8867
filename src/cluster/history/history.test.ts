import { expect, test } from 'vitest';
import { nodeUsageHistorySchema } from '../../api/dcos/node-usage.ts';
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

test('each node has its last ten minutes: what was given and what was used, with a gap while it was away', async () => {
  const clock = manualClock();
  const kernel = createKernel({ clock, random: seededRandom(1), store: memoryStore(), log: silentLog });
  const agent = { id: 'S0', active: true, resources: { cpus: 4, mem: 1024, disk: 10 }, used_resources: { cpus: 1, mem: 128, disk: 0 } };
  const statistics = [{ executor_id: 'e', framework_id: 'f', statistics: { timestamp: 1, mem_rss_bytes: 64 * 1024 * 1024 } }];
  const history = createHistory(kernel, () => ({ fetch: () => Promise.resolve(json({ slaves: [agent], frameworks: [] })) }), {
    agent: () => () => Promise.resolve(json(statistics)),
  });
  const get = async (id: string) => history.fetch(new Request(`http://history/usage/nodes/${id}`));
  await clock.advance(20_000);
  agent.active = false;
  await clock.advance(30_000);
  agent.active = true;
  agent.used_resources.cpus = 2.5;
  await clock.advance(10_000);
  const { stepMs, points } = nodeUsageHistorySchema.parse(await (await get('S0')).json());
  const start = points[0]?.at ?? 0;
  expect(stepMs).toBe(10_000);
  expect(points.map(({ at, cpus, mem }) => [(at - start) / 1_000, cpus.allocated, mem.used])).toEqual([
    [0, 1, undefined],
    [10, 1, 64],
    [20, 1, 64],
    [60, 2.5, 64],
  ]);
  expect((await get('S1')).status).toBe(404);
  agent.active = false;
  await clock.advance(1_300_000);
  expect((await get('S0')).status).toBe(404);
});
