import { expect, test } from 'vitest';
import type { TaskJson } from '../../api/mesos/state.ts';
import { endOf, testMesos, testTask, type TestFramework, type TestMesos } from './test-mesos.test-support.ts';

async function running(...ids: string[]): Promise<{ mesos: TestMesos; marathon: TestFramework }> {
  const mesos = testMesos();
  const marathon = await mesos.framework();
  mesos.agent('a1');
  await mesos.settle();
  if (ids.length > 0) marathon.accept(ids.map((id) => testTask(id)));
  await mesos.settle();
  return { mesos, marathon };
}

test('a task starts and runs, and says where', async () => {
  const { marathon } = await running('t');
  expect(marathon.statesOf('t')).toEqual(['TASK_STARTING', 'TASK_RUNNING']);
  expect(marathon.updates[1]).toMatchObject({
    source: 'SOURCE_EXECUTOR',
    executor_id: { value: 't' },
    container_status: {
      container_id: { value: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      network_infos: [{ ip_addresses: [{ protocol: 'IPv4', ip_address: '127.0.65.111' }] }],
      executor_pid: 4711,
    },
  });
});

test('a kill is told as killing and then, with what the containerizer said, as killed', async () => {
  const { mesos, marathon } = await running('t');
  marathon.call({ type: 'KILL', kill: { task_id: { value: 't' } } });
  await mesos.settle();
  expect(marathon.statesOf('t')).toEqual(['TASK_STARTING', 'TASK_RUNNING', 'TASK_KILLING', 'TASK_KILLED']);
  expect(endOf(marathon, 't')).toMatchObject({ message: 'Command terminated with signal Terminated', source: 'SOURCE_EXECUTOR' });
});

test('a framework that does not know TASK_KILLING is not told of it', async () => {
  const mesos = testMesos();
  const chronos = await mesos.framework({ capabilities: [] });
  mesos.agent('a1');
  await mesos.settle();
  chronos.accept([testTask('t')]);
  chronos.call({ type: 'KILL', kill: { task_id: { value: 't' } } });
  await mesos.settle();
  expect(chronos.statesOf('t')).not.toContain('TASK_KILLING');
  expect(endOf(chronos, 't')?.state).toBe('TASK_KILLED');
});

test('a second kill changes nothing; a stubborn task goes when its grace is over', async () => {
  const { mesos, marathon } = await running('t');
  mesos.containers.ignoreTerm();
  const kill = { type: 'KILL', kill: { task_id: { value: 't' } } } as const;
  marathon.call(kill);
  await mesos.clock.advance(1000);
  marathon.call(kill);
  await mesos.clock.advance(1999);
  expect(endOf(marathon, 't')).toBeUndefined();
  await mesos.clock.advance(1);
  expect(marathon.statesOf('t')).toEqual(['TASK_STARTING', 'TASK_RUNNING', 'TASK_KILLING', 'TASK_KILLED']);
});

test('the grace of a kill is the one asked for, else the one of the task', async () => {
  const mesos = testMesos();
  const marathon = await mesos.framework();
  mesos.agent('a1');
  mesos.containers.ignoreTerm();
  await mesos.settle();
  const grace = (seconds: number) => ({ grace_period: { nanoseconds: seconds * 1e9 } });
  marathon.accept(['own', 'asked'].map((id) => testTask(id, { task: { kill_policy: grace(20) } })));
  await mesos.settle();
  marathon.call({ type: 'KILL', kill: { task_id: { value: 'own' } } });
  marathon.call({ type: 'KILL', kill: { task_id: { value: 'asked' }, kill_policy: grace(1) } });
  await mesos.clock.advance(1000);
  expect(endOf(marathon, 'asked')?.state).toBe('TASK_KILLED');
  await mesos.clock.advance(18_999);
  expect(endOf(marathon, 'own')).toBeUndefined();
  await mesos.clock.advance(1);
  expect(endOf(marathon, 'own')?.state).toBe('TASK_KILLED');
});

test('a task in preparation can be killed', async () => {
  const mesos = testMesos();
  const marathon = await mesos.framework();
  mesos.agent('a1');
  mesos.containers.hold();
  await mesos.settle();
  marathon.accept([testTask('t')]);
  await mesos.settle();
  expect(marathon.statesOf('t')).toEqual(['TASK_STARTING']);
  marathon.call({ type: 'KILL', kill: { task_id: { value: 't' } } });
  await mesos.settle();
  expect(endOf(marathon, 't')?.state).toBe('TASK_KILLED');
  expect(mesos.containers.running()).toEqual([]);
});

test('a kill that overtakes the launch prevents it', async () => {
  const mesos = testMesos();
  const marathon = await mesos.framework();
  mesos.agent('a1');
  await mesos.settle();
  marathon.accept([testTask('t')]);
  marathon.call({ type: 'KILL', kill: { task_id: { value: 't' } } });
  await mesos.settle();
  expect(endOf(marathon, 't')?.state).toBe('TASK_KILLED');
  expect(mesos.containers.running()).toEqual([]);
});

test('killing an unknown task is answered like a reconciliation', async () => {
  const { mesos, marathon } = await running();
  marathon.call({ type: 'KILL', kill: { task_id: { value: 'nobody' } } });
  await mesos.settle();
  expect(marathon.updates).toMatchObject([{ state: 'TASK_UNKNOWN', reason: 'REASON_RECONCILIATION', source: 'SOURCE_MASTER' }]);
});

test.each([
  ['more than was offered', testTask('t', { cpus: 2 }), /more resources cpus\(\*\):2; mem\(\*\):32 than available cpus\(\*\):1/],
  ['ports that are not offered', testTask('t', { ports: [{ begin: 80, end: 80 }] }), /more resources/],
  ['what another role has reserved', testTask('t', { role: 'dev' }), /more resources cpus\(dev\)/],
  ['a slash in the id', testTask('a/b'), /'a\/b' contains invalid characters/],
  ['no id', testTask(''), /must not be empty/],
  ['no resources', testTask('t', { cpus: 0, mem: 0 }), /uses no resources/],
  ['nothing to run', testTask('t', { task: { command: undefined } }), /CommandInfo or ContainerInfo/],
  ['another agent', testTask('t', { task: { agent_id: { value: 'elsewhere' } } }), /invalid agent elsewhere/],
])('a task with %s is an error, and takes nothing', async (_what, task, message) => {
  const { mesos, marathon } = await running();
  marathon.accept([task]);
  await mesos.settle();
  expect(marathon.updates).toMatchObject([{ state: 'TASK_ERROR', reason: 'REASON_TASK_INVALID', message: expect.stringMatching(message) }]);
  expect(marathon.updates[0]?.uuid).toBeUndefined();
  await mesos.clock.advance(1000);
  expect(marathon.offers.size).toBe(1);
});

test('an id that is in use is an error for the second task only; once its task is over it is free', async () => {
  const { mesos, marathon } = await running('t');
  marathon.accept([testTask('t')]);
  await mesos.settle();
  expect(marathon.updates.at(-1)).toMatchObject({ state: 'TASK_ERROR', message: 'Task has duplicate ID: t' });
  mesos.containers.end('t', { state: 'TASK_FINISHED', message: '' });
  await mesos.settle();
  marathon.accept([testTask('t')]);
  await mesos.settle();
  expect(marathon.statesOf('t').slice(-2)).toEqual(['TASK_STARTING', 'TASK_RUNNING']);
});

test('tasks on an offer that is no longer valid are dropped, or lost for a framework of before', async () => {
  const mesos = testMesos();
  const [marathon, old] = [await mesos.framework(), await mesos.framework({ name: 'old', capabilities: [] })];
  mesos.agent('a1');
  await mesos.settle();
  const offer = [...marathon.offers.values()][0] ?? [...old.offers.values()][0];
  for (const framework of [marathon, old]) framework.decline(3600);
  await mesos.settle();
  for (const framework of [marathon, old]) framework.accept([testTask('late')], offer);
  await mesos.settle();
  expect([marathon.updates[0], old.updates[0]]).toMatchObject([
    { state: 'TASK_DROPPED', reason: 'REASON_INVALID_OFFERS' },
    { state: 'TASK_LOST', reason: 'REASON_INVALID_OFFERS' },
  ]);
});

test('an update is sent again until it is acknowledged, and the next one waits for that', async () => {
  const mesos = testMesos();
  const marathon = await mesos.framework();
  mesos.agent('a1');
  marathon.acknowledges = false;
  await mesos.settle();
  marathon.accept([testTask('t')]);
  await mesos.clock.advance(9999);
  expect(marathon.statesOf('t')).toEqual(['TASK_STARTING']);
  await mesos.clock.advance(1);
  expect(marathon.statesOf('t')).toEqual(['TASK_STARTING', 'TASK_STARTING']);
  const [task] = (await mesos.get<{ tasks: TaskJson[] }>('/tasks')).tasks;
  // the master knows the latest state all the same, and has the repeated status once
  expect([task?.state, task?.statuses.length]).toEqual(['TASK_RUNNING', 1]);
  marathon.acknowledges = true;
  await mesos.clock.advance(20_000);
  expect(marathon.statesOf('t').at(-1)).toBe('TASK_RUNNING');
});

test('a reconciliation tells the latest state of one task, of all, and of unknown ones', async () => {
  const { mesos, marathon } = await running('one', 'two');
  const agentId = marathon.updates[0]?.agent_id;
  const reconcile = async (tasks: { task_id: { value: string }; agent_id?: { value: string } }[]): Promise<unknown[]> => {
    marathon.updates.length = 0;
    marathon.call({ type: 'RECONCILE', reconcile: { tasks } });
    await mesos.settle();
    return marathon.updates.map(({ task_id, state }) => [task_id.value, state]);
  };
  expect(await reconcile([{ task_id: { value: 'one' } }])).toEqual([['one', 'TASK_RUNNING']]);
  expect(marathon.updates[0]).toMatchObject({ reason: 'REASON_RECONCILIATION', container_status: { executor_pid: 4711 } });
  expect(await reconcile([])).toEqual([
    ['one', 'TASK_RUNNING'],
    ['two', 'TASK_RUNNING'],
  ]);
  expect(await reconcile([{ task_id: { value: 'x' }, ...(agentId && { agent_id: agentId }) }])).toEqual([['x', 'TASK_GONE']]);
  expect(await reconcile([{ task_id: { value: 'x' }, agent_id: { value: 'nowhere' } }])).toEqual([['x', 'TASK_UNKNOWN']]);
});

test('the completed tasks of a framework are bounded, and the counters agree with them', async () => {
  const { mesos, marathon } = await running();
  for (let round = 0; round < 101; round++) {
    marathon.accept(Array.from({ length: 10 }, (_, index) => testTask(`t${round}-${index}`, { mem: 51.2 })));
    await mesos.settle();
    for (const id of mesos.containers.running()) mesos.containers.end(id, { state: 'TASK_FINISHED', message: '' });
    await mesos.settle();
  }
  const { frameworks } = await mesos.get<{ frameworks: { completed_tasks: TaskJson[] }[] }>('/frameworks');
  expect(frameworks[0]?.completed_tasks.length).toBe(1000);
  expect(frameworks[0]?.completed_tasks[0]?.id).toBe('t1-0');
  const summary = await mesos.get<{ slaves: Record<string, number>[]; frameworks: Record<string, number>[] }>('/state-summary');
  expect([summary.slaves[0]?.['TASK_FINISHED'], summary.frameworks[0]?.['TASK_FINISHED']]).toEqual([1000, 1000]);
  expect((await mesos.get<Record<string, number>>('/metrics/snapshot'))['master/tasks_finished']).toBe(1010);
});
