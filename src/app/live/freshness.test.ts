import { describe, expect, it } from 'vitest';
import { createFreshness, pollDelay, secondsBehind } from './freshness.ts';

describe('a polled source', () => {
  it('counts the failures in a row and remembers when it was last heard', () => {
    const store = createFreshness();
    store.heard(1_000);
    store.failed();
    store.failed();
    expect(store.current()).toEqual({ kind: 'reconnecting', attempt: 2, lastHeard: 1_000 });
    store.heard(9_000);
    expect(store.current()).toEqual({ kind: 'live', since: 9_000 });
    store.failed();
    expect(store.current()).toMatchObject({ attempt: 1 });
  });

  it('tells its readers of every change', () => {
    const store = createFreshness();
    let told = 0;
    const stop = store.subscribe(() => told++);
    store.heard(1);
    store.failed();
    stop();
    store.heard(2);
    expect(told).toBe(2);
  });
});

it('is behind only after several silent intervals', () => {
  const live = { kind: 'live', since: 10_000 } as const;
  expect(secondsBehind(live, 2_000, 15_000)).toBe(0);
  expect(secondsBehind(live, 2_000, 19_000)).toBe(9);
  expect(secondsBehind({ kind: 'reconnecting', attempt: 1, lastHeard: undefined }, 2_000, 99_000)).toBe(0);
});

describe('pollDelay', () => {
  const failing = (attempt: number) => ({ kind: 'reconnecting', attempt, lastHeard: undefined }) as const;
  it('keeps the interval while all is well', () => {
    expect(pollDelay({ kind: 'live', since: 0 }, 2_000)).toBe(2_000);
  });
  it('doubles up to a bound, for ever', () => {
    const middle = () => 0.5;
    expect([1, 2, 3, 4, 5, 60].map((attempt) => pollDelay(failing(attempt), 2_000, middle))).toEqual([
      2_000, 4_000, 8_000, 16_000, 20_000, 20_000,
    ]);
  });
  it('spreads by a fifth to either side', () => {
    expect(pollDelay(failing(1), 2_000, () => 0)).toBe(1_600);
    expect(pollDelay(failing(1), 2_000, () => 1)).toBe(2_400);
  });
});
