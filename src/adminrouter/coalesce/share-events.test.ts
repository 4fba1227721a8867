import { expect, test } from 'vitest';
import type { Fetch } from '../../api/http/fetch.ts';
import { sseFrame, SSE_HEARTBEAT } from '../../api/http/sse.ts';
import { shareEvents } from './share-events.ts';
import { openStub, readerOf } from './stream-stub.test-support.ts';

const NOW = Date.UTC(2016, 3, 26);
const UPDATE = sseFrame('status_update_event', { taskId: 't' });
const SUCCESS = sseFrame('deployment_success', { id: 'd' });

function marathon() {
  const stub = openStub({ 'content-type': 'text/event-stream;charset=utf-8' });
  const fetch = shareEvents(stub.fetch, () => NOW);
  const watch = (query = '', init: { signal?: AbortSignal; headers?: Record<string, string> } = {}): Promise<Response> =>
    fetch(new Request(`http://m1/v2/events${query}`, { ...init, headers: { accept: 'text/event-stream', ...init.headers } }));
  return { ...stub, watch };
}

test('all viewers read one stream of Marathon, each the types that it names', async () => {
  const { watch, next, asked } = marathon();
  const first = watch();
  const upstream = await next();
  const [all, some] = [readerOf(await first), readerOf(await watch('?event_type=deployment_success&event_type=pod_created_event'))];
  upstream.send(UPDATE.slice(0, 20));
  upstream.send(`${UPDATE.slice(20)}${SSE_HEARTBEAT}${SUCCESS}`);
  expect(await all.text(UPDATE.length + 2 + SUCCESS.length)).toBe(UPDATE + SSE_HEARTBEAT + SUCCESS);
  expect(await some.text(2 + SUCCESS.length)).toBe(SSE_HEARTBEAT + SUCCESS);
  expect(asked).toEqual(['GET /v2/events']);
});

test('who comes later is greeted as Marathon greets', async () => {
  const { watch, next } = marathon();
  const first = watch();
  await next();
  await first;
  const hello = sseFrame('event_stream_attached', {
    eventType: 'event_stream_attached',
    remoteAddress: '10.0.0.9',
    timestamp: '2016-04-26T00:00:00.000Z',
  });
  expect(await readerOf(await watch('', { headers: { 'x-real-ip': '10.0.0.9' } })).text(hello.length)).toBe(hello);
});

test('the stream is let go of with its last viewer, and opened anew for the next', async () => {
  const { watch, next, asked } = marathon();
  const [one, two] = [new AbortController(), new AbortController()];
  const first = watch('', { signal: one.signal });
  const upstream = await next();
  await first;
  const second = readerOf(await watch('?event_type=deployment_success', { signal: two.signal }));
  one.abort();
  upstream.send(SUCCESS);
  expect(await second.text(SUCCESS.length)).toBe(SUCCESS);
  two.abort();
  await expect.poll(() => upstream.request.signal.aborted).toBe(true);
  const third = watch();
  await next();
  await third;
  expect(asked).toHaveLength(2);
});

test('the end and a break of the stream are those of each viewer', async () => {
  const { watch, next } = marathon();
  const ended = watch();
  (await next()).end();
  expect(await (await ended).text()).toBe('');
  const broken = watch();
  const upstream = await next();
  const body = (await broken).text();
  upstream.fail(new Error('cut'));
  await expect(body).rejects.toThrow('cut');
});

test('a viewer that does not read is cut off, and the others read on', async () => {
  const { watch, next } = marathon();
  const first = watch();
  const upstream = await next();
  const reading = readerOf(await first);
  const deaf = await watch('?event_type=big');
  const big = sseFrame('big', 'x'.repeat(1024 * 1024));
  for (let sent = 0; sent < 20; sent++) {
    upstream.send(big);
    await reading.text(big.length);
  }
  await expect(deaf.text()).rejects.toThrow('has not kept up');
  upstream.send(SUCCESS);
  expect(await reading.text(SUCCESS.length)).toBe(SUCCESS);
});

test('a refusal is told to all who wait, and so is that nobody is there', async () => {
  let asked = 0;
  const refusing: Fetch = async () => {
    asked++;
    return new Response('no leader', { status: 503, headers: { 'retry-after': '1' } });
  };
  const fetch = shareEvents(refusing, () => NOW);
  const both = [fetch(new Request('http://m1/v2/events')), fetch(new Request('http://m1/v2/events'))];
  for (const answer of await Promise.all(both))
    expect([answer.status, answer.headers.get('retry-after'), await answer.text()]).toEqual([503, '1', 'no leader']);
  expect(asked).toBe(1);
  const down: Fetch = async () => Promise.reject(new Error('refused'));
  await expect(shareEvents(down, () => NOW)(new Request('http://m1/v2/events'))).rejects.toThrow('refused');
});

test('who takes no events is refused by Marathon, also while others read them', async () => {
  const upstream = openStub({ 'content-type': 'text/event-stream' });
  const fetch = shareEvents(
    async (request) =>
      request.headers.get('accept') === 'application/json' ? new Response(null, { status: 405 }) : upstream.fetch(request),
    () => NOW,
  );
  const ask = (accept: string) => fetch(new Request('http://m1/v2/events', { headers: { accept } }));
  expect((await ask('text/event-stream')).status).toBe(200);
  const refused = await ask('application/json');
  expect([refused.status, refused.body]).toEqual([405, null]);
});

test('who logs in to Marathon himself gets a stream of his own', async () => {
  const { watch, next, asked } = marathon();
  const first = watch();
  await next();
  await first;
  const own = watch('', { headers: { authorization: 'Basic eDp5' } });
  expect((await next()).request.headers.get('authorization')).toBe('Basic eDp5');
  await own;
  expect(asked).toHaveLength(2);
});
