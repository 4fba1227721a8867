import { describe, expect, it } from 'vitest';
import { testWorld } from './test-world.test-support.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('a scheduled job', () => {
  it('runs at its times until its repetitions are used up, and is then disabled', async () => {
    const world = testWorld();
    world.scheduled('backup', 'R3/2016-04-26T09:10:00Z/PT1H');
    await world.clock.advance(9 * MINUTE);
    expect(world.runs('backup')).toEqual([]);
    await world.clock.advance(5 * HOUR);
    expect(world.times('backup')).toEqual(['09:10', '10:10', '11:10']);
    expect(world.job('backup')).toMatchObject({ settings: { disabled: true }, counters: { successCount: 3 } });
    expect(world.schedule('backup')).toBe('R0/2016-04-26T12:10:00.000Z/PT1H');
  });

  it('runs once for all that was due while Chronos was away', async () => {
    const world = testWorld();
    world.scheduled('backup', 'R/2016-04-26T09:10:00Z/PT1H');
    await world.settle();
    world.stop();
    await world.clock.advance(5 * HOUR);
    world.restart();
    await world.clock.advance(HOUR);
    expect(world.times('backup')).toEqual(['09:10', '14:10']);
  });

  it('leaves out a run while one is still going on, unless it is concurrent', async () => {
    const world = testWorld();
    world.mesos.life = () => ['TASK_RUNNING'];
    world.scheduled('one', 'R/2016-04-26T09:10:00Z/PT1H');
    world.scheduled('many', 'R/2016-04-26T09:10:00Z/PT1H', { concurrent: true });
    await world.clock.advance(3 * HOUR);
    expect(world.times('one')).toEqual(['09:10']);
    expect(world.times('many')).toEqual(['09:10', '10:10', '11:10']);
  });

  it('is not run while it is disabled, by the clock or by hand', async () => {
    const world = testWorld();
    world.scheduled('backup', 'R//PT1H', { disabled: true });
    world.chronos.commands.runNow('backup', '');
    await world.clock.advance(3 * HOUR);
    expect(world.runs('backup')).toEqual([]);
  });

  it('runs when told to, with arguments, which uses up a repetition but moves nothing', async () => {
    const world = testWorld();
    world.scheduled('backup', 'R5/2099-01-01T00:00:00.000Z/PT1H');
    world.chronos.commands.runNow('backup', '--full; rm -rf /');
    await world.settle();
    const [run] = world.runs('backup');
    expect(run?.taskId).toMatch(/^ct:\d+:0:backup:--full rm -rf _$/);
    expect(world.mesos.tasks.get(run?.taskId ?? '')?.info.command?.value).toBe('true --full; rm -rf /');
    expect(world.schedule('backup')).toBe('R4/2099-01-01T00:00:00.000Z/PT1H');
  });
});

describe('a run that fails', () => {
  it('is tried again each minute, and counts when no try is left', async () => {
    const world = testWorld();
    world.mesos.life = () => ['TASK_RUNNING', 'TASK_FAILED'];
    world.scheduled('backup', 'R1//PT1H', { retries: 2 });
    await world.settle();
    expect(world.job('backup').counters.errorCount).toBe(0);
    await world.clock.advance(3 * MINUTE);
    expect(world.runs('backup').map(({ attempt, state }) => [attempt, state])).toEqual([
      [2, 'failure'],
      [1, 'failure'],
      [0, 'failure'],
    ]);
    expect(world.job('backup')).toMatchObject({ counters: { errorCount: 1, errorsSinceLastSuccess: 1 }, settings: { disabled: false } });
  });

  it('is ended when it takes longer than it may', async () => {
    const world = testWorld();
    world.mesos.life = () => ['TASK_RUNNING'];
    world.scheduled('backup', 'R1//PT1H', { maxCompletionTime: 90 });
    await world.clock.advance(89_000);
    expect(world.runs('backup')[0]?.state).toBe('running');
    await world.clock.advance(2_000);
    expect(world.runs('backup')[0]?.state).toBe('failure');
    expect(world.job('backup').counters.errorCount).toBe(1);
  });
});

describe('dependent jobs', () => {
  it('run one after the other, once each', async () => {
    const world = testWorld();
    world.scheduled('a', 'R/2099-01-01T00:00:00Z/P1D');
    world.dependent('b', ['a']);
    world.dependent('c', ['b']);
    world.chronos.commands.runNow('a', '');
    await world.settle();
    expect(['a', 'b', 'c'].map((name) => world.job(name).counters.successCount)).toEqual([1, 1, 1]);
  });

  it('wait for all their parents, over a restart too, however often one of them runs', async () => {
    const world = testWorld();
    for (const name of ['a', 'b']) world.scheduled(name, 'R/2099-01-01T00:00:00Z/P1D');
    world.dependent('both', ['a', 'b']);
    for (const time of [1, 2]) {
      world.chronos.commands.runNow('a', String(time));
      await world.settle();
    }
    expect(world.runs('both')).toEqual([]);
    world.restart();
    await world.settle();
    world.chronos.commands.runNow('b', '');
    await world.settle();
    expect(world.job('both').counters.successCount).toBe(1);
  });

  it('run again after the run during which their parents succeeded: nothing is lost', async () => {
    const world = testWorld();
    world.scheduled('a', 'R/2099-01-01T00:00:00Z/P1D');
    world.dependent('slow', ['a']);
    world.mesos.life = (task) => (task.name.endsWith(':slow') ? ['TASK_RUNNING'] : ['TASK_RUNNING', 'TASK_FINISHED']);
    for (const time of [1, 2, 3]) {
      world.chronos.commands.runNow('a', String(time));
      await world.clock.advance(1000);
    }
    expect(world.runs('slow')).toHaveLength(1);
    world.mesos.send(world.runs('slow')[0]?.taskId ?? '', 'TASK_FINISHED');
    await world.settle();
    expect(world.runs('slow')).toHaveLength(2);
  });

  it('begin although the run that was ended by hand was only waiting to be tried again', async () => {
    const world = testWorld();
    world.scheduled('a', 'R/2099-01-01T00:00:00Z/P1D');
    world.dependent('b', ['a'], { retries: 1 });
    world.mesos.life = ({ name }) => ['TASK_RUNNING', name.endsWith(':b') ? 'TASK_FAILED' : 'TASK_FINISHED'];
    world.chronos.commands.runNow('a', '');
    await world.settle();
    world.chronos.commands.runNow('a', 'again');
    await world.settle();
    expect(world.runs('b').map(({ attempt, state }) => [attempt, state])).toEqual([
      [1, 'queued'],
      [0, 'failure'],
    ]);
    world.mesos.life = () => ['TASK_RUNNING'];
    world.chronos.commands.killRuns('b');
    await world.settle();
    expect(world.runs('b').map(({ attempt, state }) => [attempt, state])).toEqual([
      [0, 'running'],
      [0, 'failure'],
    ]);
  });

  it('take over what made a removed job run', async () => {
    const world = testWorld();
    world.scheduled('a', 'R/2099-01-01T00:00:00.000Z/P1D');
    world.dependent('b', ['a']);
    world.dependent('c', ['b']);
    world.chronos.commands.remove('b');
    expect(world.job('c').trigger).toMatchObject({ kind: 'dependent', parents: ['a'] });
    world.chronos.commands.remove('a');
    expect(world.schedule('c')).toBe('R/2099-01-01T00:00:00.000Z/P1D');
  });

  it('are refused with parents that are not there or that wait for them', () => {
    const world = testWorld();
    world.scheduled('a', 'R/2099-01-01T00:00:00Z/P1D');
    world.dependent('b', ['a']);
    expect(() => world.dependent('c', ['nobody'])).toThrow("The parent 'nobody' of job 'c' does not exist");
    expect(() => world.dependent('a', ['b'])).toThrow("The job 'a' would wait for itself: a waits for b waits for a.");
    expect(() => world.dependent('new', ['new'])).toThrow('would wait for itself');
    expect(world.schedule('a')).toBe('R/2099-01-01T00:00:00Z/P1D');
  });
});

describe('a crash between what is stored and what Mesos hears', () => {
  /** Stores that the run is asked for, and that it is launched. */
  const LAUNCHED = 2;

  it('launches the run that Mesos does not know, and counts no failure', async () => {
    const world = testWorld();
    world.scheduled('backup', 'R/2099-01-01T00:00:00Z/P1D');
    await world.settle();
    world.dieAfterWrites(LAUNCHED);
    world.chronos.commands.runNow('backup', '');
    await world.settle();
    expect([world.alive, world.mesos.tasks.size]).toEqual([false, 0]);
    world.restart();
    await world.settle();
    expect(world.runs('backup').map(({ attempt, state }) => [attempt, state])).toEqual([[0, 'success']]);
    expect(world.job('backup').counters).toMatchObject({ successCount: 1, errorCount: 0 });
  });

  it('does not do again what came and went meanwhile', async () => {
    const world = testWorld();
    world.mesos.life = () => [];
    world.mesos.tellsAgainAtOnce = false;
    world.scheduled('backup', 'R/2099-01-01T00:00:00Z/P1D');
    world.chronos.commands.runNow('backup', '');
    await world.settle();
    world.stop();
    world.mesos.send(world.runs('backup')[0]?.taskId ?? '', 'TASK_FINISHED');
    world.restart();
    await world.settle();
    expect(world.job('backup').counters).toMatchObject({ successCount: 1, errorCount: 0 });
    expect(world.mesos.faults).toEqual([]);
  });
});

describe('runs that are ended by hand', () => {
  it('count as nothing and are not tried again', async () => {
    const world = testWorld();
    world.mesos.life = () => ['TASK_RUNNING'];
    world.scheduled('backup', 'R3//PT1H', { retries: 2 });
    await world.settle();
    world.chronos.commands.killRuns('backup');
    await world.clock.advance(5 * MINUTE);
    expect(world.runs('backup').map(({ state }) => state)).toEqual(['killed']);
    expect(world.job('backup').counters).toMatchObject({ successCount: 0, errorCount: 0 });
  });

  it('end with their job', async () => {
    const world = testWorld();
    world.mesos.life = () => ['TASK_RUNNING'];
    world.scheduled('backup', 'R3//PT1H');
    await world.settle();
    world.chronos.commands.remove('backup');
    await world.settle();
    expect([...world.mesos.tasks.values()].map(({ state }) => state)).toEqual(['TASK_KILLED']);
    expect([...world.chronos.book.open()]).toEqual([]);
  });
});

describe('placement', () => {
  it('takes an agent that fits the constraints and has room', async () => {
    const agents = [
      { id: 'S0', hostname: 'a1', cpus: 4, mem: 4096, attributes: { rack: 'r1' } },
      { id: 'S1', hostname: 'a2', cpus: 4, mem: 64, attributes: { rack: 'r2' } },
      { id: 'S2', hostname: 'a3', cpus: 4, mem: 4096, attributes: { rack: 'r2' } },
    ];
    const world = testWorld({ agents });
    world.scheduled('backup', 'R1//PT1H', {
      constraints: [
        ['rack', 'LIKE', 'r[23]'],
        ['rack', 'UNLIKE', '\\_r2'],
      ],
    });
    world.scheduled('nowhere', 'R1//PT1H', { constraints: [['zone', 'UNLIKE', 'x']] });
    await world.clock.advance(MINUTE);
    expect(world.runs('backup')[0]?.host).toBe('a3');
    expect(world.runs('nowhere')[0]?.state).toBe('queued');
  });

  it('serves those of high priority first', async () => {
    const world = testWorld({ agents: [{ id: 'S0', hostname: 'a1', cpus: 1, mem: 128 }] });
    world.mesos.life = () => ['TASK_RUNNING'];
    world.scheduled('first', 'R1//PT1H');
    await world.settle();
    world.scheduled('second', 'R1//PT1H');
    world.scheduled('urgent', 'R1//PT1H', { highPriority: true });
    await world.clock.advance(MINUTE);
    world.mesos.send(world.runs('first')[0]?.taskId ?? '', 'TASK_FINISHED');
    await world.clock.advance(MINUTE);
    expect([world.runs('urgent')[0]?.state, world.runs('second')[0]?.state]).toEqual(['running', 'queued']);
  });
});

it('counts a success without a run, and its children run', async () => {
  const world = testWorld();
  world.scheduled('a', 'R3/2099-01-01T00:00:00.000Z/P1D');
  world.dependent('b', ['a']);
  expect(world.chronos.commands.markSuccess('a')).toBe(true);
  expect(world.chronos.commands.markSuccess('nobody')).toBe(false);
  await world.settle();
  expect([world.job('a').counters.successCount, world.job('b').counters.successCount]).toEqual([1, 1]);
  expect(world.schedule('a')).toBe('R3/2099-01-01T00:00:00.000Z/P1D');
});
