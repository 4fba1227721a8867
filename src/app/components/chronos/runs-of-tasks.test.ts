import { expect, it } from 'vitest';
import type { MesosTask } from '../../live/mesos-tasks.ts';
import { runsOfTasks } from './runs-of-tasks.ts';

const task = (id: string, state: string, more: Partial<MesosTask> = {}): MesosTask =>
  ({ id, name: '', frameworkId: 'F', agentId: 'S0', executorId: id, role: '*', state, stage: 'completed', ...more }) as MesosTask;

it('reads the runs of one job off the tasks that Mesos remembers, newest first', () => {
  const runs = runsOfTasks(
    [
      task('ct:1000:0:backup:', 'TASK_FAILED', { startedAt: 2000, stoppedAt: 3000 }),
      task('ct:1000:1:backup:', 'TASK_FINISHED'),
      task('ct:9000:0:backup:--full', 'TASK_RUNNING', { stage: 'active' }),
      task('ct:9000:0:backup2:', 'TASK_RUNNING', { stage: 'active' }),
      task('redis.instance-1._app.1', 'TASK_RUNNING', { stage: 'active' }),
    ],
    'backup',
  );
  expect(runs.map(({ attempt, state, arguments: args }) => [attempt, state, args])).toEqual([
    [0, 'running', '--full'],
    [1, 'success', ''],
    [0, 'failure', ''],
  ]);
  expect(runs[2]).toMatchObject({
    scheduled: '1970-01-01T00:00:01.000Z',
    started: '1970-01-01T00:00:02.000Z',
    finished: '1970-01-01T00:00:03.000Z',
  });
});
