import { expect, it } from 'vitest';
import { compactState } from './compact.ts';
import { applyRecord, stateOf } from './mesos-state.ts';
import type { StateV1, StreamTaskV1 } from './v1-shapes.ts';
import { newestTasks, usedOnAgent } from './views.ts';

const task = (id: string, more: Partial<StreamTaskV1> = {}): StreamTaskV1 => ({
  name: 'redis',
  task_id: { value: id },
  framework_id: { value: 'marathon' },
  agent_id: { value: 'S1' },
  state: 'TASK_RUNNING',
  resources: [
    { name: 'cpus', scalar: { value: 0.1 }, allocation_info: { role: 'slave_public' } },
    { name: 'mem', scalar: { value: 32 } },
  ],
  statuses: [{ state: 'TASK_RUNNING', timestamp: 5 }],
  ...more,
});
const state = (tasks: StreamTaskV1[], more: StateV1 = {}) => stateOf(compactState({ get_tasks: { tasks }, ...more }));

it('keeps of a task what lists show', () => {
  expect(newestTasks(state([task('one')]), 10)).toEqual([
    {
      id: 'one',
      name: 'redis',
      frameworkId: 'marathon',
      agentId: 'S1',
      executorId: 'one',
      role: 'slave_public',
      state: 'TASK_RUNNING',
      stage: 'active',
      healthy: undefined,
      startedAt: 5_000,
      stoppedAt: undefined,
      changedAt: 5_000,
      resources: { cpus: 0.1, gpus: 0, mem: 32, disk: 0 },
    },
  ]);
});

it('lists the newest first, those of one framework or of all', () => {
  const all = state([
    task('old', { statuses: [{ state: 'TASK_RUNNING', timestamp: 1 }] }),
    task('other', { framework_id: { value: 'chronos' }, statuses: [{ state: 'TASK_RUNNING', timestamp: 7 }] }),
    task('new', { statuses: [] }),
  ]);
  expect(newestTasks(all, 2).map(({ id }) => id)).toEqual(['new', 'other']);
  expect(newestTasks(all, 9, 'marathon').map(({ id }) => id)).toEqual(['new', 'old']);
});

it('takes the latest state of an update, and its health', () => {
  const one = state([task('one')]);
  const asked = applyRecord(one, {
    type: 'TASK_UPDATED',
    task_updated: {
      framework_id: { value: 'marathon' },
      state: 'TASK_FAILED',
      status: { task_id: { value: 'one' }, state: 'TASK_RUNNING', timestamp: 9, healthy: false },
    },
  });
  expect(one.tasks.get('marathon', 'one')).toMatchObject({ state: 'TASK_FAILED', stage: 'completed', healthy: false, stoppedAt: 9_000 });
  expect(one.tasks.tallyOfAgent('S1')).toMatchObject({ counts: { running: 0, failed: 1 }, used: { cpus: 0 } });
  expect(asked.task).toBe('marathon/one');
});

it('counts an executor of its own with what is used, as long as it has a task', () => {
  const executors = {
    executors: [
      {
        executor_info: {
          executor_id: { value: 'pod' },
          framework_id: { value: 'marathon' },
          resources: [{ name: 'cpus', scalar: { value: 0.2 } }],
        },
        agent_id: { value: 'S1' },
      },
    ],
  };
  const pod = state([task('one', { executor_id: { value: 'pod' } })], { get_executors: executors });
  expect(usedOnAgent(pod, 'S1').cpus).toBeCloseTo(0.3);
  applyRecord(pod, {
    type: 'TASK_UPDATED',
    task_updated: {
      framework_id: { value: 'marathon' },
      state: 'TASK_KILLED',
      status: { task_id: { value: 'one' }, state: 'TASK_KILLED' },
    },
  });
  expect(usedOnAgent(pod, 'S1').cpus).toBe(0);
});

it('says what else has to be asked for', () => {
  const one = state([]);
  expect(applyRecord(one, { type: 'AGENT_ADDED' })).toMatchObject({ agents: true });
  expect(
    applyRecord(one, {
      type: 'FRAMEWORK_ADDED',
      framework_added: { framework: { framework_info: { id: { value: 'F' }, name: 'spark' } } },
    }),
  ).toMatchObject({ frameworks: true });
  expect(one.frameworks.get('F')).toBe('spark');
  expect(applyRecord(one, { type: 'HEARTBEAT' })).toEqual({ agents: false, frameworks: false, task: undefined });
});
