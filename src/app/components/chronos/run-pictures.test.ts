import { expect, it } from 'vitest';
import type { JobRun } from '../../../api/chronos/job.ts';
import { heatMapOf } from './heat-map.ts';
import { timelineOf } from './timeline.ts';

const run = (scheduled: string, more: Partial<JobRun> = {}): JobRun => ({
  taskId: scheduled,
  job: 'backup',
  state: 'success',
  scheduled,
  attempt: 0,
  arguments: '',
  ...more,
});

it('draws what has started on one line of time, what goes on up to now', () => {
  const { from, to, bars } = timelineOf(
    [
      run('b', { started: '2016-01-01T00:00:08Z', state: 'running' }),
      run('a', { started: '2016-01-01T00:00:00Z', finished: '2016-01-01T00:00:02Z' }),
      run('waits', { state: 'queued' }),
    ],
    Date.parse('2016-01-01T00:00:10Z'),
  );
  expect([from, to]).toEqual([Date.parse('2016-01-01T00:00:00Z'), Date.parse('2016-01-01T00:00:10Z')]);
  expect(bars.map(({ run: { taskId }, left, width }) => [taskId, left, width])).toEqual([
    ['a', 0, 0.2],
    ['b', 0.8, 0.2],
  ]);
});

it('puts the runs of a day in a row, the latest day first', () => {
  const days = heatMapOf([run('2016-01-02T12:00:00Z'), run('2016-01-01T13:00:00Z'), run('2016-01-01T11:00:00Z')]);
  expect(days.map(({ day, runs }) => [day, runs.map(({ scheduled }) => scheduled.slice(11, 13))])).toEqual([
    ['2016-01-02', ['12']],
    ['2016-01-01', ['11', '13']],
  ]);
});
