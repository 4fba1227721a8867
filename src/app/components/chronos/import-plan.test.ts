import { expect, it } from 'vitest';
import { importPlan } from './import-plan.ts';

const words = { importTwice: 'twice', importParents: (names: string) => `no ${names}` };
const schedule = 'R/2099-01-01T00:00:00Z/P1D';
const plan = (jobs: Record<string, unknown>[], existing: string[] = []) => importPlan(jobs, new Set(existing), words);

it('tells what is made, what is replaced, and sends parents first', () => {
  const { jobs, made, replaced, wrong } = plan(
    [
      { name: 'child', parents: ['parent', 'there'] },
      { name: 'parent', schedule },
    ],
    ['there', 'parent'],
  );
  expect(jobs.map(({ name }) => name)).toEqual(['parent', 'child']);
  expect({ made, replaced, wrong }).toEqual({ made: ['child'], replaced: ['parent'], wrong: [] });
});

it('leaves out what Chronos would refuse, and what would run after that', () => {
  const { jobs, wrong } = plan([
    { name: 'a b', schedule },
    { name: 'never', schedule: 'R//PT0S' },
    { name: 'after-never', parents: ['never'] },
    { name: 'after-that', parents: ['after-never'] },
    { name: 'one', schedule },
    { name: 'one', schedule },
  ]);
  expect(jobs).toEqual([{ name: 'one', schedule }]);
  expect(wrong.map(({ name }) => name)).toEqual(['a b', 'never', 'one', 'after-never', 'after-that']);
  expect(wrong.slice(2).map(({ message }) => message)).toEqual(['twice', 'no never', 'no after-never']);
});
