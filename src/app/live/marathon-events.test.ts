import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followEvents, retryDelayMs, type LinkState } from './marathon-events.ts';

const encoder = new TextEncoder();

/** A stream that the test writes into, and what the follower told about it. */
function setup(open?: (signal: AbortSignal) => Promise<Response>) {
  const streams: ReadableStreamDefaultController<Uint8Array>[] = [];
  const events: unknown[] = [];
  const states: string[] = [];
  let opened = 0;
  const answer = async (): Promise<Response> => {
    const body = new ReadableStream<Uint8Array>({ start: (controller) => void streams.push(controller) });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  };
  const stop = followEvents({
    open: open ?? answer,
    onOpen: () => (opened += 1),
    onEvent: (data) => events.push(data),
    onState: (state: LinkState) => states.push(state.kind === 'reconnecting' ? `reconnecting ${state.attempt}` : state.kind),
    random: () => 1,
  });
  const write = async (stream: number, text: string): Promise<void> => {
    streams[stream]?.enqueue(encoder.encode(text));
    await vi.advanceTimersByTimeAsync(0);
  };
  return { streams, events, states, stop, write, opened: () => opened };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('reads events however they are cut into chunks, and skips what is no JSON', async () => {
  const { events, write, stop, opened } = setup();
  await vi.advanceTimersByTimeAsync(0);
  await write(0, 'event: status_update_event\r\nda');
  await write(0, 'ta: {"eventType":"status_update_event","appId":"/redis"}\r\n\r\n\r\ndata: oops\r\n\r\n');
  expect(events).toEqual([{ eventType: 'status_update_event', appId: '/redis' }]);
  expect(opened()).toBe(1);
  stop();
});

it('comes back after the end of a stream and says that events were missed', async () => {
  const { streams, states, stop, opened } = setup();
  await vi.advanceTimersByTimeAsync(0);
  streams[0]?.close();
  await vi.advanceTimersByTimeAsync(499);
  expect(states).toEqual(['connecting', 'live', 'reconnecting 1']);
  await vi.advanceTimersByTimeAsync(2);
  expect(states.at(-1)).toBe('live');
  expect(opened()).toBe(2);
  stop();
});

it('takes a silent connection for a dead one, and a beat for a sign of life', async () => {
  const { states, write, stop } = setup();
  await vi.advanceTimersByTimeAsync(30_000);
  await write(0, '\r\n');
  await vi.advanceTimersByTimeAsync(30_000);
  expect(states.at(-1)).toBe('live');
  await vi.advanceTimersByTimeAsync(5_100);
  expect(states.at(-1)).toBe('reconnecting 1');
  stop();
});

it.each([
  ['an error', async () => new Response('no', { status: 503 })],
  ['a login page', async () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
  ['no connection', async () => Promise.reject(new TypeError('network'))],
])('tries again for ever after %s, more and more slowly', async (_, open) => {
  const { states, stop } = setup(open);
  await vi.advanceTimersByTimeAsync(500 + 1000 + 2000 + 4000 + 10);
  expect(states.at(-1)).toBe('reconnecting 5');
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(states.at(-1)).toBe('reconnecting 5');
});

it('waits at most half a minute', () => {
  expect(retryDelayMs(40, () => 1)).toBe(30_000);
  expect(retryDelayMs(1, () => 0)).toBe(250);
});
