import { expect, test } from 'vitest';
import type { MasterStateJson, SlaveJson } from '../../api/mesos/state.ts';
import type { MesosAgent } from '../mesos-agent/agent.ts';
import { manualClock } from '../kernel/clock.ts';
import { memoryStore } from '../kernel/store.ts';
import { testMesos, testTask, type TestFramework, type TestMesos } from './test-mesos.test-support.ts';

/** Draining, deactivating, reactivating, giving up. */

async function call(mesos: TestMesos, type: string, part: Record<string, unknown>): Promise<[number, string]> {
  const body = JSON.stringify({ type, [type.toLowerCase()]: part });
  const answer = await mesos.master.fetch(
    new Request('http://mesos/api/v1', { method: 'POST', body, headers: { 'content-type': 'application/json' } }),
  );
  await mesos.settle();
  return [answer.status, await answer.text()];
}

const slave = async (mesos: TestMesos): Promise<SlaveJson | undefined> => (await mesos.get<MasterStateJson>('/state')).slaves[0];

async function withTask(
  capabilities?: string[],
  parts = {},
): Promise<{ mesos: TestMesos; framework: TestFramework; agent: MesosAgent; agent_id: { value: string } }> {
  const mesos = testMesos(parts);
  const framework = await mesos.framework(capabilities && { capabilities: capabilities.map((type) => ({ type })) });
  const agent = mesos.agent('a1');
  await mesos.settle();
  framework.accept([testTask('t', { task: { kill_policy: { grace_period: { nanoseconds: 60e9 } } } })]);
  await mesos.settle();
  return { mesos, framework, agent, agent_id: { value: agent.id() ?? '' } };
}

test('a deactivated agent is not offered, and keeps its tasks, until it is reactivated', async () => {
  const { mesos, framework, agent_id } = await withTask();
  expect(framework.offers.size).toBe(1);
  expect(await call(mesos, 'DEACTIVATE_AGENT', { agent_id })).toEqual([200, '']);
  await mesos.clock.advance(5000);
  expect(framework.offers.size).toBe(0);
  expect(await slave(mesos)).toMatchObject({ active: false, deactivated: true });
  expect(mesos.containers.running()).toEqual(['t']);
  expect(await call(mesos, 'REACTIVATE_AGENT', { agent_id })).toEqual([200, '']);
  expect(framework.offers.size).toBe(1);
  expect(await slave(mesos)).toMatchObject({ active: true, deactivated: false });
});

test('draining kills the tasks within the longest grace that is allowed, says why, and is done with the last one', async () => {
  const { mesos, framework, agent_id } = await withTask();
  mesos.containers.ignoreTerm();
  expect((await call(mesos, 'DRAIN_AGENT', { agent_id, max_grace_period: { nanoseconds: 10e9 } }))[0]).toBe(200);
  expect(await slave(mesos)).toMatchObject({
    active: false,
    deactivated: true,
    drain_info: { state: 'DRAINING', config: { max_grace_period: { nanoseconds: 10e9 }, mark_gone: false } },
  });
  await mesos.clock.advance(9999);
  expect(mesos.containers.running()).toEqual(['t']);
  await mesos.clock.advance(1);
  expect(framework.updates.at(-1)).toMatchObject({ state: 'TASK_KILLED', reason: 'REASON_AGENT_DRAINING' });
  expect((await slave(mesos))?.drain_info?.state).toBe('DRAINED');
  await call(mesos, 'REACTIVATE_AGENT', { agent_id });
  expect(await slave(mesos)).not.toHaveProperty('drain_info');
  expect(framework.offers.size).toBe(1);
});

test('the longest grace may be said in seconds; while it drains, nothing is reserved on the agent', async () => {
  const { mesos, framework, agent_id } = await withTask();
  await call(mesos, 'DRAIN_AGENT', { agent_id, max_grace_period: { seconds: 600 } });
  expect((await slave(mesos))?.drain_info?.config).toEqual({ max_grace_period: { nanoseconds: 600e9 }, mark_gone: false });
  expect(framework.updates.find(({ state }) => state === 'TASK_KILLING')?.reason).toBe('REASON_AGENT_DRAINING');
  const resources = [{ name: 'mem', type: 'SCALAR', scalar: { value: 1 }, reservations: [{ type: 'DYNAMIC', role: 'dev' }] }];
  expect((await call(mesos, 'RESERVE_RESOURCES', { agent_id, resources }))[0]).toBe(409);
});

test('an empty agent is drained at once; one that is away, when it comes back', async () => {
  const { mesos, framework, agent, agent_id } = await withTask();
  await agent.stop({ keepTasks: true });
  await mesos.settle();
  await call(mesos, 'DRAIN_AGENT', { agent_id });
  expect((await slave(mesos))?.drain_info?.state).toBe('DRAINING');
  mesos.agent('a1');
  await mesos.settle();
  expect(framework.updates.at(-1)).toMatchObject({ state: 'TASK_KILLED', reason: 'REASON_AGENT_DRAINING' });
  expect((await slave(mesos))?.drain_info?.state).toBe('DRAINED');
});

test('draining goes on after a restart of the master', async () => {
  const parts = { store: memoryStore(), clock: manualClock() };
  const { mesos, agent_id } = await withTask(undefined, parts);
  await call(mesos, 'DRAIN_AGENT', { agent_id });
  mesos.master.stop();
  const later = testMesos({ ...parts, seed: 2 });
  later.agent('a1');
  await later.settle();
  expect(await slave(later)).toMatchObject({ deactivated: true, drain_info: { state: 'DRAINED' } });
});

test('draining with mark_gone ends with the agent given up: tasks are gone, and it may not register again', async () => {
  const parts = { store: memoryStore(), clock: manualClock() };
  const { mesos, framework, agent, agent_id } = await withTask(['PARTITION_AWARE'], parts);
  await call(mesos, 'DRAIN_AGENT', { agent_id, mark_gone: true });
  expect(framework.updates.at(-1)).toMatchObject({ state: 'TASK_GONE_BY_OPERATOR' });
  expect((await mesos.get<MasterStateJson>('/state')).slaves).toEqual([]);
  await mesos.clock.advance(60_000);
  expect(agent.registered()).toBe(false);
  mesos.master.stop();
  const later = testMesos({ ...parts, seed: 2 });
  const again = later.agent('a1');
  await later.clock.advance(60_000);
  expect(again.registered()).toBe(false);
});

test('marking a lost agent gone ends its unreachable tasks', async () => {
  const { mesos, framework, agent, agent_id } = await withTask(['PARTITION_AWARE']);
  await agent.stop({ keepTasks: true });
  await mesos.clock.advance(80_000);
  expect(framework.statesOf('t').at(-1)).toBe('TASK_UNREACHABLE');
  expect(await call(mesos, 'MARK_AGENT_GONE', { agent_id })).toEqual([200, '']);
  expect(framework.updates.at(-1)).toMatchObject({ state: 'TASK_GONE_BY_OPERATOR', reason: 'REASON_AGENT_REMOVED_BY_OPERATOR' });
  expect((await mesos.get<MasterStateJson>('/state')).unreachable_slaves).toBe(0);
  framework.call({ type: 'RECONCILE', reconcile: { tasks: [{ task_id: { value: 'forgotten' }, agent_id }] } });
  await mesos.settle();
  expect(framework.updates.at(-1)).toMatchObject({ state: 'TASK_GONE_BY_OPERATOR', reason: 'REASON_RECONCILIATION' });
});

test('a live agent that is marked gone ends what it runs; older frameworks are told TASK_LOST', async () => {
  const { mesos, framework, agent_id } = await withTask([]);
  await call(mesos, 'MARK_AGENT_GONE', { agent_id });
  expect(framework.statesOf('t').at(-1)).toBe('TASK_LOST');
  expect(mesos.containers.running()).toEqual([]);
});

test.each([
  ['DRAIN_AGENT', { agent_id: { value: 'x' } }, 404, /not found/],
  ['DEACTIVATE_AGENT', { agent_id: { value: 'x' } }, 404, /not found/],
  ['REACTIVATE_AGENT', { agent_id: { value: 'x' } }, 404, /not found/],
  ['DRAIN_AGENT', {}, 400, /'agent_id'/],
  ['DRAIN_AGENT', { agent_id: { value: 'x' }, max_grace_period: { nanoseconds: -1 } }, 400, /max_grace_period/],
])('%s of %o is %i', async (type, part, status, message) => {
  const answer = await call(testMesos(), type, part);
  expect(answer).toEqual([status, expect.stringMatching(message)]);
});

test('an agent in service cannot be reactivated', async () => {
  const { mesos, agent_id } = await withTask();
  expect((await call(mesos, 'REACTIVATE_AGENT', { agent_id }))[0]).toBe(400);
});
