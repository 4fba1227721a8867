import { afterEach, expect, it, vi } from 'vitest';
import { SOURCES } from '../sources.ts';
import { compactState } from './compact.ts';
import { mesosStore } from './current.ts';
import { stateOf } from './mesos-state.ts';

const { link } = SOURCES.mesos;
const never = new AbortController().signal;

afterEach(() => {
  vi.useRealTimers();
  mesosStore.set(undefined);
  link.set({ kind: 'connecting' });
});

it('waits for what the stream tells', async () => {
  const soon = mesosStore.soon(never);
  const state = stateOf(compactState({}));
  link.set({ kind: 'live' });
  mesosStore.set(state);
  expect(await soon).toBe(state);
  expect(await mesosStore.soon(never)).toBe(state);
});

it.each([{ kind: 'absent' }, { kind: 'reconnecting', attempt: 1 }] as const)('does not wait for a stream that is $kind', async (now) => {
  const soon = mesosStore.soon(never);
  link.set(now);
  expect(await soon).toBeUndefined();
});

it('does not wait for ever', async () => {
  vi.useFakeTimers();
  const soon = mesosStore.soon(never);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await soon).toBeUndefined();
});

it('gives up with whoever asked', async () => {
  const asked = new AbortController();
  const soon = mesosStore.soon(asked.signal);
  asked.abort();
  await expect(soon).rejects.toThrow();
});
