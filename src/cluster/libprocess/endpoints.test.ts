import { expect, test } from 'vitest';
import { createEndpoints, empty } from './endpoints.ts';

const fetch = createEndpoints(
  ['slave(1)'],
  [
    { path: '/state', handle: () => ({ is: 'state' }) },
    { path: '/quota', methods: ['GET', 'DELETE'], handle: ({ rest }) => ({ rest }) },
    { path: '/version', rootOnly: true, handle: () => ({ is: 'version' }) },
    { path: '/system/stats.json', rootOnly: true, handle: () => ({ is: 'stats' }) },
    { path: '/redirect', exact: true, handle: () => empty(307) },
  ],
);
const ask = (path: string, init?: RequestInit): Promise<Response> => fetch(new Request(`http://mesos${path}`, init));
const body = async (path: string): Promise<string> => (await ask(path)).text();

test.each(['/state', '/state.json', '/slave(1)/state', '/slave%281%29/state', '/slave(1)/state.json', '/state/deeper', '/state/'])(
  '%s is the state',
  async (path) => expect(await body(path)).toBe('{"is":"state"}'),
);

test.each(['/', '/nothing', '/slave(2)/state', '/slave/state', '/states', '/slave(1)/version', '/redirect/state'])(
  '%s is not found',
  async (path) => {
    const answer = await ask(path);
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      404,
      'text/plain;charset=utf-8',
      '404 Not Found.',
    ]);
  },
);

test('a name that really ends in .json stays one', async () => expect(await body('/system/stats.json')).toBe('{"is":"stats"}'));

test('what follows a path is given on', async () => expect(await body('/quota/conf')).toBe('{"rest":"/conf"}'));

test('reads take any method; others name the ones they take', async () => {
  for (const method of ['POST', 'DELETE', 'OPTIONS']) expect((await ask('/state', { method })).status).toBe(200);
  const answer = await ask('/quota', { method: 'POST' });
  expect([answer.status, answer.headers.get('allow'), await answer.text()]).toEqual([
    405,
    'GET, DELETE',
    "405 Method Not Allowed. Expecting one of { 'GET', 'DELETE' }, but received 'POST'.",
  ]);
});

test('HEAD has the headers and no body', async () => {
  const answer = await ask('/state', { method: 'HEAD' });
  expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([200, 'application/json', '']);
});

test('jsonp wraps the answer, not the errors', async () => {
  const answer = await ask('/state?jsonp=angular.callbacks._0');
  expect([answer.headers.get('content-type'), await answer.text()]).toEqual(['text/javascript', 'angular.callbacks._0({"is":"state"})']);
  expect(await body('/state?jsonp=')).toBe('({"is":"state"})');
  expect(await body('/nothing?jsonp=f')).toBe('404 Not Found.');
});

test('a jsonp name that is a script of its own is refused', async () => {
  for (const name of ['alert(1)//', '<script>', 'a;b', "x'y"]) {
    expect((await ask(`/state?jsonp=${encodeURIComponent(name)}`)).status, name).toBe(400);
  }
});

test('a path that cannot be decoded is the fault of the client', async () => expect((await ask('/%zz')).status).toBe(400));
