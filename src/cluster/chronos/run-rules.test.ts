import { describe, expect, it } from 'vitest';
import { ended, mayBegin, newRun, RETRY_MS, stateText, statusOf } from './run-rules.ts';
import type { JobRecord, RunRecord } from './state.ts';
import { afterDue, timingOf } from './timing.ts';

const NOW = Date.UTC(2016, 3, 26, 9);
const COUNTERS = { successCount: 0, errorCount: 0, lastSuccess: '', lastError: '', errorsSinceLastSuccess: 0 };
const job = (settings: Partial<JobRecord['settings']> = {}, schedule = 'R/2016-04-26T09:00:00Z/PT1H'): JobRecord =>
  ({
    settings: { name: 'backup', retries: 0, disabled: false, concurrent: false, softError: false, ...settings },
    counters: COUNTERS,
    trigger: timingOf(schedule, '', NOW),
  }) as JobRecord;
const run = (state: RunRecord['state'], more: Partial<RunRecord> = {}): RunRecord => ({
  ...newRun(job(), { dueAt: NOW, now: NOW, last: false, others: [] }),
  state,
  endedAt: NOW + 1000,
  ...more,
});

describe('the end of a run', () => {
  it('counts a success and makes its children run', () => {
    const { job: after, triggers } = ended(job(), run('success'));
    expect(after.counters).toMatchObject({ successCount: 1, lastSuccess: '2016-04-26T09:00:01.000Z' });
    expect(triggers).toBe(true);
    expect(statusOf(after.counters)).toBe('success');
  });

  it('disables a job that succeeded in the last of its runs, and not one that failed in it', () => {
    const once = job({}, 'R1/2016-04-26T09:00:00Z/PT1H');
    const used = { ...once, trigger: afterDue(timingOf('R1/2016-04-26T09:00:00Z/PT1H', '', NOW), NOW) };
    expect(ended(used, run('success', { last: true })).job.settings.disabled).toBe(true);
    expect(ended(used, run('failure', { last: true })).job.settings.disabled).toBe(false);
  });

  it('tries again a minute later and counts nothing while it may', () => {
    const first = ended(job({ retries: 1 }), run('failure'));
    expect(first.job.counters).toEqual(COUNTERS);
    expect(first.retry).toMatchObject({ attempt: 1, queuedAt: NOW + 1000 + RETRY_MS, state: 'queued', taskId: `ct:${NOW}:1:backup:` });
    const second = ended(job({ retries: 1 }), run('failure', { attempt: 1 }));
    expect(second.retry).toBeUndefined();
    expect(second.job.counters).toMatchObject({ errorCount: 1, errorsSinceLastSuccess: 1 });
    expect(second.triggers).toBe(false);
  });

  it('lets children run after a soft error', () => {
    expect(ended(job({ softError: true }), run('failure')).triggers).toBe(true);
    expect(ended(job({ softError: true, retries: 1 }), run('failure')).triggers).toBe(false);
  });

  it('counts a kill as nothing, unless it was for taking too long', () => {
    expect(ended(job({ retries: 3 }), run('killed'))).toMatchObject({ job: { counters: COUNTERS }, triggers: false });
    expect(ended(job({ retries: 3 }), run('killed', { overdue: true })).retry).toBeDefined();
  });

  it('disables a job that fails too often in a row, where that is wished', () => {
    const failing = { ...job(), counters: { ...COUNTERS, errorsSinceLastSuccess: 2 } };
    expect(ended(failing, run('failure')).job.settings.disabled).toBe(false);
    expect(ended(failing, run('failure'), 3).job.settings.disabled).toBe(true);
  });
});

it('tells runs of one moment apart', () => {
  const others = [run('success'), run('running', { dueAt: NOW + 1 })];
  expect(newRun(job(), { dueAt: NOW, now: NOW, last: false, others }).taskId).toBe(`ct:${NOW + 2}:0:backup:`);
});

it('begins one run at a time, more when it is concurrent, and none when it is disabled', () => {
  expect(mayBegin(job(), [])).toBe(true);
  expect(mayBegin(job(), [run('success')])).toBe(true);
  expect(mayBegin(job(), [run('running')])).toBe(false);
  expect(mayBegin(job({ concurrent: true }), [run('running')])).toBe(true);
  expect(mayBegin(job({ concurrent: true }), [run('queued')])).toBe(false);
  expect(mayBegin(job({ disabled: true }), [])).toBe(false);
});

it('says what is going on', () => {
  expect([stateText([]), stateText([run('queued')]), stateText([run('queued'), run('running'), run('staging')])]).toEqual([
    'idle',
    'queued',
    '2 running',
  ]);
});
