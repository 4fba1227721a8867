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
});

test.each([
  ['text/plain', 200, 'pong'],
  ['application/json', 200, '"pong"'],
  ['text/html;q=0.9, application/json;q=0.5', 200, 'pong'],
  ['*/*', 200, 'pong'],
  ['image/png', 204, ''],
])('a ping for a client that takes %s is %i %s', async (accept, status, text) => {
  const answer = await marathon().ask('GET', '/ping', undefined, { accept });
  expect([answer.status, answer.text]).toEqual([status, text]);
});
