import { expect, it } from 'vitest';
import type { ChronosJob, JobSummary } from '../../../api/chronos/job.ts';
import { readFilter } from '../../filters/read-filter.ts';
import { jobFields } from './job-fields.ts';
import { countJobs, jobRows, matchesJob } from './job-rows.ts';

const summary = (name: string, more: Partial<JobSummary> = {}): JobSummary => ({
  name,
  status: 'fresh',
  state: 'idle',
  schedule: 'R/2099-01-01T00:00:00.000Z/P1D',
  parents: [],
  disabled: false,
  ...more,
});
const job = (name: string, more: object = {}) =>
  ({
    name,
    command: `run ${name}`,
    disabled: false,
    successCount: 3,
    errorCount: 1,
    schedule: 'R/2099-01-01T00:00:00.000Z/P1D',
    scheduleTimeZone: '',
    ...more,
  }) as ChronosJob;

it('joins what goes on with what a job is and how long it takes', () => {
  const [row] = jobRows({ summaries: [summary('a', { state: '2 running' })], jobs: [job('a')], medians: { a: 1.5 }, tails: { a: 0 } }, 0);
  expect(row).toMatchObject({
    state: 'running',
    running: 2,
    ratio: 0.75,
    runs: 4,
    nextRun: Date.UTC(2099, 0, 1),
    median: 1.5,
    tail: undefined,
  });
});

it('shows a job of which only the summary has arrived', () => {
  const [row] = jobRows({ summaries: [summary('new')], jobs: [], medians: {}, tails: {} }, 0);
  expect(row).toMatchObject({ name: 'new', job: undefined, nextRun: undefined, ratio: undefined });
});

it('counts each job by its status and by its state', () => {
  const summaries = [summary('a', { status: 'failure', state: 'queued' }), summary('b', { state: '1 running' })];
  expect(countJobs(jobRows({ summaries, jobs: [], medians: {}, tails: {} }, 0))).toEqual({
    success: 0,
    failure: 1,
    fresh: 1,
    running: 1,
    queued: 1,
    idle: 0,
  });
});

it('finds by counter, by kind and by what is written', () => {
  const summaries = [summary('backup'), summary('child', { parents: ['backup'] }), summary('off', { disabled: true, status: 'failure' })];
  const rows = jobRows({ summaries, jobs: summaries.map(({ name }) => job(name)), medians: {}, tails: {} }, 0);
  const find = (filter: Partial<Parameters<typeof matchesJob>[1]>) =>
    rows.filter((row) => matchesJob(row, { counter: undefined, kind: 'all', ...filter })).map(({ name }) => name);
  const asked = (text: string) => rows.filter((row) => readFilter(text, jobFields, rows, () => 0).test?.(row)).map(({ name }) => name);
  expect(asked('RUN back')).toEqual(['backup']);
  expect(asked('is:disabled')).toEqual(['off']);
  expect(asked('parent:backup')).toEqual(['child']);
  expect(find({ kind: 'dependent' })).toEqual(['child']);
  expect(find({ kind: 'disabled' })).toEqual(['off']);
  expect(find({ counter: 'failure' })).toEqual(['off']);
  expect(find({ counter: 'idle', kind: 'scheduled' })).toEqual(['backup', 'off']);
});
