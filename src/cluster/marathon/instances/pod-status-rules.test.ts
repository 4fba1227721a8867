import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TASK_STATES, type TaskState, type TaskStatus } from '../../../api/mesos/task.ts';
import type { ContainerTask, InstanceCondition } from '../core.ts';
import { serves, type InstanceRecord } from '../state.ts';
import { conditionOf } from './container-tasks.ts';
import { applyPodStatus } from './pod-status-rules.ts';

const NOW = Date.UTC(2016, 3, 26, 9);
const LEAVE_AT_ONCE = { inactiveAfterSeconds: 0, expungeAfterSeconds: 0 };

const task = (name: string): ContainerTask => ({
  name,
  id: `p.instance-1.${name}.1`,
  condition: 'Provisioned',
  stagedAt: '2016-04-26T08:59:00.000Z',
  hostPorts: [],
  networks: [],
});

const launched = (checks = 0): InstanceRecord & { tasks: ContainerTask[] } => ({
  id: 'p.instance-1',
  appId: '/p',
  taskId: 'p.instance-1.one.1',
  version: '2016-04-26T08:58:00.000Z',
  condition: 'Provisioned',
  tasks: [task('one'), task('two')],
  agentId: 'S0',
  host: 'a1',
  hostPorts: [],
  ipAddresses: [],
  health: [],
  localVolumes: [],
  goal: 'Running',
  incarnation: 1,
  createdAt: NOW,
  provisionedAt: NOW,
  checks,
});

const status = (name: string, state: TaskState, more: Partial<TaskStatus> = {}): TaskStatus => ({
  task_id: { value: `p.instance-1.${name}.1` },
  state,
  timestamp: NOW / 1000,
  source: 'SOURCE_EXECUTOR',
  ...more,
});

/** What is told, in short, and how the instance ends up. */
function play(
  start: InstanceRecord & { tasks: ContainerTask[] },
  statuses: readonly TaskStatus[],
  unreachable: typeof LEAVE_AT_ONCE | 'disabled' = LEAVE_AT_ONCE,
) {
  const told: string[] = [];
  let instance: InstanceRecord | undefined = start;
  let delays = 0;
  for (const next of statuses) {
    if (!instance?.tasks) break;
    const outcome = applyPodStatus({ ...instance, tasks: instance.tasks }, next, unreachable, NOW);
    for (const event of outcome.events) {
      if (event.eventType === 'instance_changed_event') told.push(event.condition);
      if (event.eventType === 'status_update_event') told.push(`${event.taskId.split('.').at(-2)} ${event.taskStatus}`);
      if (event.eventType === 'instance_health_changed_event') told.push(`healthy: ${event.healthy}`);
    }
    if (outcome.delaysLaunch) delays++;
    instance = outcome.after;
  }
  return { told, instance, delays };
}

test.each<[InstanceCondition, InstanceCondition[]]>([
  ['Running', ['Running', 'Running']],
  ['Running', ['Running', 'Finished']],
  ['Starting', ['Running', 'Starting']],
  ['Failed', ['Running', 'Failed']],
  ['Failed', ['Killed', 'Failed']],
  ['Unreachable', ['Running', 'Unreachable']],
  ['Killing', ['Killing', 'Running']],
  ['Finished', ['Finished', 'Finished']],
  ['Finished', ['Finished', 'Killed']],
  ['Provisioned', ['Provisioned', 'Running']],
])('an instance is %s with tasks that are %o', (condition, conditions) => {
  const tasks = conditions.map((each, index) => ({ ...task(String(index)), condition: each }));
  expect([conditionOf(tasks), conditionOf(tasks.toReversed())]).toEqual([condition, condition]);
});

test('it runs once all of its tasks run, and each of them is told of', () => {
  const { told, instance } = play(launched(), [
    status('one', 'TASK_STARTING'),
    status('one', 'TASK_RUNNING'),
    status('two', 'TASK_STARTING'),
    status('two', 'TASK_RUNNING'),
  ]);
  expect(told).toEqual([
    'Starting',
    'one TASK_STARTING',
    'Provisioned',
    'one TASK_RUNNING',
    'Starting',
    'two TASK_STARTING',
    'Running',
    'two TASK_RUNNING',
  ]);
  expect(instance).toMatchObject({ condition: 'Running', startedAt: '2016-04-26T09:00:00.000Z', since: '2016-04-26T09:00:00.000Z' });
});

test('the same state once more tells nothing', () => {
  const running = [status('one', 'TASK_RUNNING'), status('two', 'TASK_RUNNING')];
  expect(play(launched(), [...running, ...running]).told).toEqual(play(launched(), running).told);
});

test('it serves once its checks are passed, and not any more when one fails', () => {
  const running = [status('one', 'TASK_RUNNING'), status('two', 'TASK_RUNNING')];
  const unknown = play(launched(1), running).instance;
  const good = play(launched(1), [...running, status('one', 'TASK_RUNNING', { healthy: true })]);
  const bad = play(launched(1), [
    ...running,
    status('one', 'TASK_RUNNING', { healthy: true }),
    status('one', 'TASK_RUNNING', { healthy: false }),
  ]);
  expect([unknown, good.instance, bad.instance].map((instance) => instance && serves(instance))).toEqual([false, true, false]);
  expect(bad.told.slice(-2)).toEqual(['healthy: true', 'healthy: false']);
});

test('when one fails the others follow; then it waits again, held back once', () => {
  const { told, instance, delays } = play(launched(), [
    status('one', 'TASK_RUNNING'),
    status('two', 'TASK_RUNNING'),
    status('one', 'TASK_FAILED', { message: 'exited with status 1' }),
    status('two', 'TASK_KILLED'),
  ]);
  expect(told.slice(-4)).toEqual(['Failed', 'one TASK_FAILED', 'two TASK_KILLED', 'Scheduled']);
  expect(instance).toMatchObject({
    condition: 'Scheduled',
    tasks: [{ state: 'TASK_FAILED', message: 'exited with status 1' }, { state: 'TASK_KILLED' }],
  });
  expect(delays).toBe(1);
});

test('a killed one is launched again without a delay; one that was meant to end is over', () => {
  const killed = [status('one', 'TASK_KILLED'), status('two', 'TASK_KILLED')];
  expect(play(launched(), killed)).toMatchObject({ instance: { condition: 'Scheduled' }, delays: 0 });
  expect(play({ ...launched(), goal: 'Decommissioned' }, killed).instance).toBeUndefined();
});

test('out of reach, it is waited for as its strategy says', () => {
  const lost = [status('one', 'TASK_UNREACHABLE'), status('two', 'TASK_UNREACHABLE')];
  expect(play(launched(), lost).instance?.condition).toBe('Scheduled');
  const waiting = play(launched(), lost, 'disabled').instance;
  expect(waiting).toMatchObject({ condition: 'Unreachable', unreachableSince: NOW });
  const back = play({ ...launched(), ...waiting, tasks: waiting?.tasks ?? [] }, [
    status('one', 'TASK_RUNNING'),
    status('two', 'TASK_RUNNING'),
  ]).instance;
  expect([back?.condition, back?.unreachableSince]).toEqual(['Running', undefined]);
});

test('whatever the order of what is told, an instance has ended just when all of its tasks have', () => {
  const statuses = fc.array(fc.tuple(fc.constantFrom('one', 'two'), fc.constantFrom(...TASK_STATES)), { maxLength: 12 });
  fc.assert(
    fc.property(statuses, (sequence) => {
      let instance: InstanceRecord | undefined = launched();
      const last = new Map<string, TaskState>();
      for (const [name, state] of sequence) {
        if (!instance?.tasks || instance.condition === 'Scheduled') break;
        last.set(name, state);
        instance = applyPodStatus({ ...instance, tasks: instance.tasks }, status(name, state), LEAVE_AT_ONCE, NOW).after;
      }
      const over = (state: TaskState | undefined): boolean =>
        state !== undefined && !['TASK_STAGING', 'TASK_STARTING', 'TASK_RUNNING', 'TASK_KILLING'].includes(state);
      expect(instance?.condition === 'Scheduled').toBe(over(last.get('one')) && over(last.get('two')));
    }),
  );
});
