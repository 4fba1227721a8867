import { expect, test } from 'vitest';
import type { Fetch } from '../../api/http/fetch.ts';
import { recordIo } from '../../api/http/recordio.ts';
import { shareSubscribe } from './share-subscribe.ts';
import { openStub, readerOf } from './stream-stub.test-support.ts';

const SUBSCRIBE = '{"type":"SUBSCRIBE"}';

function call(body: string, init: { headers?: Record<string, string>; path?: string; signal?: AbortSignal } = {}): Request {
  const headers = { 'content-type': 'application/json', 'content-length': String(body.length), ...init.headers };
  return new Request(`http://m1${init.path ?? '/api/v1'}`, { method: 'POST', body, headers, ...(init.signal && { signal: init.signal }) });
}

function mesos() {
  const stub = openStub({ 'content-type': 'application/json' });
  const clock = { now: 0 };
  const fetch = shareSubscribe(stub.fetch, () => clock.now);
  return { ...stub, clock, ask: (...of: Parameters<typeof call>) => fetch(call(...of)) };
}

const text = (message: unknown): string => new TextDecoder().decode(recordIo(message));
const SNAPSHOT = text({ type: 'SUBSCRIBED', subscribed: { get_state: { name: 'é' } } });
const BEAT = text({ type: 'HEARTBEAT' });
const added = (id: string): string => text({ type: 'TASK_ADDED', task_added: { task: { task_id: { value: id } } } });

test('all viewers read one stream of Mesos: the snapshot, what happened since, and what happens', async () => {
  const { ask, next, asked } = mesos();
  const first = ask(SUBSCRIBE);
  const upstream = await next();
  const one = readerOf(await first);
  upstream.send(SNAPSHOT.slice(0, 10));
  upstream.send(SNAPSHOT.slice(10) + BEAT + added('a'));
  expect(await one.text(SNAPSHOT.length + BEAT.length)).toBe(SNAPSHOT + BEAT);
  expect(await one.text(added('a').length)).toBe(added('a'));
  const two = readerOf(await ask(SUBSCRIBE));
  upstream.send(added('b'));
  expect(await two.text(SNAPSHOT.length)).toBe(SNAPSHOT);
  expect(await two.text(added('a').length * 2)).toBe(added('a') + added('b'));
  expect(await one.text(added('b').length)).toBe(added('b'));
  expect(asked).toEqual(['POST /api/v1']);
});

test('who comes when the snapshot is old gets a new one, and then reads with the others', async () => {
  const { ask, next, clock } = mesos();
  const first = ask(SUBSCRIBE);
  const trunk = await next();
  const one = readerOf(await first);
  trunk.send(SNAPSHOT + added('a'));
  await one.text(SNAPSHOT.length + added('a').length);
  clock.now += 10_000;
  const second = ask(SUBSCRIBE);
  const branch = await next();
  const two = readerOf(await second);
  const newer = text({ type: 'SUBSCRIBED', subscribed: { get_state: { name: 'with a' } } });
  branch.send(newer + added('b'));
  expect(await two.text(newer.length + added('b').length)).toBe(newer + added('b'));
  expect(branch.request.signal.aborted).toBe(false);
  trunk.send(added('b') + added('c'));
  expect(await two.text(added('c').length)).toBe(added('c'));
  expect(branch.request.signal.aborted).toBe(true);
  expect(await one.text(2 * added('b').length)).toBe(added('b') + added('c'));
});

test('the stream is let go of with its last viewer', async () => {
  const { ask, next } = mesos();
  const gone = new AbortController();
  const first = ask(SUBSCRIBE, { signal: gone.signal });
  const upstream = await next();
  await first;
  gone.abort();
  await expect.poll(() => upstream.request.signal.aborted).toBe(true);
  const again = ask(SUBSCRIBE);
  await next();
  expect((await again).status).toBe(200);
});

test('what is no stream of records breaks it for those who read', async () => {
  const { ask, next } = mesos();
  const first = ask(SUBSCRIBE);
  (await next()).send('<!doctype html>');
  await expect((await first).text()).rejects.toThrow('holds no records');
});

test.each([
  ['another call', '{"type":"GET_STATE"}', {}],
  ['what is no call', 'SUBSCRIBE', {}],
  ['another path', SUBSCRIBE, { path: '/api/v1/scheduler' }],
  ['a subscriber with a login of Mesos', SUBSCRIBE, { headers: { authorization: 'Basic eDp5' } }],
  ['one who wants another form', SUBSCRIBE, { headers: { accept: 'application/x-protobuf' } }],
])('%s passes as it is', async (_, body, init) => {
  const seen: string[] = [];
  const upstream: Fetch = async (request) => {
    seen.push(await request.text());
    return new Response('own');
  };
  const fetch = shareSubscribe(upstream, () => 0);
  const answers = await Promise.all([fetch(call(body, init)), fetch(call(body, init))]);
  expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(['own', 'own']);
  expect(seen).toEqual([body, body]);
});

test('a call arrives as it was sent: one without a type gets none on its way', async () => {
  const types: (string | null)[] = [];
  const fetch = shareSubscribe(
    async (request) => {
      types.push(request.headers.get('content-type'));
      return new Response(null, { status: 400 });
    },
    () => 0,
  );
  for (const body of ['{"type":"GET_STATE"}', SUBSCRIBE]) {
    const headers = { 'content-length': String(body.length) };
    const answer = await fetch(new Request('http://m1/api/v1', { method: 'POST', body: new TextEncoder().encode(body), headers }));
    expect([answer.status, answer.body]).toEqual([400, null]);
  }
  expect(types).toEqual([null, null]);
});

test('a refusal of Mesos is told to all', async () => {
  const fetch = shareSubscribe(
    async () => new Response('no leader', { status: 503 }),
    () => 0,
  );
  for (const answer of await Promise.all([fetch(call(SUBSCRIBE)), fetch(call(SUBSCRIBE))]))
    expect([answer.status, await answer.text()]).toEqual([503, 'no leader']);
});
