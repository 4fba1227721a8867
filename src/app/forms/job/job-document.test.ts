import { expect, it } from 'vitest';
import type { ChronosJob } from '../../../api/chronos/job.ts';
import { duplicateOf, mergedEdit, newJob, triggerOf, withTrigger } from './job-document.ts';

const job = {
  name: 'backup',
  command: 'tar',
  schedule: 'R5/2026-01-01T00:00:00Z/P1D',
  scheduleTimeZone: 'UTC',
  successCount: 3,
  errorCount: 1,
  lastSuccess: 'x',
  lastError: 'y',
  errorsSinceLastSuccess: 0,
  mine: 'kept',
} as unknown as ChronosJob;

it('begins with a run each day from the next full hour on', () => {
  expect(newJob(new Date(2026, 0, 31, 23, 10), 'Europe/Berlin')).toMatchObject({
    schedule: 'R/2026-02-01T00:00:00Z/P1D',
    scheduleTimeZone: 'Europe/Berlin',
  });
});

it('copies a job without what it has counted, by a name that is free', () => {
  expect(duplicateOf(job, new Set(['backup', 'backup-copy']))).toEqual({
    name: 'backup-copy-2',
    command: 'tar',
    schedule: 'R5/2026-01-01T00:00:00Z/P1D',
    scheduleTimeZone: 'UTC',
    mine: 'kept',
  });
});

it('changes between a schedule and parents, and back without loss', () => {
  const dependent = withTrigger({ ...job }, 'dependent', {});
  expect(dependent).not.toHaveProperty('schedule');
  expect(dependent['parents']).toEqual([]);
  const back = withTrigger(dependent, 'scheduled', { ...job });
  expect(triggerOf(back)).toBe('scheduled');
  expect(back).toEqual({ ...job });
});

it('sends what was changed over what Chronos has by now', () => {
  const start = { ...job };
  const latest = { ...job, schedule: 'R4/2026-01-02T00:00:00Z/P1D', successCount: 4 };
  expect(mergedEdit(start, { ...start, command: 'zip' }, latest)).toEqual({ ...latest, command: 'zip' });
  const moved = 'R/2027-01-01T00:00:00Z/P1D';
  expect(mergedEdit(start, { ...start, schedule: moved }, latest)).toMatchObject({ schedule: moved, successCount: 4 });
  const { mine: _, ...without } = start as typeof start & { mine: string };
  expect(mergedEdit(start, without, latest)).not.toHaveProperty('mine');
});
