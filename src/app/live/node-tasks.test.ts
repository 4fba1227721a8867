import { expect, it } from 'vitest';
import type { MesosTask } from './mesos-tasks.ts';
import { stateOf } from './mesos-store/mesos-state.ts';
import { nodeTasksOf } from './node-tasks.ts';

const task = (id: string, more: Partial<MesosTask> = {}): MesosTask => ({
  id,
  name: id,
  frameworkId: 'f1',
  agentId: 's1',
  executorId: id,
  role: '*',
  state: 'TASK_RUNNING',
  stage: 'active',
  healthy: undefined,
  startedAt: 0,
  changedAt: 0,
  stoppedAt: undefined,
  resources: { cpus: 1, gpus: 0, mem: 32, disk: 0 },
  ...more,
});

const frameworks: [string, string][] = [
  ['f1', 'marathon'],
  ['f2', 'chronos'],
];
const newState = (tasks: MesosTask[]) => stateOf({ tasks, frameworks, executors: [], heartbeatSeconds: undefined });

it('adds up what each framework has on a node, by name', () => {
  const state = newState([
    task('a'),
    task('b'),
    task('job', { frameworkId: 'f2' }),
    task('other', { agentId: 's2' }),
    task('ended', { stage: 'completed', state: 'TASK_FINISHED' }),
    task('lost', { stage: 'unreachable', state: 'TASK_UNREACHABLE' }),
  ]);
  const { tasks, services } = nodeTasksOf(state).of('s1');
  expect(tasks.map(({ id, framework }) => `${id} of ${framework}`)).toEqual([
    'a of marathon',
    'b of marathon',
    'job of chronos',
    'lost of marathon',
  ]);
  // what is out of reach uses nothing that anybody knows of
  expect(services.map(({ name, tasks: count, cpus }) => [name, count, cpus])).toEqual([
    ['chronos', 1, 1],
    ['marathon', 2, 2],
  ]);
});

it('answers the same for a node of which nothing has changed, and is itself new when anything has', () => {
  const state = newState([task('a'), task('other', { agentId: 's2' })]);
  const before = nodeTasksOf(state);
  expect(nodeTasksOf(state)).toBe(before);
  const [first, second] = [before.of('s1'), before.of('s2')];
  state.tasks.put(task('new'));
  state.version += 1;
  const after = nodeTasksOf(state);
  expect(after).not.toBe(before);
  expect(after.of('s2')).toBe(second);
  expect(after.of('s1')).not.toBe(first);
  expect(after.of('nowhere').tasks).toEqual([]);
});
