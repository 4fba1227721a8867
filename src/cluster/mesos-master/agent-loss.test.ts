import { expect, test } from 'vitest';
import type { MasterStateJson, StateSummaryJson } from '../../api/mesos/state.ts';
import { limits } from '../kernel/limits.ts';
import type { MesosAgent } from '../mesos-agent/agent.ts';
import { rememberUnreachable } from './agent-loss.ts';
import type { AgentRecord } from './state.ts';
import { endOf, testMesos, testTask, type TestFramework, type TestMesos } from './test-mesos.test-support.ts';

const state = (mesos: TestMesos): Promise<MasterStateJson> => mesos.get<MasterStateJson>('/state');

async function onOneAgent(capabilities?: { type: string }[]): Promise<{ mesos: TestMesos; framework: TestFramework; agent: MesosAgent }> {
  const mesos = testMesos();
  const framework = await mesos.framework(capabilities && { capabilities });
  const agent = mesos.agent('a1');
  await mesos.settle();
  framework.accept([testTask('t')], undefined, 3600);
  await mesos.settle();
  return { mesos, framework, agent };
}

test('an agent that is away is inactive at once and unreachable after 75 s, with its tasks', async () => {
  const { mesos, framework, agent } = await onOneAgent();
  await agent.stop({ keepTasks: true });
  await mesos.settle();
  expect((await state(mesos)).slaves[0]?.active).toBe(false);
  await mesos.clock.advance(75_000);
  expect(framework.events.filter(({ type }) => type === 'FAILURE')).toEqual([
    { type: 'FAILURE', failure: { agent_id: { value: agent.id() } } },
  ]);
  const after = await state(mesos);
  expect([after.slaves.length, after.unreachable_slaves]).toEqual([0, 1]);
  expect(after.frameworks[0]?.unreachable_tasks.map((task) => [task.id, task.state])).toEqual([['t', 'TASK_UNREACHABLE']]);
  expect(after.frameworks[0]?.used_resources).toMatchObject({ cpus: 0, mem: 0 });
  expect(framework.updates.at(-1)).toMatchObject({ state: 'TASK_UNREACHABLE', reason: 'REASON_AGENT_REMOVED', source: 'SOURCE_MASTER' });
});

test('a framework that is not partition aware is told TASK_LOST', async () => {
  const { mesos, framework, agent } = await onOneAgent([]);
  await agent.stop({ keepTasks: true });
  await mesos.clock.advance(75_000);
  expect(framework.statesOf('t').at(-1)).toBe('TASK_LOST');
});

test('when it comes back its tasks run as before, and the loss is gone from their history', async () => {
  const { mesos, framework, agent } = await onOneAgent();
  const id = agent.id();
  await agent.stop({ keepTasks: true });
  await mesos.clock.advance(80_000);
  const back = mesos.agent('a1');
  await mesos.settle();
  expect(back.id()).toBe(id);
  const after = await state(mesos);
  expect(after.slaves[0]?.reregistered_time).toBeGreaterThan(after.slaves[0]?.registered_time ?? Infinity);
  expect(after.unreachable_slaves).toBe(0);
  const [task] = after.frameworks[0]?.tasks ?? [];
  expect([task?.state, task?.statuses.map((status) => status.state)]).toEqual(['TASK_RUNNING', ['TASK_STARTING', 'TASK_RUNNING']]);
  expect(framework.updates.at(-1)).toMatchObject({ state: 'TASK_RUNNING', reason: 'REASON_AGENT_REREGISTERED' });
  const summary = await mesos.get<StateSummaryJson>('/state-summary');
  expect(summary.slaves[0]).toMatchObject({ TASK_RUNNING: 1, TASK_UNREACHABLE: 0, used_resources: { cpus: 0.1, mem: 32 } });
  expect(summary.frameworks[0]).toMatchObject({ TASK_RUNNING: 1, TASK_UNREACHABLE: 0, slave_ids: [id] });
});

test('a short absence is no loss, and what ended meanwhile is told', async () => {
  const { mesos, framework, agent } = await onOneAgent();
  await agent.stop({ keepTasks: true });
  mesos.containers.end('t', { state: 'TASK_FAILED', message: 'Command exited with status 3' });
  await mesos.clock.advance(10_000);
  mesos.agent('a1');
  await mesos.settle();
  expect(framework.statesOf('t')).toEqual(['TASK_STARTING', 'TASK_RUNNING', 'TASK_FAILED']);
  expect(endOf(framework, 't')?.message).toBe('Command exited with status 3');
});

test('a kill that the agent was away for is done when it is back', async () => {
  const { mesos, framework, agent } = await onOneAgent();
  await agent.stop({ keepTasks: true });
  await mesos.settle();
  framework.call({ type: 'KILL', kill: { task_id: { value: 't' } } });
  await mesos.clock.advance(1000);
  mesos.agent('a1');
  await mesos.settle();
  expect(endOf(framework, 't')?.state).toBe('TASK_KILLED');
});

test('a machine that is made anew gets a new id, and the tasks of the old one are gone', async () => {
  const { mesos, framework, agent } = await onOneAgent();
  await agent.stop({ keepTasks: true });
  mesos.kernel.store.write([{ collection: 'mesos-agent/a1/info', key: 'id', value: undefined }]);
  mesos.kernel.store.write(
    mesos.kernel.store.list('mesos-agent/a1/executors').map(([key]) => ({ collection: 'mesos-agent/a1/executors', key, value: undefined })),
  );
  const anew = mesos.agent('a1');
  await mesos.settle();
  expect(anew.id()).toMatch(/-S1$/);
  expect(framework.statesOf('t').at(-1)).toBe('TASK_GONE');
  expect((await state(mesos)).slaves.map((slave) => slave.id)).toEqual([anew.id()]);
});

test('stopping an agent without keeping its tasks ends them, and starts none', async () => {
  const { mesos, framework, agent } = await onOneAgent();
  const stopped = agent.stop({ keepTasks: false });
  await mesos.clock.advance(1000);
  await stopped;
  expect(mesos.containers.running()).toEqual([]);
  mesos.agent('a1');
  await mesos.settle();
  expect(endOf(framework, 't')?.state).toBe('TASK_KILLED');
});

test('a framework that loses its line has its failover timeout to come back, with its tasks and what it missed', async () => {
  const { mesos, framework } = await onOneAgent();
  framework.close();
  await mesos.clock.advance(1000);
  expect((await state(mesos)).frameworks[0]).toMatchObject({ active: false, connected: false });
  mesos.containers.end('t', { state: 'TASK_FINISHED', message: 'Command exited with status 0' });
  await mesos.settle();
  const back = await mesos.framework({ id: { value: framework.id() } });
  expect(back.id()).toBe(framework.id());
  expect(endOf(back, 't')?.state).toBe('TASK_FINISHED');
  expect((await state(mesos)).frameworks[0]?.reregistered_time).toBeDefined();
});

test('after its failover timeout it is completed, its tasks are killed and its id is refused', async () => {
  const mesos = testMesos();
  const short = await mesos.framework({ failover_timeout: 10 });
  mesos.agent('a1');
  await mesos.settle();
  short.accept([testTask('t')]);
  await mesos.settle();
  short.close();
  await mesos.clock.advance(10_000);
  const after = await state(mesos);
  expect(after.frameworks).toEqual([]);
  expect(after.completed_frameworks[0]?.completed_tasks[0]?.state).toBe('TASK_KILLED');
  expect(mesos.containers.running()).toEqual([]);
  const late = await mesos.framework({ id: { value: short.id() } });
  expect(late.events).toEqual([{ type: 'ERROR', error: { message: 'Framework has been removed' } }]);
  // all that it had is free again
  const other = await mesos.framework({ name: 'other' });
  expect(other.offers.size).toBe(1);
});

test('of two schedulers with one id the newer one has the say', async () => {
  const { mesos, framework } = await onOneAgent();
  const newer = await mesos.framework({ id: { value: framework.id() } });
  expect(framework.events.at(-1)).toEqual({ type: 'ERROR', error: { message: 'Framework failed over' } });
  framework.call({ type: 'KILL', kill: { task_id: { value: 't' } } });
  framework.close();
  await mesos.settle();
  expect(mesos.containers.running()).toEqual(['t']);
  expect((await state(mesos)).frameworks[0]?.active).toBe(true);
  newer.call({ type: 'KILL', kill: { task_id: { value: 't' } } });
  await mesos.settle();
  expect(endOf(newer, 't')?.state).toBe('TASK_KILLED');
});

test('a teardown ends everything of a framework', async () => {
  const { mesos, framework } = await onOneAgent();
  const answer = await mesos.master.fetch(
    new Request('http://mesos/teardown', { method: 'POST', body: new URLSearchParams({ frameworkId: framework.id() }) }),
  );
  await mesos.settle();
  expect(answer.status).toBe(200);
  expect(mesos.containers.running()).toEqual([]);
  const summary = await mesos.get<StateSummaryJson>('/state-summary');
  expect(summary.frameworks).toEqual([]);
  expect(summary.slaves[0]).toMatchObject({ used_resources: { cpus: 0 }, TASK_RUNNING: 0, framework_ids: [] });
});

test('the master remembers no more unreachable agents than its limit, the latest ones', () => {
  const forgotten: string[] = [];
  const unreachableAgents = new Map<string, AgentRecord>();
  const context = { state: { unreachableAgents }, registry: { forgetAgent: (id: string) => forgotten.push(id) } };
  for (let n = 0; n <= limits.lostAgents; n++) rememberUnreachable(context, { id: `S${n}` } as AgentRecord);
  expect([unreachableAgents.size, forgotten]).toEqual([limits.lostAgents, ['S0']]);
});
