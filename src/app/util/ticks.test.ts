import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { onTick } from './ticks.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 10_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

it('tells all of one pace the same time by one timer, whenever they came', () => {
  const heard: [string, number][] = [];
  const stopFirst = onTick(1_000, (now) => heard.push(['first', now]));
  vi.advanceTimersByTime(700);
  const stopSecond = onTick(1_000, (now) => heard.push(['second', now]));
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(300);
  expect(heard).toEqual([
    ['first', 11_000],
    ['second', 11_000],
  ]);
  stopFirst();
  stopSecond();
});

it('keeps a pace of its own for each length', () => {
  const slow = vi.fn<(now: number) => void>();
  const stops = [onTick(1_000, () => undefined), onTick(5_000, slow)];
  vi.advanceTimersByTime(5_000);
  expect(slow.mock.calls).toEqual([[15_000]]);
  for (const stop of stops) stop();
});

it('ticks for nobody once the last one has gone, and again for who comes then', () => {
  const stop = onTick(1_000, () => undefined);
  stop();
  stop();
  expect(vi.getTimerCount()).toBe(0);
  const again = vi.fn<(now: number) => void>();
  const stopAgain = onTick(1_000, again);
  stop();
  vi.advanceTimersByTime(1_000);
  expect(again).toHaveBeenCalledOnce();
  stopAgain();
});
