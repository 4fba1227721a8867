import { expect, it } from 'vitest';
import type { TaskJson } from '../../api/mesos/state.ts';
import { taskOf } from './mesos-tasks.ts';

const task = (state: string, statuses: { state: string; timestamp: number; healthy?: boolean }[], executorId = ''): TaskJson =>
  ({
    id: 'redis.1',
    name: 'redis',
    framework_id: 'F',
    slave_id: 'S0',
    executor_id: executorId,
    state,
    role: '*',
    resources: { cpus: 0.1, mem: 64, disk: 0, gpus: 0 },
    statuses,
  }) as TaskJson;

it('starts with its first status and has not stopped while it runs', () => {
  const running = taskOf(
    task('TASK_RUNNING', [
      { state: 'TASK_STARTING', timestamp: 1 },
      { state: 'TASK_RUNNING', timestamp: 2, healthy: false },
    ]),
  );
  expect(running).toMatchObject({ stage: 'active', startedAt: 1000, stoppedAt: undefined, healthy: false });
});

it('stops with its last status once it has ended', () => {
  const killed = taskOf(
    task('TASK_KILLED', [
      { state: 'TASK_RUNNING', timestamp: 2 },
      { state: 'TASK_KILLED', timestamp: 5 },
    ]),
  );
  expect(killed).toMatchObject({ stage: 'completed', startedAt: 2000, stoppedAt: 5000 });
});

it('never started when it ended at once', () => {
  expect(taskOf(task('TASK_ERROR', [{ state: 'TASK_ERROR', timestamp: 5 }]))).toMatchObject({ startedAt: undefined, stoppedAt: 5000 });
});

it('is neither active nor ended while its agent is out of reach', () => {
  expect(taskOf(task('TASK_UNREACHABLE', [{ state: 'TASK_RUNNING', timestamp: 2 }]))).toMatchObject({
    stage: 'unreachable',
    stoppedAt: undefined,
  });
});

it('has an executor of its own id for a command, and the named one else', () => {
  expect(taskOf(task('TASK_RUNNING', [])).executorId).toBe('redis.1');
  expect(taskOf(task('TASK_RUNNING', [], 'instance-pod.1')).executorId).toBe('instance-pod.1');
});
