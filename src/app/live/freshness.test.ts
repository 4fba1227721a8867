import { describe, expect, it } from 'vitest';
import { createFreshness, isStale } from './freshness.ts';
import { sourcesOf } from './sources.ts';
import { shownFreshness } from './use-sources.ts';

describe('a source', () => {
  it('counts the failures in a row and remembers when it was last heard', () => {
    const store = createFreshness();
    store.heard(1_000);
    store.failed();
    store.failed();
    expect(store.current()).toEqual({ kind: 'reconnecting', attempt: 2, lastHeard: 1_000 });
    store.heard(9_000);
    expect(store.current()).toEqual({ kind: 'live', since: 9_000, behind: 0 });
    store.failed();
    expect(store.current()).toMatchObject({ attempt: 1 });
  });

  it('tells its readers of every change, but not of each of many signs of life', () => {
    const store = createFreshness();
    let told = 0;
    const stop = store.subscribe(() => told++);
    for (let now = 1_000; now < 1_400; now += 10) store.heard(now);
    expect(told).toBe(1);
    store.failed();
    stop();
    store.heard(2_000);
    expect(told).toBe(2);
  });

  it('says how far behind it is once it does not answer, and that it is not when it does', () => {
    const store = createFreshness();
    const behind = (now: number): unknown => {
      store.passed(now);
      return store.current();
    };
    store.heard(0);
    expect(behind(2_500)).toMatchObject({ behind: 0 });
    expect(behind(2_600)).toMatchObject({ behind: 3 });
    expect(isStale(store.current())).toBe(false);
    expect(behind(10_000)).toMatchObject({ behind: 10 });
    expect(isStale(store.current())).toBe(true);
    store.heard(10_100);
    expect(store.current()).toMatchObject({ behind: 0 });
  });

  it('is stale while it is out of reach, but not because of one lost answer', () => {
    const store = createFreshness();
    store.failed();
    expect(isStale(store.current())).toBe(false);
    store.failed();
    expect(isStale(store.current())).toBe(true);
  });
});

it('is told to be reconnecting when its stream is, though it answers', () => {
  const live = { kind: 'live', since: 7, behind: 0 } as const;
  expect(shownFreshness(live, { kind: 'reconnecting', attempt: 2 })).toEqual({ kind: 'reconnecting', attempt: 2, lastHeard: 7 });
  expect(shownFreshness(live, { kind: 'absent' })).toEqual(live);
});

it.each([
  ['/', ['marathon', 'mesos']],
  ['/nodes', ['mesos']],
  ['/marathon/apps', ['mesos', 'marathon']],
  ['/services/overview', ['mesos', 'marathon']],
  ['/service/chronos/job/a', ['mesos', 'chronos']],
])('knows what %s is made of', (pathname, sources) => {
  expect(sourcesOf(pathname)).toEqual(sources);
});
