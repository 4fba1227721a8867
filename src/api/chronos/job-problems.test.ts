import { expect, it } from 'vitest';
import { readDependentJob, readScheduledJob } from './job-body.ts';
import { dependentJobProblems, scheduledJobProblems } from './job-problems.ts';

const schedule = 'R/2026-01-01T00:00:00Z/P1D';
const fields = (problems: { field: string }[]) => problems.map(({ field }) => field);

it('tells all that is wrong, each at its place', () => {
  const job = {
    name: 'a b',
    cpus: -1,
    retries: 1.5,
    constraints: [
      ['rack', 'EQUALS', '('],
      ['rack', 'LIKE', '('],
    ],
    schedule: 'R//PT0S',
    scheduleTimeZone: 'Mars/Base',
  };
  expect(fields(scheduledJobProblems(job))).toEqual(['name', 'cpus', 'retries', 'constraints.1.2', 'schedule', 'scheduleTimeZone']);
});

it('judges what can be read beside what cannot', () => {
  const container = { image: 'a', volumes: [{ containerPath: '/a', mode: 'X' }] };
  expect(fields(scheduledJobProblems({ name: 7, mem: [], container, schedule: 'daily' }))).toEqual([
    'name',
    'mem',
    'container.volumes.0.mode',
    'schedule',
  ]);
  expect(fields(dependentJobProblems({ mem: 'much' }))).toEqual(['name', 'mem', 'parents']);
});

it.each([undefined, null, 'text', 7, []])('takes %j for no job', (value) => {
  expect(scheduledJobProblems(value)[0]).toMatchObject({ message: expect.stringMatching(/JSON object/) });
});

it('answers the first problem, or the job', () => {
  expect(readScheduledJob({ name: 'a', schedule: 'R//PT0S' })).toMatchObject({ problem: { field: 'schedule' } });
  expect(readScheduledJob({ name: 'a', schedule })).toMatchObject({ schedule, scheduleTimeZone: '', settings: { retries: 2 } });
  expect(readDependentJob({ name: 'a', parents: ['b', 'b'] })).toMatchObject({ parents: ['b'] });
});
