import { describe, expect, test } from 'vitest';
import { limits } from '../../kernel/limits.ts';
import { marathon } from './ask.test-support.ts';

const APP = '{"id":"/a","cmd":"sleep 1000"}';

describe('what a request may be', () => {
  test.each([
    ['half an object', '{"id": "/a", '],
    ['no JSON', 'hello'],
    ['a comma too many', '{"id":"/a",}'],
  ])('%s is 400 with a sentence in details', async (_, body) => {
    const { ask } = marathon();
    const answer = await ask('POST', '/v2/apps', body);
    expect([answer.status, answer.body]).toEqual([400, { message: 'Invalid JSON', details: expect.any(String) }]);
  });

  test('an empty body is 400', async () => {
    const { status, body } = await marathon().ask('POST', '/v2/apps', '', { 'content-type': 'application/json' });
    expect([status, body.message]).toEqual([400, 'Please specify data in JSON format']);
  });

  test('too large a body is 413, with a length or without', async () => {
    const { ask } = marathon();
    const large = `{"id":"/a","cmd":"${'x'.repeat(limits.requestBodyBytes)}"}`;
    expect((await ask('POST', '/v2/apps', large)).status).toBe(413);
    expect((await ask('POST', '/v2/apps', APP, { 'content-length': String(limits.requestBodyBytes + 1) })).status).toBe(413);
  });

  test.each([
    ['text/plain', 415],
    ['application/x-www-form-urlencoded', 415],
    ['application/json; charset=utf-8', 201],
  ])('a body of %s is %i', async (type, status) => {
    expect((await marathon().ask('POST', '/v2/apps', APP, { 'content-type': type })).status).toBe(status);
  });

  test('groups take any content type', async () => {
    expect((await marathon().ask('PUT', '/v2/groups/g', '{"apps":[]}', { 'content-type': 'text/plain' })).status).toBe(200);
  });

  test.each([
    ['/v2/apps', 'application/xml', 406],
    ['/v2/info', 'text/html', 406],
    ['/v2/leader', '*/*', 200],
    ['/v2/leader', 'application/*;q=0.5', 200],
  ])('%s for a client that takes %s is %i', async (path, accept, status) => {
    expect((await marathon().ask('GET', path, undefined, { accept })).status).toBe(status);
  });

  test.each([
    ['DELETE', '/v2/apps'],
    ['POST', '/v2/apps/a'],
    ['GET', '/v2/apps/a/restart'],
    ['POST', '/v2/deployments'],
    ['PUT', '/v2/tasks'],
    ['POST', '/v2/info'],
    ['DELETE', '/v2/queue'],
    ['POST', '/v2/apps/a/versions'],
  ])('%s %s is 405', async (method, path) => {
    const { status, body } = await marathon().ask(method, path);
    expect([status, body]).toEqual([405, { message: 'Method Not Allowed' }]);
  });

  test.each(['/v2/none', '/v2/schemas/app', '/v2/artifacts', '/v2/eventSubscriptions'])('%s is not there', async (path) => {
    expect((await marathon().ask('GET', path)).status).toBe(404);
  });

  test('pods are not built', async () => {
    expect((await marathon().ask('HEAD', '/v2/pods')).status).toBe(501);
  });
});

describe('what an answer is', () => {
  test('HEAD is GET without a body', async () => {
    const { ask } = marathon();
    const found = await ask('HEAD', '/v2/apps');
    expect([found.status, found.text, found.headers.get('content-type')]).toEqual([200, '', 'application/json']);
    expect((await ask('HEAD', '/v2/apps/none')).status).toBe(404);
  });

  test('OPTIONS grants nothing to other origins', async () => {
    const { status, headers, text } = await marathon().ask('OPTIONS', '/v2/apps', undefined, { origin: 'http://example.org' });
    expect([status, text, headers.get('allow')]).toEqual([200, '', 'HEAD,GET,POST,PUT,PATCH,OPTIONS']);
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  test.each(['/v2/apps', '/v2/apps/none'])('%s is not to be cached and names the leader', async (path) => {
    const { headers } = await marathon().ask('GET', path);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-cache, no-store, must-revalidate',
      pragma: 'no-cache',
      expires: '0',
      'x-frame-options': 'DENY',
      'x-marathon-leader': 'http://127.0.0.1:8080',
    });
  });

  test('is compressed when the client takes gzip, and says so', async () => {
    const { raw } = marathon();
    const plain = await raw('GET', '/v2/info');
    const packed = await raw('GET', '/v2/info', { headers: { 'accept-encoding': 'br, gzip' } });
    expect([plain.headers.get('content-encoding'), packed.headers.get('content-encoding')]).toEqual([null, 'gzip']);
    const unpacked = packed.body?.pipeThrough(new DecompressionStream('gzip'));
    expect(await new Response(unpacked).json()).toEqual(await plain.json());
    const refused = await raw('GET', '/v2/info', { headers: { 'accept-encoding': 'gzip;q=0' } });
    expect(refused.headers.get('content-encoding')).toBeNull();
  });

  test('is sent as it is when it is too short to be worth packing', async () => {
    const short = await marathon().raw('GET', '/v2/leader', { headers: { 'accept-encoding': 'gzip' } });
    expect(short.headers.get('content-encoding')).toBeNull();
    expect(await short.json()).toEqual({ leader: '127.0.0.1:8080' });
    expect(short.headers.get('vary')).toBe('Accept-Encoding, User-Agent');
  });

  test.each([
    ['text/plain', 'text/plain', 'pong'],
    ['application/json', 'application/json', '"pong"'],
    ['*/*', 'text/plain', 'pong'],
    ['text/html', 'text/html', 'pong'],
  ])('ping for %s is %s', async (accept, type, text) => {
    const answer = await marathon().ask('GET', '/ping', undefined, { accept });
    expect([answer.headers.get('content-type'), answer.text]).toEqual([type, text]);
  });

  test('info says who leads and what is known of the framework', async () => {
    const { body } = await marathon().ask('GET', '/v2/info');
    expect(body).toMatchObject({ name: 'marathon', version: '1.10.26', elected: true, leader: '127.0.0.1:8080' });
    expect(body.marathon_config).toMatchObject({ mesos_role: 'slave_public', features: expect.arrayContaining(['vips']) });
  });
});
