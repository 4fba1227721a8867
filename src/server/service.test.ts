import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startLocalServer, type LocalServer } from './testing/local-server.ts';

// An app with DCOS_SERVICE_NAME is a web server of a user behind the adminRouter.

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Says what it was asked, and counts on a page of its own, event by event. */
const PROGRAM = `
require('http').createServer((request, response) => {
  if (request.url === '/moved') return response.writeHead(302, { location: 'http://' + request.headers.host + '/new' }).end();
  if (request.url !== '/events') return response.end(JSON.stringify({ url: request.url, cookie: request.headers.cookie }));
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write('data: 1\\n\\n');
}).listen(process.env.PORT0, process.env.HOST);`;

let server: LocalServer;
beforeAll(async () => {
  server = await startLocalServer(ROOT, ['--executor', 'process'], {});
}, 90_000);
afterAll(() => server?.dispose(), 60_000);

const ask = (target: string, init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {}): Promise<Response> =>
  fetch(`${server.origin()}${target}`, {
    redirect: 'manual',
    ...init,
    headers: { authorization: `token=${server.token}`, 'content-type': 'application/json', ...init.headers },
  });

test('an app that says so is reachable at /service/<name>/ as soon as it runs', async () => {
  expect((await ask('/service/echo/')).status).toBe(404);
  const app = {
    id: '/team/echo',
    cmd: `exec node -e "${PROGRAM.replaceAll('\n', ' ')}"`,
    cpus: 0.05,
    mem: 64,
    labels: { DCOS_SERVICE_NAME: 'echo', DCOS_SERVICE_SCHEME: 'http', DCOS_SERVICE_PORT_INDEX: '0' },
  };
  expect((await ask('/service/marathon/v2/apps', { method: 'POST', body: JSON.stringify(app) })).status).toBe(201);
  const answer = await vi.waitFor(
    async () => {
      const got = await ask('/service/echo/a%2Fb?c=d', { headers: { cookie: 'dcos-acs-auth-cookie=x; own=1' } });
      expect(got.status).toBe(200);
      return got;
    },
    { timeout: 30_000, interval: 50 },
  );
  expect(await answer.json()).toEqual({ url: '/a%2Fb?c=d', cookie: 'own=1' });
  expect((await ask('/service/echo/moved')).headers.get('location')).toBe('/service/echo/new');
  const events = (await ask('/service/echo/events')).body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await events?.read())?.value).toBe('data: 1\n\n');
  await events?.cancel();
});
