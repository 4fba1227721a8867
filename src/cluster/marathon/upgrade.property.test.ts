import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideRestart, decideScale, upgradeBounds } from './deployments/action-rules.ts';
import { noCounts, staying, type InstanceCounts } from './deployments/instance-counts.ts';
import { isTerminal } from '../../api/mesos/task.ts';
import { testApp, testWorld } from './test-world.test-support.ts';

const strategies = fc.record({
  minimumHealthCapacity: fc.double({ min: 0, max: 1, noNaN: true }),
  maximumOverCapacity: fc.double({ min: 0, max: 1, noNaN: true }),
});
const part = fc.tuple(fc.nat(8), fc.nat(8), fc.nat(8), fc.nat(8)).map(([scheduled, live, ending, working]): InstanceCounts => {
  const retiring = Math.min(ending, live);
  return { scheduled, live, retiring, serving: Math.min(working, live - retiring) };
});

test('no decision of an upgrade leaves the bounds', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), strategies, fc.boolean(), part, part, (wanted, strategy, resident, old, fresh) => {
      const bounds = upgradeBounds(wanted, strategy, resident);
      const { minHealthy, maxTotal } = bounds;
      const { killOld, killNew, schedule } = decideRestart(wanted, bounds, old, fresh);
      // Those that wait and those that do not serve are ended first, so only the rest of the kills takes capacity.
      const idleOld = staying(old) - old.serving;
      const servingAfter = fresh.serving + old.serving - Math.max(0, killOld - idleOld);
      if (fresh.serving <= wanted) expect(servingAfter).toBeGreaterThanOrEqual(Math.min(minHealthy, fresh.serving + old.serving));
      if (schedule > 0) expect(old.live + fresh.live + fresh.scheduled + schedule).toBeLessThanOrEqual(maxTotal);
      expect(killOld).toBeLessThanOrEqual(staying(old));
      expect(staying(fresh) - killNew + schedule).toBeLessThanOrEqual(Math.max(wanted, 0));
    }),
  );
});

test('there is always a move, or something to wait for, or the upgrade is complete', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), strategies, fc.boolean(), part, part, (wanted, strategy, resident, old, fresh) => {
      const { killOld, killNew, schedule, done } = decideRestart(wanted, upgradeBounds(wanted, strategy, resident), old, fresh);
      const ending = old.retiring + fresh.retiring;
      const starting = fresh.scheduled + (fresh.live - fresh.retiring - fresh.serving);
      expect(done || killOld + killNew + schedule + ending + starting > 0).toBe(true);
    }),
  );
});

test('a resident app never has an instance beyond those that are wanted', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.double({ min: 0, max: 1, noNaN: true }), (wanted, minimumHealthCapacity) => {
      const { minHealthy, maxTotal } = upgradeBounds(wanted, { minimumHealthCapacity, maximumOverCapacity: 0 }, true);
      expect([maxTotal, minHealthy < maxTotal]).toEqual([wanted, true]);
    }),
  );
});

test('a scale asks for exactly the difference, and is complete when it serves', () => {
  fc.assert(
    fc.property(fc.nat(12), part, (wanted, counts) => {
      const { killNew, schedule } = decideScale(wanted, counts);
      expect(staying(counts) - killNew + schedule).toBe(wanted);
    }),
  );
  expect(decideScale(2, { ...noCounts(), live: 2, serving: 2 }).done).toBe(true);
  expect(decideScale(2, { ...noCounts(), live: 3, retiring: 1, serving: 2 }).done).toBe(false);
});

test('a whole upgrade stays within its bounds, however slowly tasks start', async () => {
  const agents = Array.from({ length: 4 }, (_, index) => ({ id: `S${index}`, hostname: `a${index}`, cpus: 8, mem: 8192 }));
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 8 }), strategies, fc.nat(), async (instances, upgradeStrategy, seed) => {
      const world = testWorld({ agents, seed });
      world.put(testApp('/a', { instances, upgradeStrategy }));
      await world.settle();
      expect(world.running('/a')).toHaveLength(instances);
      const { minHealthy, maxTotal } = upgradeBounds(instances, upgradeStrategy, false);
      world.mesos.life = () => [];
      world.change('/a', { env: { V: '2' } });
      for (let round = 0; round <= 4 * instances; round++) {
        await world.settle();
        const live = [...world.mesos.tasks.values()].filter(({ state }) => !isTerminal(state));
        expect(live.length).toBeLessThanOrEqual(maxTotal);
        expect(live.filter(({ state }) => state === 'TASK_RUNNING').length).toBeGreaterThanOrEqual(minHealthy);
        const staging = live.find(({ state }) => state === 'TASK_STAGING');
        if (staging) world.mesos.send(staging.info.task_id.value, 'TASK_RUNNING');
      }
      expect(world.marathon.core.deployments()).toEqual([]);
      expect(world.running('/a').map(({ version }) => version)).toEqual(Array(instances).fill(world.marathon.core.app('/a')?.version));
    }),
    { numRuns: 60 },
  );
});
