import { describe, expect, it } from 'vitest';
import type { JobRun } from '../../../api/chronos/job.ts';
import { headingsOf, heatMapOf, tellingRun } from './heat-map.ts';
import { timelineOf } from './timeline.ts';

const run = (scheduled: string, more: Partial<JobRun> = {}): JobRun => ({
  taskId: scheduled,
  job: 'backup',
  state: 'success',
  scheduled,
  finished: scheduled,
  attempt: 0,
  arguments: '',
  ...more,
});

describe('the line of time', () => {
  it('draws each run from the moment it was due, what goes on up to now', () => {
    const { longest, rows } = timelineOf(
      [
        run('2016-01-01T00:00:00Z', { started: '2016-01-01T00:00:01Z', finished: '2016-01-01T00:00:03Z' }),
        run('2016-01-01T01:00:00Z', { started: '2016-01-01T01:00:00Z', finished: undefined, state: 'running' }),
        run('2016-01-01T02:00:00Z', { state: 'queued', finished: undefined }),
      ],
      Date.parse('2016-01-01T01:00:10Z'),
      5,
    );
    expect(longest).toBe(10_000);
    expect(rows).toMatchObject([
      { scheduled: '2016-01-01T01:00:00Z', bars: [{ start: 0, width: 1 }] },
      { scheduled: '2016-01-01T00:00:00Z', bars: [{ start: 0.1, width: 0.2 }] },
    ]);
  });

  it('puts what was tried again into the row of the moment it was tried for', () => {
    const due = '2016-01-01T00:00:00Z';
    const { rows } = timelineOf(
      [
        run(due, { attempt: 1, started: '2016-01-01T00:01:00Z', finished: '2016-01-01T00:01:40Z' }),
        run(due, { started: '2016-01-01T00:00:00Z', finished: '2016-01-01T00:00:20Z', state: 'failure' }),
      ],
      0,
      5,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.bars.map(({ run: { attempt }, start, width }) => [attempt, start, width])).toEqual([
      [0, 0, 0.2],
      [1, 0.6, 0.4],
    ]);
  });

  it('keeps to the latest moments', () => {
    const at = (hour: number) => `2016-01-01T0${hour}:00:00Z`;
    const runs = [1, 2, 3].map((hour) => run(at(hour), { started: at(hour) }));
    expect(timelineOf(runs, 0, 2).rows.map(({ scheduled }) => scheduled)).toEqual([at(3), at(2)]);
  });
});

describe('the map of heat', () => {
  it('says what its cells are', () => {
    expect(headingsOf('week', String)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    expect(headingsOf('day', String).filter(Boolean)).toEqual(['00', '06', '12', '18']);
    expect(headingsOf('hour', String).filter(Boolean)).toEqual([':00', ':15', ':30', ':45']);
  });

  const daily = Array.from({ length: 30 }, (_, day) => run(new Date(Date.UTC(2016, 0, 1 + day, 12)).toISOString()));

  it('has weeks of days where the runs are days apart', () => {
    const { unit, rows } = heatMapOf(daily, 'UTC');
    expect(unit).toBe('week');
    expect(rows.map(({ label, cells }) => [label, cells.map(({ length }) => length).join('')])).toEqual([
      ['2016-01-25', '1111110'],
      ['2016-01-18', '1111111'],
      ['2016-01-11', '1111111'],
      ['2016-01-04', '1111111'],
      ['2015-12-28', '0000111'],
    ]);
  });

  it('has days of hours where they are hours apart, on the clock of the reader', () => {
    const { unit, rows } = heatMapOf([run('2016-01-02T23:30:00Z'), run('2016-01-01T22:10:00Z')], 'Europe/Berlin');
    expect(unit).toBe('day');
    expect(rows.map(({ label, cells }) => [label, cells.findIndex(({ length }) => length > 0)])).toEqual([
      ['2016-01-03', 0],
      ['2016-01-02', -1],
      ['2016-01-01', 23],
    ]);
  });

  it('has hours of five minutes where they are minutes apart', () => {
    const { unit, rows } = heatMapOf([run('2016-01-01T01:04:00Z'), run('2016-01-01T01:03:00Z'), run('2016-01-01T00:59:00Z')], 'UTC');
    expect(unit).toBe('hour');
    expect(rows.map(({ label, cells }) => [label, cells[0]?.length, cells[11]?.length])).toEqual([
      ['2016-01-01 01:00', 2, 0],
      ['2016-01-01 00:00', 0, 1],
    ]);
  });

  it('has nothing where nothing ran', () => {
    expect(heatMapOf([], 'UTC').rows).toEqual([]);
  });

  it('looks as the worst run of a cell', () => {
    const good = run('2016-01-01T01:00:00Z');
    const bad = run('2016-01-01T00:30:00Z', { state: 'failure' });
    const going = run('2016-01-01T00:00:00Z', { state: 'running', finished: undefined });
    expect(tellingRun([good, bad])).toBe(bad);
    expect(tellingRun([good, bad, going])).toBe(going);
    expect(tellingRun([])).toBeUndefined();
  });
});
