import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createEventSink } from './event-sink.ts';
import { followStream, type LinkState } from './follow-stream.ts';
import { retryDelayMs } from './retry-delay.ts';
import { wakeUp } from './wake-up.ts';

const encoder = new TextEncoder();
const words = (state: LinkState): string => (state.kind === 'reconnecting' ? `reconnecting ${state.attempt}` : state.kind);

/** A stream that the test writes into, and what the follower told about it. */
function setup(open?: (signal: AbortSignal) => Promise<Response>) {
  const streams: ReadableStreamDefaultController<Uint8Array>[] = [];
  const events: unknown[] = [];
  const states: string[] = [];
  let begun = 0;
  const answer = async (): Promise<Response> => {
    const body = new ReadableStream<Uint8Array>({ start: (controller) => void streams.push(controller) });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  };
  const stop = followStream({
    open: open ?? answer,
    mediaType: 'text/event-stream',
    begin: () => {
      begun += 1;
      return createEventSink((data) => events.push(data));
    },
    silenceMs: () => 35_000,
    onState: (state) => states.push(words(state)),
    random: () => 1,
  });
  const write = async (stream: number, text: string): Promise<void> => {
    streams[stream]?.enqueue(encoder.encode(text));
    await vi.advanceTimersByTimeAsync(0);
  };
  return { streams, events, states, stop, write, begun: () => begun };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('reads events however they are cut into chunks, and skips what is no JSON', async () => {
  const { events, write, stop, begun } = setup();
  await vi.advanceTimersByTimeAsync(0);
  await write(0, 'event: status_update_event\r\nda');
  await write(0, 'ta: {"eventType":"status_update_event","appId":"/redis"}\r\n\r\n\r\ndata: oops\r\n\r\n');
  expect(events).toEqual([{ eventType: 'status_update_event', appId: '/redis' }]);
  expect(begun()).toBe(1);
  stop();
});

it('comes back after the end of a stream and begins anew', async () => {
  const { streams, states, stop, begun, write } = setup();
  await vi.advanceTimersByTimeAsync(0);
  await write(0, '\r\n');
  streams[0]?.close();
  await vi.advanceTimersByTimeAsync(501);
  await write(1, '\r\n');
  expect(states).toEqual(['connecting', 'live', 'reconnecting 1', 'live']);
  expect(begun()).toBe(2);
  stop();
});

it('takes a silent connection for a dead one, and a beat for a sign of life', async () => {
  const { states, write, stop } = setup();
  await vi.advanceTimersByTimeAsync(0);
  await write(0, '\r\n');
  await vi.advanceTimersByTimeAsync(30_000);
  await write(0, '\r\n');
  await vi.advanceTimersByTimeAsync(30_000);
  expect(states.at(-1)).toBe('live');
  await vi.advanceTimersByTimeAsync(5_100);
  expect(states.at(-1)).toBe('reconnecting 1');
  stop();
});

it.each([
  ['an error', async () => new Response('no', { status: 502 })],
  ['a login page', async () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
  ['no connection', async () => Promise.reject(new TypeError('network'))],
  ['an empty answer', async () => new Response('', { headers: { 'content-type': 'text/event-stream' } })],
])('tries again for ever after %s', async (_, open) => {
  const { states, stop } = setup(open);
  await vi.advanceTimersByTimeAsync(2_010);
  expect(states.at(-1)).toBe('reconnecting 5');
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(states.at(-1)).toBe('reconnecting 5');
});

it('gives up on an answer that never begins, and tries again', async () => {
  const hang = (signal: AbortSignal) =>
    new Promise<Response>((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
  const { states, stop } = setup(hang);
  await vi.advanceTimersByTimeAsync(5_001);
  expect(states).toEqual(['connecting', 'reconnecting 1']);
  stop();
});

it('does without a stream where there is none, and looks again a minute later', async () => {
  let has = false;
  const body = () => new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(encoder.encode('\r\n')) });
  const { states, stop } = setup(async () =>
    has ? new Response(body(), { headers: { 'content-type': 'text/event-stream' } }) : new Response('', { status: 405 }),
  );
  await vi.advanceTimersByTimeAsync(59_000);
  has = true;
  expect(states).toEqual(['connecting', 'absent']);
  await vi.advanceTimersByTimeAsync(1_001);
  expect(states).toEqual(['connecting', 'absent', 'live']);
  stop();
});

it('takes a proxy that holds the stream back for no stream', async () => {
  const { states, stop } = setup();
  await vi.advanceTimersByTimeAsync(12_001);
  expect(states).toEqual(['connecting', 'absent']);
  stop();
});

it('begins anew when its silence is doubted, but not when it has just spoken', async () => {
  let doubt = (): void => undefined;
  const states: string[] = [];
  const streams: ReadableStreamDefaultController<Uint8Array>[] = [];
  const stop = followStream({
    open: async () =>
      new Response(new ReadableStream<Uint8Array>({ start: (one) => void streams.push(one) }), {
        headers: { 'content-type': 'text/event-stream' },
      }),
    mediaType: 'text/event-stream',
    begin: () => () => undefined,
    silenceMs: () => 35_000,
    onState: (state) => states.push(words(state)),
    onDoubt: (listener) => {
      doubt = listener;
      return () => undefined;
    },
  });
  await vi.advanceTimersByTimeAsync(0);
  streams[0]?.enqueue(encoder.encode('\r\n'));
  await vi.advanceTimersByTimeAsync(1_000);
  doubt();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(states.at(-1)).toBe('live');
  doubt();
  await vi.advanceTimersByTimeAsync(0);
  expect(states.at(-1)).toBe('reconnecting 1');
  stop();
});

it('does not wait when there is a sign that the server is back', async () => {
  let tries = 0;
  const { stop } = setup(async () => {
    tries += 1;
    return Promise.reject(new TypeError('network'));
  });
  await vi.advanceTimersByTimeAsync(0);
  wakeUp.all();
  await vi.advanceTimersByTimeAsync(0);
  expect(tries).toBe(2);
  stop();
});

it('is back within 3 s after half a minute, and asks at most each 20 s after hours', () => {
  expect(retryDelayMs(0, () => 0)).toBe(250);
  expect(retryDelayMs(30_000, () => 1)).toBe(3_000);
  expect(retryDelayMs(86_400_000, () => 1)).toBe(20_000);
});
