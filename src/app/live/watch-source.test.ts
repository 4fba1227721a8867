import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createFreshness } from './freshness.ts';
import { createLink } from './link.ts';
import type { Source } from './sources.ts';
import { watchSource } from './watch-source.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { visibilityState: 'visible' });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function setup() {
  const source: Source = { freshness: createFreshness(), link: createLink(), ping: '/mesos/version' };
  const server = { mode: 'well' as 'well' | 'gone' | 'hanging', asked: 0 };
  const stop = watchSource(source, () => {
    server.asked += 1;
    if (server.mode === 'gone') return Promise.reject(new TypeError('network'));
    return server.mode === 'well' ? Promise.resolve() : new Promise((_, reject) => setTimeout(() => reject(new Error('timeout')), 4_000));
  });
  const now = () => source.freshness.current();
  return { source, server, stop, now };
}

it('asks a silent source, and leaves one alone that speaks', async () => {
  const { source, server, stop } = setup();
  await vi.advanceTimersByTimeAsync(10_000);
  const asked = server.asked;
  expect(asked).toBeGreaterThan(5);
  for (let n = 0; n < 20; n += 1) {
    source.freshness.heard(Date.now());
    await vi.advanceTimersByTimeAsync(500);
  }
  expect(server.asked).toBe(asked);
  stop();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(server.asked).toBe(asked);
});

it('says within three seconds that a source does not answer any more', async () => {
  const { server, stop, now } = setup();
  await vi.advanceTimersByTimeAsync(5_000);
  server.mode = 'hanging';
  await vi.advanceTimersByTimeAsync(3_000);
  const state = now();
  expect(state.kind === 'live' && state.behind).toBeGreaterThanOrEqual(3);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(now().kind).toBe('reconnecting');
  stop();
});

it('doubts a stream that was silent while the source did not answer', async () => {
  const { source, server, stop } = setup();
  let doubts = 0;
  source.link.onDoubt(() => (doubts += 1));
  await vi.advanceTimersByTimeAsync(5_000);
  server.mode = 'hanging';
  await vi.advanceTimersByTimeAsync(4_000);
  server.mode = 'well';
  await vi.advanceTimersByTimeAsync(3_000);
  expect(doubts).toBe(1);
  stop();
});

it('counts its tries while the source is gone, and is back soon after it', async () => {
  const { server, stop, now } = setup();
  await vi.advanceTimersByTimeAsync(5_000);
  server.mode = 'gone';
  await vi.advanceTimersByTimeAsync(1_600);
  expect(now().kind).toBe('reconnecting');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(now()).toMatchObject({ kind: 'reconnecting' });
  server.mode = 'well';
  await vi.advanceTimersByTimeAsync(3_000);
  expect(now()).toMatchObject({ kind: 'live', behind: 0 });
  stop();
});

it('asks at once when its stream is cut', async () => {
  const { source, server, stop, now } = setup();
  await vi.advanceTimersByTimeAsync(0);
  server.mode = 'gone';
  source.link.set({ kind: 'reconnecting', attempt: 1 });
  await vi.advanceTimersByTimeAsync(0);
  expect(now()).toMatchObject({ kind: 'reconnecting', attempt: 1 });
  stop();
});

it('asks nothing while nobody looks', async () => {
  const { server, stop } = setup();
  await vi.advanceTimersByTimeAsync(0);
  vi.stubGlobal('document', { visibilityState: 'hidden' });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(server.asked).toBe(1);
  stop();
});
