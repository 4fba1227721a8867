import { expect, it } from 'vitest';
import type { TaskJson } from '../../api/mesos/state.ts';
import { tasksOf } from './agent-query.ts';

const task = (id: string, statuses: TaskJson['statuses']): TaskJson => ({
  id,
  name: 'redis',
  framework_id: 'f',
  executor_id: '',
  slave_id: 's',
  state: 'TASK_RUNNING',
  resources: { cpus: 0.1, mem: 32, disk: 0, gpus: 0 },
  role: '*',
  statuses,
});

it('lists the tasks of all executors under the name of their framework, with the time of their last status', () => {
  const statuses = [
    { state: 'TASK_STAGING', timestamp: 1_465_000_000 },
    { state: 'TASK_RUNNING', timestamp: 1_465_000_001.5 },
  ] as const;
  const executor = { tasks: [task('a', [...statuses])] } as never;
  const state = { frameworks: [{ name: 'marathon', executors: [executor] }, { name: 'chronos' }] };
  expect(tasksOf(state)).toEqual([
    { id: 'a', name: 'redis', framework: 'marathon', state: 'TASK_RUNNING', cpus: 0.1, mem: 32, since: 1_465_000_001_500 },
  ]);
});

it('finds none on an agent without frameworks', () => {
  expect(tasksOf({})).toEqual([]);
});
