import { describe, expect, it } from 'vitest';
import { begun, childrenOf, circle, isReady, noteSuccess, orphans, type Jobs } from './job-graph.ts';
import type { JobRecord } from './state.ts';
import { timingOf } from './timing.ts';

const job = (name: string, parents?: string[]): JobRecord =>
  ({
    settings: { name },
    trigger: parents ? { kind: 'dependent', parents, succeeded: [] } : timingOf('R/2099-01-01T00:00:00Z/P1D', '', 0),
  }) as JobRecord;
const jobs = (...list: JobRecord[]): Jobs => new Map(list.map((each) => [each.settings.name, each]));
const get = (all: Jobs, name: string): JobRecord => {
  const found = all.get(name);
  if (!found) throw new Error(name);
  return found;
};

const all = jobs(job('a'), job('b', ['a']), job('c', ['b']), job('d', ['a', 'b']), job('e'));

it('finds who runs after whom', () => {
  expect(childrenOf(all, 'a').map(({ settings }) => settings.name)).toEqual(['b', 'd']);
});

it('finds the way round a circle, and none where there is none', () => {
  expect(circle(all, 'a', ['c'])).toEqual(['a', 'c', 'b', 'a']);
  expect(circle(all, 'a', ['a'])).toEqual(['a', 'a']);
  expect(circle(all, 'd', ['c', 'e'])).toBeUndefined();
});

describe('the removal of a job', () => {
  it('hands the parents of a dependent job to its children', () => {
    expect(orphans(all, get(all, 'b')).map(({ settings, trigger }) => [settings.name, trigger])).toEqual([
      ['c', { kind: 'dependent', parents: ['a'], succeeded: [] }],
      ['d', { kind: 'dependent', parents: ['a'], succeeded: [] }],
    ]);
  });

  it('hands the schedule of a scheduled job to all its children', () => {
    expect(orphans(all, get(all, 'a')).map(({ settings, trigger }) => [settings.name, trigger.kind])).toEqual([
      ['b', 'scheduled'],
      ['d', 'scheduled'],
    ]);
  });
});

describe('a job with two parents', () => {
  it('is ready when both have succeeded since its last start, however often one of them did', () => {
    const once = noteSuccess(get(all, 'd'), 'a');
    const twice = noteSuccess(once, 'a');
    const both = noteSuccess(twice, 'b');
    expect([once, twice, both].map(isReady)).toEqual([false, false, true]);
    expect(isReady(noteSuccess(begun(both), 'b'))).toBe(false);
  });
});
