import { expect, test } from 'vitest';
import type { JobRecord, RunRecord } from '../../src/cluster/chronos/state.ts';
import { nextRunAt } from '../../src/cluster/chronos/timing.ts';
import { memoryStore } from '../../src/cluster/kernel/store.ts';
import type { ScenarioJob } from './scenario.ts';
import { scenarios } from './scenarios.ts';
import { jobWrites } from './seed-jobs.ts';

const NOW = Date.UTC(2026, 5, 1, 12);

function seeded(jobs: readonly ScenarioJob[]) {
  const store = memoryStore();
  store.write(jobWrites(jobs, { now: NOW, seed: 1 }));
  return {
    job: (name: string) => store.read<JobRecord>('chronos/jobs', name),
    runs: (name: string) =>
      store
        .list<RunRecord>('chronos/runs')
        .flatMap(([, run]) => (run.job === name ? [run] : []))
        .toSorted((a, b) => a.dueAt - b.dueAt),
  };
}

const daily: ScenarioJob = {
  body: { name: 'daily', command: 'true', schedule: 'R/2016-01-04T02:30:00Z/P1D', retries: 2 },
  past: { runs: 5, seconds: [10, 20], failed: [0] },
};
const after: ScenarioJob = { body: { name: 'after', command: 'true', parents: ['daily'] }, past: { runs: 3, seconds: [1, 2] } };

test('a job has run when its schedule says, and runs next when it says', () => {
  const { job, runs } = seeded([daily]);
  expect(runs('daily').map(({ dueAt }) => new Date(dueAt).toISOString().slice(5, 16))).toEqual([
    '05-28T02:30',
    '05-29T02:30',
    '05-30T02:30',
    '05-31T02:30',
    '06-01T02:30',
  ]);
  const trigger = job('daily')?.trigger;
  expect(trigger?.kind === 'scheduled' && nextRunAt(trigger)).toBe(Date.UTC(2026, 5, 2, 2, 30));
  expect(job('daily')?.counters).toMatchObject({ successCount: 4, errorCount: 1, errorsSinceLastSuccess: 1 });
});

test('a job that runs after another did so at the end of its good runs', () => {
  const { runs } = seeded([daily, after]);
  expect(runs('after').map(({ dueAt }) => dueAt)).toEqual(
    runs('daily')
      .slice(1, 4)
      .map(({ endedAt }) => endedAt),
  );
});

test('a job that Chronos would refuse is an error', () => {
  const wrong = { ...daily, body: { ...daily.body, schedule: 'R/2016-01-04T02:30:00Z/PT0S' } };
  expect(() => jobWrites([wrong], { now: NOW, seed: 1 })).toThrow('no length');
});

test.each(scenarios.map((scenario) => [scenario.name, scenario.jobs ?? []] as const))('the jobs of %s can be there', (_, jobs) => {
  expect(() => jobWrites(jobs, { now: NOW, seed: 1 })).not.toThrow();
  const names = new Set<string>();
  for (const { body } of jobs) {
    expect(names.has(body.name)).toBe(false);
    for (const parent of body.parents ?? []) expect(names).toContain(parent);
    names.add(body.name);
  }
});
