import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resourcesOf } from '../../api/mesos/quantities.ts';
import { isTerminal } from '../../api/mesos/task.ts';
import type { Instance } from './core.ts';
import { specsById } from './definitions/group-tree.ts';
import { liveTaskIds } from './instances/container-tasks.ts';
import { reservedPools } from './reservations/reservation-label.ts';
import { sleeper, testPod } from './test-pod.test-support.ts';
import { Crash } from '../framework/life.test-support.ts';
import { testApp, testWorld, type TestWorld } from './test-world.test-support.ts';

/**
 * Whatever is asked, whatever fails and wherever Marathon dies: once the faults stop, every deployment ends, just the wished
 * tasks run, nothing was started twice, and no offer was over-used.
 */
const AGENTS = Array.from({ length: 6 }, (_, index) => ({ id: `S${index}`, hostname: `a${index}`, cpus: 4, mem: 4096 }));
/** With a volume: what its instances take is reserved for them. */
const RESIDENT = '/db';
const volume = { containerPath: 'data', mode: 'RW' as const, persistent: { type: 'root' as const, size: 10 } };
const resident = (instances: number, minimumHealthCapacity: number) =>
  testApp(RESIDENT, {
    instances,
    upgradeStrategy: { minimumHealthCapacity, maximumOverCapacity: 0 },
    unreachableStrategy: 'disabled',
    container: { type: 'MESOS', volumes: [volume] },
  });
const POD = '/pod';
const RESIDENT_POD = '/store';
const residentPod = (instances: number, minimumHealthCapacity: number) => ({
  ...testPod(RESIDENT_POD, {
    containers: ['one', 'two'].map((name) => sleeper(name, { volumeMounts: [{ name: 'data', mountPath: 'data' }] })),
    volumes: [{ name: 'data', persistent: { size: 10 } }],
  }),
  instances,
  upgradeStrategy: { minimumHealthCapacity, maximumOverCapacity: 0 },
});
const appId = fc.constantFrom('/a', '/b', '/g/c', RESIDENT, POD, RESIDENT_POD);
const strategy = fc.record({
  minimumHealthCapacity: fc.constantFrom(0, 0.5, 1),
  maximumOverCapacity: fc.constantFrom(0, 0.3, 1),
});
type Step = (world: TestWorld) => void | Promise<void>;
const named = (name: string, step: Step): Step => Object.assign(step, { toString: () => name });

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(appId, fc.nat(5), strategy).map(([id, instances, upgradeStrategy]) =>
    named(`put ${id} ${instances}`, ({ put }) => {
      const { minimumHealthCapacity } = upgradeStrategy;
      if (id === RESIDENT) put(resident(instances, minimumHealthCapacity), true);
      else if (id === RESIDENT_POD) put(residentPod(instances, minimumHealthCapacity), true);
      else put(id === POD ? { ...testPod(POD), instances, upgradeStrategy } : testApp(id, { instances, upgradeStrategy }), true);
    }),
  ),
  fc.tuple(appId, fc.nat(5)).map(([id, instances]) => named(`scale ${id} ${instances}`, (world) => change(world, id, { instances }))),
  fc.tuple(appId, fc.nat(99)).map(([id, value]) => named(`change ${id}`, (world) => change(world, id, { env: { V: String(value) } }))),
  appId.map((id) => named(`restart ${id}`, ({ marathon: { core } }) => void core.update((root) => root, { force: true, restart: [id] }))),
  appId.map((id) => named(`remove ${id}`, ({ remove }) => void remove(id))),
  fc.boolean().map((force) =>
    named(`cancel ${force}`, ({ marathon: { core } }) => {
      const [deployment] = core.deployments();
      if (deployment) core.cancelDeployment(deployment.id, force);
    }),
  ),
  fc.tuple(fc.nat(20), fc.boolean()).map(([nth, wipe]) =>
    named(`kill ${nth} ${wipe}`, ({ marathon: { core } }) => {
      const instance = core.instances()[nth];
      if (instance) core.killTasks([instance.taskId], { wipe });
    }),
  ),
  fc.tuple(fc.nat(20), fc.constantFrom('TASK_FAILED', 'TASK_FINISHED', 'TASK_RUNNING', 'TASK_UNREACHABLE')).map(([nth, state]) =>
    named(`task ${nth} ${state}`, ({ mesos }) => {
      const task = [...mesos.tasks.values()].filter((each) => !isTerminal(each.state))[nth];
      if (task) mesos.send(task.info.task_id.value, state);
    }),
  ),
  fc.integer({ min: 1, max: 8 }).map((writes) => named(`die after ${writes} writes`, ({ dieAfterWrites }) => dieAfterWrites(writes))),
  fc.constant(named('restart Marathon', (world) => world.restart())),
  fc.constant(named('the master leaves', ({ mesos }) => mesos.drop())),
  fc
    .constantFrom<('TASK_STARTING' | 'TASK_RUNNING' | 'TASK_FAILED')[][]>([], ['TASK_STARTING'], ['TASK_RUNNING'], ['TASK_FAILED'])
    .map((life) => named(`tasks ${life.join(' ')}`, ({ mesos }) => void (mesos.life = () => life))),
  fc.nat(8).map((seconds) => named(`wait ${seconds} s`, ({ clock }) => clock.advance(seconds * 1000))),
);

function change(world: TestWorld, id: string, more: { instances?: number; env?: Record<string, string> }): void {
  const pod = world.marathon.core.pod(id);
  const { env = pod?.environment, instances = pod?.instances ?? 0 } = more;
  if (pod) world.put({ ...pod, instances, ...(env && { environment: env }) }, true);
  else if (world.marathon.core.app(id)) world.change(id, more, true);
}

/** A step, and whether all that it leads to happens before the next one. */
async function perform(world: TestWorld, [step, settles]: [Step, boolean]): Promise<void> {
  try {
    await step(world);
    if (settles) await world.settle();
  } catch (fault) {
    if (!(fault instanceof Crash)) throw fault;
  }
  if (!world.alive) world.restart();
}

function expectAgreement({ marathon: { core } }: TestWorld): void {
  for (const { affectedApps, affectedPods } of core.deployments()) expect(affectedApps.length + affectedPods.length).toBeGreaterThan(0);
  for (const { spec, count } of core.queue()) {
    expect(core.instances(spec.id).filter(({ condition }) => condition === 'Scheduled')).toHaveLength(count);
  }
}

const isResting = ({ condition }: Instance): boolean => condition === 'Killed' || condition === 'Failed' || condition === 'Finished';

/** For which instances something is reserved, wherever. Each of them has one volume. */
function reservedInstances({ mesos }: TestWorld): string[] {
  const pools = AGENTS.flatMap(({ id }) => [...reservedPools(mesos.resourcesOf(id), 'F-0000')]);
  for (const [, pool] of pools) expect(resourcesOf(pool).filter(({ disk }) => disk)).toHaveLength(1);
  return pools.map(([id]) => id).sort();
}

test('once faults stop, deployments end with just the wished tasks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(steps, fc.boolean()), { minLength: 1, maxLength: 40 }), fc.nat(), async (sequence, seed) => {
      const world = testWorld({ agents: AGENTS, seed });
      await world.settle();
      if (seed % 3 === 0) world.put(resident(2, 0.5));
      if (seed % 3 === 1) world.put(residentPod(2, 0.5));
      for (const step of sequence) {
        await perform(world, step);
        expectAgreement(world);
      }
      world.dieAfterWrites(Infinity);
      world.mesos.life = () => ['TASK_STARTING', 'TASK_RUNNING'];
      for (const { info, state } of world.mesos.tasks.values())
        if (!isTerminal(state)) world.mesos.send(info.task_id.value, 'TASK_RUNNING');
      await world.clock.advance(700_000);
      if (!world.alive) world.restart();
      await world.clock.advance(700_000);

      const { core } = world.marathon;
      expect(world.mesos.faults).toEqual([]);
      expect(world.mesos.unacknowledged()).toBe(0);
      expect(world.logged).toEqual([]);
      expect(core.deployments()).toEqual([]);
      expect(core.queue()).toEqual([]);
      const wished = specsById(core.root());
      const alive = [...world.mesos.tasks.values()].filter(({ state }) => !isTerminal(state)).map(({ info }) => info.task_id.value);
      const [resting, active] = [core.instances().filter(isResting), core.instances().filter((instance) => !isResting(instance))];
      expect(active.flatMap(liveTaskIds).sort()).toEqual(alive.sort());
      expect(resting.every(({ appId: owner }) => owner === RESIDENT || owner === RESIDENT_POD)).toBe(true);
      expect(reservedInstances(world)).toEqual(
        [RESIDENT, RESIDENT_POD]
          .flatMap((id) => core.instances(id))
          .map(({ id }) => id)
          .sort(),
      );
      expect(core.instances().filter(({ appId: owner }) => !wished.has(owner))).toEqual([]);
      for (const { id, instances } of wished.values()) expect(world.running(id)).toHaveLength(instances);
    }),
    { numRuns: 400 },
  );
}, 60_000);
