import { createGunzip } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { packStreams } from './pack-streams.ts';

const GZIP = { 'accept-encoding': 'gzip' };

function stream(type: string): { answer: Response; push: (text: string) => void; fail: (fault: Error) => void; cancelled: () => boolean } {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    start: (given) => void (controller = given),
    cancel: () => void (cancelled = true),
  });
  return {
    answer: new Response(body, { headers: { 'content-type': type } }),
    push: (text) => controller?.enqueue(new TextEncoder().encode(text)),
    fail: (fault) => controller?.error(fault),
    cancelled: () => cancelled,
  };
}

/** Reads a packed body piece by piece, as a browser unpacks it. */
function unpacked(answer: Response): { next: () => Promise<string>; cancel: () => Promise<void> } {
  const gunzip = createGunzip();
  const reader = answer.body?.getReader();
  return {
    async next() {
      const { value } = (await reader?.read()) ?? {};
      return new Promise((resolve, reject) => {
        gunzip.once('error', reject).once('data', (chunk: Buffer) => resolve(chunk.toString()));
        gunzip.write(value ?? new Uint8Array());
      });
    },
    cancel: async () => reader?.cancel(),
  };
}

const ask = (path: string, init: RequestInit = {}) => new Request(`http://m1${path}`, { headers: GZIP, ...init });

describe.each([
  ['server-sent events', 'text/event-stream', ask('/marathon/v2/events')],
  ["Mesos' events", 'application/json', ask('/mesos/api/v1', { method: 'POST', body: '{}' })],
])('%s', (_, type, request) => {
  test('go out packed, each at once', async () => {
    const { answer, push } = stream(type);
    const got = await packStreams(async () => answer)(request.clone());
    expect([got.headers.get('content-encoding'), got.headers.get('vary')]).toEqual(['gzip', 'Accept-Encoding']);
    const pieces = unpacked(got);
    for (const event of ['event: one\n\n', 'event: two\n\n']) {
      push(event);
      expect(await pieces.next()).toBe(event);
    }
  });

  test('are plain for who takes nothing else', async () => {
    const { answer } = stream(type);
    const plain = new Request(request.url, { method: request.method, ...(request.method === 'POST' && { body: '{}' }) });
    expect(await packStreams(async () => answer)(plain)).toBe(answer);
  });

  test('end with a fault where they broke, and are let go of when the client leaves', async () => {
    const broken = stream(type);
    const got = await packStreams(async () => broken.answer)(request.clone());
    broken.fail(new Error('cut'));
    await expect(got.arrayBuffer()).rejects.toThrow('cut');
    const left = stream(type);
    await (await packStreams(async () => left.answer)(request.clone())).body?.cancel();
    await expect.poll(left.cancelled).toBe(true);
  });
});

test('a hundred like events take less than a quarter', async () => {
  const event = (id: number) => `event: status_update_event\ndata: {"taskId":"app.${id}","taskStatus":"TASK_RUNNING","host":"a1"}\n\n`;
  const { answer, push } = stream('text/event-stream');
  const got = await packStreams(async () => answer)(ask('/marathon/v2/events'));
  const reader = got.body?.getReader();
  let bytes = 0;
  for (let id = 0; id < 100; id++) {
    push(event(id));
    bytes += (await reader?.read())?.value?.length ?? 0;
  }
  expect(bytes).toBeLessThan((100 * event(0).length) / 4);
});

test('everything else passes as it is', async () => {
  const answer = new Response('{}', { headers: { 'content-type': 'application/json' } });
  expect(await packStreams(async () => answer)(ask('/marathon/v2/apps'))).toBe(answer);
});
