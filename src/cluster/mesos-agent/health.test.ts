import { expect, test } from 'vitest';
import type { HealthCheck } from '../../api/mesos/task.ts';
import type { AgentOptions } from './agent.ts';
import { endOf, testMesos, testTask, type TestFramework, type TestMesos } from '../mesos-master/test-mesos.test-support.ts';

/** Checks that Mesos itself runs, by a command each second. */
async function checked(
  check: Partial<HealthCheck> = {},
  { capabilities, agent }: { capabilities?: { type: string }[]; agent?: Partial<AgentOptions> } = {},
): Promise<{ mesos: TestMesos; marathon: TestFramework }> {
  const mesos = testMesos();
  const marathon = await mesos.framework(capabilities && { capabilities });
  mesos.agent('a1', agent);
  await mesos.settle();
  const health_check: HealthCheck = {
    type: 'COMMAND',
    delay_seconds: 0,
    interval_seconds: 1,
    grace_period_seconds: 0,
    consecutive_failures: 3,
    command: { shell: true, value: 'true' },
    ...check,
  };
  marathon.accept([testTask('t', { task: { health_check } })], undefined, 3600);
  return { mesos, marathon };
}

const health = (marathon: TestFramework): unknown[] => marathon.updates.map(({ state, healthy }) => [state, healthy]);

test('only changes of health are told; three failures in a row end the task', async () => {
  const { mesos, marathon } = await checked();
  await mesos.clock.advance(5000);
  expect(health(marathon)).toEqual([
    ['TASK_STARTING', undefined],
    ['TASK_RUNNING', undefined],
    ['TASK_RUNNING', true],
  ]);
  mesos.containers.checksExit(1);
  await mesos.clock.advance(1000);
  expect(marathon.updates.at(-1)).toMatchObject({ healthy: false, reason: 'REASON_TASK_HEALTH_CHECK_STATUS_UPDATED' });
  await mesos.clock.advance(2000);
  expect(health(marathon).slice(3)).toEqual([
    ['TASK_RUNNING', false],
    ['TASK_KILLING', false],
    ['TASK_KILLED', false],
  ]);
});

test('a success in between starts the count anew', async () => {
  const { mesos, marathon } = await checked();
  for (const code of [1, 1, 0, 1, 1]) {
    mesos.containers.checksExit(code);
    await mesos.clock.advance(1000);
  }
  expect(endOf(marathon, 't')).toBeUndefined();
  await mesos.clock.advance(1000);
  expect(endOf(marathon, 't')?.state).toBe('TASK_KILLED');
});

test('failures within the grace period count for nothing, unless it was healthy before', async () => {
  const { mesos, marathon } = await checked({ grace_period_seconds: 10 });
  mesos.containers.checksExit(1);
  await mesos.clock.advance(10_000);
  expect(health(marathon).at(-1)).toEqual(['TASK_RUNNING', undefined]);
  await mesos.clock.advance(1000);
  expect(health(marathon).at(-1)).toEqual(['TASK_RUNNING', false]);

  const sudden = await checked({ grace_period_seconds: 10 });
  await sudden.mesos.clock.advance(1000);
  sudden.mesos.containers.checksExit(1);
  await sudden.mesos.clock.advance(1000);
  expect(health(sudden.marathon).slice(2)).toEqual([
    ['TASK_RUNNING', true],
    ['TASK_RUNNING', false],
  ]);
});

test('a check that cannot be run is a failure, and the next one is tried all the same', async () => {
  const { mesos, marathon } = await checked();
  await mesos.clock.advance(1000);
  mesos.containers.checksReject();
  await mesos.clock.advance(1000);
  expect(health(marathon).at(-1)).toEqual(['TASK_RUNNING', false]);
  mesos.containers.checksExit(0);
  await mesos.clock.advance(1000);
  expect(health(marathon).at(-1)).toEqual(['TASK_RUNNING', true]);
});

test.each([
  [{ type: 'TCP' as const, tcp: { port: 6379 } }, 'tcp 127.0.65.111:6379/'],
  [{ type: 'HTTP' as const, http: { port: 80, path: '/ok' } }, 'http 127.0.65.111:80/ok'],
  [{ type: 'HTTP' as const, http: { scheme: 'https', port: 443 } }, 'https 127.0.65.111:443/'],
])('%j goes to where the task is', async (check, target) => {
  const asked = new Set<string>();
  let ok = true;
  const probe: AgentOptions['probe'] = async ({ kind, host, port, path }) => {
    asked.add(`${kind} ${host}:${port}${path}`);
    return { ok };
  };
  const { mesos, marathon } = await checked({ ...check, command: undefined }, { agent: { probe } });
  await mesos.clock.advance(1000);
  expect(health(marathon).at(-1)).toEqual(['TASK_RUNNING', true]);
  ok = false;
  await mesos.clock.advance(3000);
  expect(endOf(marathon, 't')?.state).toBe('TASK_KILLED');
  expect([...asked]).toEqual([target]);
});

test('a task that is being killed is not checked any more, and dies by its own grace', async () => {
  const { mesos, marathon } = await checked({ consecutive_failures: 1 }, { capabilities: [] });
  await mesos.clock.advance(1000);
  mesos.containers.ignoreTerm();
  marathon.call({ type: 'KILL', kill: { task_id: { value: 't' }, kill_policy: { grace_period: { nanoseconds: 20e9 } } } });
  await mesos.settle();
  mesos.containers.checksExit(1);
  await mesos.clock.advance(19_000);
  expect(health(marathon).at(-1)).toEqual(['TASK_RUNNING', true]);
  await mesos.clock.advance(1000);
  expect(health(marathon).at(-1)).toEqual(['TASK_KILLED', true]);
});
