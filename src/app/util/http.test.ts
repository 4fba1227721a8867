import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { ApiError, request } from './http.ts';

const fetchMock = vi.fn<typeof fetch>();
const assign = vi.fn<(url: string) => void>();

beforeEach(() => {
  vi.stubGlobal('fetch', fetchMock);
  vi.stubGlobal('location', { pathname: '/nodes', search: '?q=a1', assign });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  vi.resetAllMocks();
});

const answer = (status: number, body: string, type = 'application/json') =>
  fetchMock.mockResolvedValueOnce(new Response(body, { status, headers: { 'content-type': type } }));

async function failureOf(promise: Promise<unknown>): Promise<ApiError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof ApiError) return error;
  throw new Error(`expected an ApiError, not ${String(error)}`);
}

it('sends JSON and gives back what the schema made of the answer', async () => {
  answer(201, '{"id":"/redis","extra":1}');
  const app = await request('/marathon/v2/apps', { method: 'POST', body: { id: 'redis' }, schema: z.object({ id: z.string() }) });
  expect(app).toEqual({ id: '/redis' });
  const [url, init] = fetchMock.mock.calls[0] ?? [];
  expect(url).toBe('/marathon/v2/apps');
  expect(init).toMatchObject({ method: 'POST', body: '{"id":"redis"}', headers: { 'content-type': 'application/json' } });
});

it('says where an answer is not what it should be', async () => {
  answer(200, '{"units":[{"id":5}]}');
  const error = await failureOf(request('/units', { schema: z.object({ units: z.array(z.object({ id: z.string() })) }) }));
  expect(error.message).toContain('units.0.id');
});

describe('a refusal', () => {
  it("keeps Marathon's message and details", async () => {
    answer(422, '{"message":"Object is not valid","details":[{"path":"/id","errors":["must not be empty"]}]}');
    const error = await failureOf(request('/marathon/v2/apps', { method: 'POST', body: {} }));
    expect(error).toMatchObject({ status: 422, message: 'Object is not valid', details: [{ path: '/id', errors: ['must not be empty'] }] });
  });

  it("takes Mesos' plain text for the message", async () => {
    answer(503, 'No leader elected', 'text/plain');
    expect(await failureOf(request('/mesos/state'))).toMatchObject({ status: 503, message: 'No leader elected' });
  });

  it('does not show the HTML page of a proxy', async () => {
    answer(502, '<html><h1>Bad gateway</h1></html>', 'text/html');
    const error = await failureOf(request('/mesos/state'));
    expect(error.message).not.toContain('<');
    expect(error.message).toContain('502');
  });

  it('survives JSON that is none', async () => {
    answer(500, '{oops');
    expect(await failureOf(request('/x'))).toMatchObject({ status: 500, body: '{oops' });
  });
});

it('goes to the login and back to this page on 401', async () => {
  answer(401, '{"message":"login"}');
  await failureOf(request('/mesos/state'));
  expect(assign).toHaveBeenCalledWith(`/login?redirect=${encodeURIComponent('/nodes?q=a1')}`);
});

it('tells an unreachable server from a refusal', async () => {
  fetchMock.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  expect(await failureOf(request('/mesos/state'))).toMatchObject({ status: 0 });
});

/** A server that never answers, as fetch shows it: rejects when its signal fires. */
const silence = (_: unknown, init?: RequestInit) =>
  new Promise<Response>((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
  });

it('gives up on a server that does not answer', async () => {
  fetchMock.mockImplementationOnce(silence);
  const error = await failureOf(request('/mesos/state', { timeoutMs: 1 }));
  expect(error).toMatchObject({ status: 0 });
  expect(error.message).toContain('did not answer');
});

it('passes an abort by the caller on as such', async () => {
  fetchMock.mockImplementationOnce(silence);
  const controller = new AbortController();
  const promise = request('/mesos/state', { signal: controller.signal });
  controller.abort(new Error('left the page'));
  await expect(promise).rejects.toThrow('left the page');
});
