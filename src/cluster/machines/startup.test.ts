import { expect, test } from 'vitest';
import { manualClock } from '../kernel/clock.ts';
import { createKernel, type Kernel } from '../kernel/kernel.ts';
import { silentLog } from '../kernel/log.ts';
import { seededRandom } from '../kernel/random.ts';
import { memoryStore } from '../kernel/store.ts';
import { machineState } from './rules.ts';
import { createStartup } from './startup.ts';
import type { UnitSpec } from './unit.ts';

function setUp() {
  const clock = manualClock();
  const kernel = createKernel({ clock, random: seededRandom(1), store: memoryStore(), log: silentLog });
  const started: string[] = [];
  const unit = (id: string, more: Partial<UnitSpec> = {}): UnitSpec => ({
    id,
    name: id,
    description: '',
    start: () => void started.push(id),
    ...more,
  });
  return { clock, kernel, started, unit };
}

/** Starts the machines as a cluster does. */
function startMachines(kernel: Kernel, machines: readonly { name: string; units: readonly UnitSpec[] }[]) {
  const startup = createStartup(kernel);
  for (const machine of machines) startup.add(machine);
  const started = Promise.all(machines.map(({ name }) => startup.start(name)));
  started.catch(() => {});
  return { ...startup, settled: () => started };
}

test('units start in the order of their requirements, with no time passing', async () => {
  const { clock, kernel, started, unit } = setUp();
  const units = [unit('c', { requires: ['b'] }), unit('a'), unit('b', { requires: ['a'] })];
  const startup = startMachines(kernel, [{ name: 'm1', units }]);
  await clock.advance(0);
  expect(started).toEqual(['a', 'b', 'c']);
  expect(machineState('up', startup.units('m1'))).toBe('running');
  await startup.settled();
});

test('a unit waits for what it needs, and says so', async () => {
  const { clock, kernel, unit } = setUp();
  let leader = false;
  const before = [{ name: 'leader.mesos to resolve', met: () => Promise.resolve(leader) }];
  const startup = startMachines(kernel, [
    { name: 'm1', units: [unit('dns')] },
    { name: 'a1', units: [unit('slave', { before }), unit('net', { requires: ['slave'] })] },
  ]);
  await clock.advance(100);
  const [slave, net] = startup.units('a1');
  expect([slave?.state(), slave?.waitingFor()]).toEqual(['activating', 'leader.mesos to resolve']);
  expect([net?.state(), net?.waitingFor()]).toEqual(['inactive', 'slave']);
  expect(machineState('up', startup.units('m1'))).toBe('running');
  expect(machineState('up', startup.units('a1'))).toBe('starting');
  leader = true;
  await clock.advance(20);
  expect([slave?.state(), slave?.waitingFor(), net?.state()]).toEqual(['active', undefined, 'active']);
});

test('a unit is active only when it is really there', async () => {
  const { clock, kernel, started, unit } = setUp();
  let registered = false;
  const after = [{ name: 'the master to register it', met: () => registered }];
  const startup = startMachines(kernel, [{ name: 'a1', units: [unit('slave', { after })] }]);
  await clock.advance(0);
  expect(started).toEqual(['slave']);
  expect(startup.units('a1')[0]?.state()).toBe('activating');
  registered = true;
  await clock.advance(10);
  expect(startup.units('a1')[0]?.state()).toBe('active');
});

test('a unit that fails keeps those that require it from starting, and the start-up tells why', async () => {
  const { clock, kernel, started, unit } = setUp();
  const broken = unit('exhibitor', {
    start: () => {
      throw new Error('the disk is full');
    },
  });
  const startup = startMachines(kernel, [{ name: 'm1', units: [broken, unit('zookeeper', { requires: ['exhibitor'] })] }]);
  await expect(startup.settled()).rejects.toThrow('the disk is full');
  await clock.advance(1000);
  expect(started).toEqual([]);
  expect(machineState('up', startup.units('m1'))).toBe('failed');
  expect(startup.units('m1')[0]?.log().at(-1)).toContain('exhibitor could not be started: the disk is full');
});

test('a condition that throws is one that does not hold yet', async () => {
  const { clock, kernel, unit } = setUp();
  let tries = 0;
  const met = (): boolean => {
    if (++tries < 3) throw new Error('connection refused');
    return true;
  };
  const startup = startMachines(kernel, [{ name: 'm1', units: [unit('a', { before: [{ name: 'x', met }] })] }]);
  await clock.advance(50);
  expect(startup.units('m1')[0]?.state()).toBe('active');
  expect(tries).toBe(3);
});

test('nothing is started after the stop, and nobody is told that it was', async () => {
  const { clock, kernel, started, unit } = setUp();
  let ready = false;
  const startup = startMachines(kernel, [{ name: 'm1', units: [unit('a', { before: [{ name: 'x', met: () => ready }] })] }]);
  let settled = false;
  void startup.settled().then(() => (settled = true));
  await clock.advance(50);
  startup.stop();
  ready = true;
  await clock.advance(1000);
  expect([started, settled]).toEqual([[], false]);
});

test('requirements that cannot be met are refused', () => {
  const { kernel, unit } = setUp();
  const start = (...units: UnitSpec[]) => startMachines(kernel, [{ name: 'm1', units }]);
  expect(() => start(unit('a', { requires: ['b'] }))).toThrow('a on m1 requires b, which is never started there.');
  expect(() => start(unit('a', { requires: ['b'] }), unit('b', { requires: ['a'] }))).toThrow('a → b → a');
});
