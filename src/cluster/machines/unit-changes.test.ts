import { expect, test } from 'vitest';
import { manualClock } from '../kernel/clock.ts';
import { createKernel } from '../kernel/kernel.ts';
import { silentLog } from '../kernel/log.ts';
import { seededRandom } from '../kernel/random.ts';
import { memoryStore } from '../kernel/store.ts';
import { machineState } from './rules.ts';
import { createStartup } from './startup.ts';
import type { UnitChanges } from './unit-changes.ts';
import type { UnitSpec } from './unit.ts';

/** One machine that is up, with a unit that says what is done to it. */
async function upMachine(more: Partial<UnitSpec> = {}) {
  const clock = manualClock();
  const startup = createStartup(createKernel({ clock, random: seededRandom(1), store: memoryStore(), log: silentLog }));
  const done: string[] = [];
  const says = (word: string) => () => void done.push(word);
  const spec: UnitSpec = { id: 'dns', name: 'DNS', description: '', start: says('start'), stop: says('stop'), ...more };
  startup.add({ name: 'm1', units: [spec] });
  const up = startup.start('m1');
  await clock.advance(100);
  const unit = startup.unit('m1', 'dns');
  const [shown] = startup.units('m1');
  if (!unit || !shown) throw new Error('There is no unit.');
  const make = async (change: keyof UnitChanges): Promise<void> => {
    const made = unit[change]();
    await clock.advance(0);
    await made;
    await clock.advance(20);
  };
  return { clock, startup, done, make, shown, up };
}

test('a unit that is stopped stays so, and its machine is up without it', async () => {
  const { clock, startup, done, make, shown } = await upMachine();
  await make('stop');
  await clock.advance(60_000);
  expect([shown.state(), shown.stopped(), done]).toEqual(['inactive', true, ['start', 'stop']]);
  expect(machineState('up', startup.units('m1'))).toBe('running');
  await make('start');
  expect([shown.state(), shown.stopped(), done.at(-1)]).toEqual(['active', false, 'start']);
});

test('a unit that crashes is started again 5 s later, and says meanwhile that it waits for that', async () => {
  const { clock, done, make, shown } = await upMachine();
  await make('crash');
  expect([shown.state(), shown.waitingFor()]).toEqual(['activating', 'its restart, 5 s after it died']);
  await clock.advance(4900);
  expect(shown.state()).toBe('activating');
  await clock.advance(200);
  expect([shown.state(), done]).toEqual(['active', ['start', 'stop', 'start']]);
});

test('a crash says goodbye to nobody where that makes a difference', async () => {
  const died: string[] = [];
  const { done, make } = await upMachine({ crash: () => void died.push('dns') });
  await make('crash');
  expect([done, died]).toEqual([['start'], ['dns']]);
});

test('who does not want to wait for the restart starts it at once, and who wants none stops it', async () => {
  const impatient = await upMachine();
  await impatient.make('crash');
  await impatient.make('start');
  expect(impatient.shown.state()).toBe('active');

  const tired = await upMachine();
  await tired.make('crash');
  await tired.make('stop');
  await tired.clock.advance(60_000);
  expect(tired.shown.state()).toBe('inactive');
});

test('a unit that is stopped while it starts does not come up later, and its machine does not wait for it', async () => {
  let leader = false;
  const { clock, make, shown, up } = await upMachine({ before: [{ name: 'leader.mesos to resolve', met: () => leader }] });
  await make('stop');
  leader = true;
  await clock.advance(1000);
  expect(shown.state()).toBe('inactive');
  await expect(up).resolves.toBe(true);
});

test('two who start the same unit start it once', async () => {
  const { clock, startup, done, make, shown } = await upMachine();
  await make('stop');
  const unit = startup.unit('m1', 'dns');
  void unit?.start();
  void unit?.start();
  await clock.advance(100);
  expect(shown.state()).toBe('active');
  expect(done.join(' ')).not.toContain('start start');
});

test('a unit that cannot be stopped says so by its state', async () => {
  const { clock, startup, shown } = await upMachine({ stop: () => Promise.reject(new Error('The engine does not answer.')) });
  const stopped = startup.unit('m1', 'dns')?.stop();
  await expect(stopped).rejects.toThrow('does not answer');
  await clock.advance(0);
  expect(shown.state()).toBe('failed');
  expect(shown.log().at(-1)).toContain('DNS could not be stopped: The engine does not answer.');
});

test('a unit of a machine that is halted has nothing to be done to it', async () => {
  const { startup } = await upMachine();
  await startup.halt('m1');
  expect(startup.unit('m1', 'dns')).toBeUndefined();
});
