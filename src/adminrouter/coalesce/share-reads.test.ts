import { describe, expect, test } from 'vitest';
import type { Fetch } from '../../api/http/fetch.ts';
import { shareReads, type SharedReadsOptions } from './share-reads.ts';

interface Pending {
  request: Request;
  answer: (response: Response) => void;
  fail: (fault: Error) => void;
}

/** An upstream that answers when it is told to, and the shared door to it. */
function upstream(options: Partial<SharedReadsOptions> = {}) {
  const pending: Pending[] = [];
  const slow: Fetch = (request) =>
    new Promise((answer, fail) => {
      pending.push({ request, answer, fail });
      request.signal.addEventListener('abort', () => fail(new Error('given up')));
    });
  const fetch = shareReads(slow, { shared: /^\/state/, ...options });
  const ask = (path = '/state', init: RequestInit = {}) => fetch(new Request(`http://m1${path}`, init));
  const next = async (): Promise<Pending> => {
    await expect.poll(() => pending.length).toBeGreaterThan(0);
    const [first] = pending.splice(0, 1);
    if (!first) throw new Error('nothing is asked');
    return first;
  };
  return { ask, next, pending };
}

const text = async (answer: Promise<Response>): Promise<string> => (await answer).text();

describe('many who ask the same', () => {
  test('get one answer, which is not older than their question', async () => {
    const { ask, next, pending } = upstream();
    const first = text(ask());
    const running = await next();
    const late = [text(ask()), text(ask()), text(ask())];
    expect(pending).toHaveLength(0);
    running.answer(new Response('before'));
    expect(await first).toBe('before');
    (await next()).answer(new Response('after'));
    expect(await Promise.all(late)).toEqual(['after', 'after', 'after']);
    expect(pending).toHaveLength(0);
  });

  test('fail together, and the next ones are not held up by it', async () => {
    const { ask, next } = upstream();
    const first = text(ask());
    const running = await next();
    const second = text(ask());
    running.fail(new Error('cut'));
    await expect(first).rejects.toThrow('cut');
    (await next()).answer(new Response('again'));
    expect(await second).toBe('again');
  });

  test('leave one by one; when nobody waits any more, the upstream is let go of', async () => {
    const { ask, next } = upstream();
    const [one, two] = [new AbortController(), new AbortController()];
    const first = ask('/state', { signal: one.signal });
    const { request } = await next();
    one.abort(new Error('left'));
    await expect(first).rejects.toThrow('left');
    expect(request.signal.aborted).toBe(true);
    const again = text(ask('/state'));
    const other = ask('/state', { signal: two.signal });
    two.abort(new Error('left too'));
    await expect(other).rejects.toThrow('left too');
    (await next()).answer(new Response('still there'));
    expect(await again).toBe('still there');
  });

  test('but not those who ask something else, for something of their own, or who write', async () => {
    const { ask, pending } = upstream();
    const asked = [
      ask(),
      ask('/state?x'),
      ask('/state', { headers: { accept: 'text/plain' } }),
      ask('/state', { headers: { authorization: 'Basic eDp5' } }),
      ask('/state', { headers: { range: 'bytes=0-1' } }),
      ask('/state', { method: 'POST', body: '{}' }),
      ask('/version'),
      ask('/version'),
    ];
    await expect.poll(() => pending.length).toBe(8);
    for (const { answer } of pending) answer(new Response('ok'));
    await Promise.all(asked);
  });
});

describe('an answer', () => {
  test('is not sent to who has it', async () => {
    const { ask, next } = upstream();
    const first = ask();
    (await next()).answer(new Response('the state', { headers: { 'content-type': 'text/plain' } }));
    const etag = (await first).headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"\w+"$/);
    const again = ask('/state', { headers: { 'if-none-match': `"other", ${etag}` } });
    (await next()).answer(new Response('the state'));
    expect([(await again).status, await text(again)]).toEqual([304, '']);
    const changed = ask('/state', { headers: { 'if-none-match': etag } });
    (await next()).answer(new Response('another state'));
    expect([(await changed).status, await text(changed)]).toEqual([200, 'another state']);
  });

  test('is packed once for all, in the best coding that each takes, as long as it is the same', async () => {
    const packed: string[] = [];
    const pack = async (bytes: Uint8Array<ArrayBuffer>, coding: string) => {
      packed.push(coding);
      return new TextEncoder().encode(`${coding}:${bytes.length}`);
    };
    const { ask, next } = upstream({ packer: { codings: ['zstd', 'gzip'], pack } });
    const long = 'x'.repeat(2000);
    for (let round = 0; round < 2; round++) {
      const asked = ['gzip, zstd', 'gzip', ''].map((coding) => ask('/state', { headers: { 'accept-encoding': coding } }));
      const { request, answer } = await next();
      expect(request.headers.has('accept-encoding')).toBe(false);
      answer(new Response(long));
      // the other two came while the first was asked
      (await next()).answer(new Response(long));
      expect(await Promise.all(asked.map(text))).toEqual(['zstd:2000', 'gzip:2000', long]);
    }
    expect(packed).toEqual(['zstd', 'gzip']);
  });

  test('that is short, or an error, goes as it is', async () => {
    const pack = async () => Promise.reject(new Error('packed'));
    const { ask, next } = upstream({ packer: { codings: ['gzip'], pack } });
    const short = ask('/state', { headers: { 'accept-encoding': 'gzip' } });
    (await next()).answer(new Response('short'));
    expect(await text(short)).toBe('short');
    const error = ask();
    (await next()).answer(new Response('No leader', { status: 503, headers: { 'retry-after': '1' } }));
    const got = await error;
    expect([got.status, got.headers.get('retry-after'), got.headers.get('etag'), await got.text()]).toEqual([503, '1', null, 'No leader']);
  });

  test('keeps what the upstream says it varies by, and a body that is not there', async () => {
    const { ask, next } = upstream({ packer: { codings: ['gzip'], pack: async (bytes) => bytes } });
    const varied = ask();
    (await next()).answer(new Response('{}', { headers: { vary: 'Accept-Encoding, User-Agent' } }));
    expect((await varied).headers.get('vary')).toBe('Accept-Encoding, User-Agent');
    const silent = ask();
    (await next()).answer(new Response('', { status: 404, headers: { 'content-type': '' } }));
    const got = await silent;
    expect([got.body, got.headers.get('vary')]).toEqual([null, null]);
  });

  test('that is too long to hold, or for one client only, is asked for by each himself, from then on without waiting', async () => {
    const { ask, next, pending } = upstream({ longest: 10 });
    const first = text(ask());
    (await next()).answer(new Response('longer than ten'));
    (await next()).answer(new Response('longer than ten'));
    expect(await first).toBe('longer than ten');
    const both = [text(ask()), text(ask())];
    await expect.poll(() => pending.length).toBe(2);
    for (const { answer } of pending) answer(new Response('at once'));
    expect(await Promise.all(both)).toEqual(['at once', 'at once']);
  });
});
