import { expect, test } from 'vitest';
import { limits } from '../../kernel/limits.ts';
import { marathon, type Asked } from './ask.test-support.ts';

const SSE = { headers: { accept: 'text/event-stream' } };
const MESSAGE = { eventType: 'app_terminated_event' as const, appId: '/a', timestamp: 't' };

interface Stream {
  response: Response;
  /** The next frame as it came. */
  next: () => Promise<string>;
  close: () => Promise<void>;
}

async function open({ raw }: Asked, query = ''): Promise<Stream> {
  const response = await raw('GET', `/v2/events${query}`, SSE);
  const reader = response.body?.getReader();
  if (!reader) throw new Error(`No stream: ${response.status}`);
  const decoder = new TextDecoder();
  return { response, next: async () => decoder.decode((await reader.read()).value), close: () => reader.cancel() };
}

test('a stream opens with its own attachment, then tells every event', async () => {
  const asked = marathon();
  const { response, next } = await open(asked);
  expect(response.headers.get('content-type')).toBe('text/event-stream;charset=utf-8');
  expect(await next()).toMatch(/^event: event_stream_attached\r\ndata: \{"eventType":"event_stream_attached".*\}\r\n\r\n$/);
  asked.core.publish(MESSAGE);
  expect(await next()).toBe(
    'event: app_terminated_event\r\ndata: {"eventType":"app_terminated_event","appId":"/a","timestamp":"t"}\r\n\r\n',
  );
});

test('event_type leaves out all others, its attachment too', async () => {
  const asked = marathon();
  const { next } = await open(asked, '?event_type=scheduler_disconnected_event&event_type=app_terminated_event');
  asked.core.publish({ eventType: 'group_change_success', groupId: '/', version: 'v', timestamp: 't' });
  asked.core.publish(MESSAGE);
  expect(await next()).toContain('event: app_terminated_event');
});

test('a posted app is told as GET prints it', async () => {
  const asked = marathon();
  const { next } = await open(asked, '?event_type=api_post_event');
  await asked.ask('POST', '/v2/apps', { id: '/a', cmd: 'sleep 1', env: {}, constraints: [] });
  const { appDefinition } = JSON.parse((await next()).split('data: ')[1] ?? '');
  expect(Object.keys(appDefinition).slice(0, 4)).toEqual(['id', 'backoffFactor', 'backoffSeconds', 'cmd']);
  expect(appDefinition).not.toHaveProperty('env');
});

test('a quiet stream beats every ten seconds', async () => {
  const asked = marathon();
  const { next } = await open(asked);
  await next();
  await asked.clock.advance(10_000);
  expect(await next()).toBe('\r\n');
});

test('a reader that goes is forgotten at once, and told of at the next beat', async () => {
  const asked = marathon();
  const { close } = await open(asked);
  await close();
  expect(asked.core.events).toHaveLength(1);
  await asked.clock.advance(10_000);
  expect(asked.core.events.map(({ eventType }) => eventType)).toEqual(['event_stream_attached', 'event_stream_detached']);
  expect((await asked.ask('GET', '/metrics')).body.gauges['marathon.http.event-streams.active.gauge']).toEqual({ value: 0 });
});

test('a reader too slow is disconnected; the others hear everything', async () => {
  const asked = marathon();
  const slow = await open(asked, '?event_type=app_terminated_event');
  const quick = await open(asked, '?event_type=event_stream_detached');
  for (let n = 0; n <= limits.eventsPerSubscriber; n++) asked.core.publish(MESSAGE);
  await asked.clock.advance(10_000);
  expect(await quick.next()).toBe('\r\n');
  expect(await quick.next()).toContain('event_stream_detached');
  await expect(slow.next()).rejects.toThrow(/too slow/);
});

test.each([
  ['GET', { accept: 'application/json' }],
  ['POST', SSE.headers],
])('%s with %j is 405 without a body', async (method, headers) => {
  const answer = await marathon().ask(method, '/v2/events', undefined, headers);
  expect([answer.status, answer.text, answer.headers.get('content-type')]).toEqual([405, '', null]);
});
