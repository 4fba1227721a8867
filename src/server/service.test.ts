import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startLocalServer, type LocalServer } from './testing/local-server.ts';

// An app with DCOS_SERVICE_NAME is a web server of a user behind the adminRouter.

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Says what it was asked, counts on a page of its own, event by event, and says what it hears in capitals over a WebSocket. */
const PROGRAM = `
const http = require('node:http'), { createHash } = require('node:crypto');
const server = http.createServer((request, response) => {
  if (request.url === '/moved') return response.writeHead(302, { location: 'http://' + request.headers.host + '/new' }).end();
  if (request.url !== '/events') return response.end(JSON.stringify({ url: request.url, cookie: request.headers.cookie }));
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write('data: 1\\n\\n');
});
server.on('upgrade', (request, socket) => {
  const accept = createHash('sha1').update(request.headers['sec-websocket-key'] + '258EAFA5-E914-47DA-95CA-C5AB0DC85B11').digest('base64');
  socket.write('HTTP/1.1 101 Yes\\r\\nUpgrade: websocket\\r\\nConnection: Upgrade\\r\\nSec-WebSocket-Accept: ' + accept + '\\r\\n\\r\\n');
  socket.on('data', (frame) => {
    if (frame[0] !== 0x81) return socket.end();
    const mask = frame.subarray(2, 6), text = frame.subarray(6).map((byte, index) => byte ^ mask[index % 4]).toString().toUpperCase();
    socket.write(Buffer.concat([Buffer.from([0x81, text.length]), Buffer.from(text)]));
  });
});
server.listen(process.env.PORT0, process.env.HOST);`;

/** A web server that many have: its own address is in what it redirects to. */
const NGINX = '/usr/sbin/nginx';
const NGINX_CONFIG = `
user root; daemon off; pid nginx.pid; error_log stderr; events {}
http { access_log off; client_body_temp_path t; proxy_temp_path t; fastcgi_temp_path t; uwsgi_temp_path t; scgi_temp_path t;
server { listen $HOST:$PORT0; root site; } }`;

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

interface Service {
  name: string;
  cmd: string;
}

/** Starts an app that is a service; resolves to the first answer to `path` that is 200. */
async function started({ name, cmd }: Service, path: string, init?: Parameters<typeof ask>[1]): Promise<Response> {
  const labels = { DCOS_SERVICE_NAME: name, DCOS_SERVICE_SCHEME: 'http', DCOS_SERVICE_PORT_INDEX: '0' };
  const app = { id: `/team/${name}`, cmd, cpus: 0.05, mem: 64, labels };
  expect((await ask('/service/marathon/v2/apps', { method: 'POST', body: JSON.stringify(app) })).status).toBe(201);
  return vi.waitFor(
    async () => {
      const got = await ask(path, init);
      expect(got.status).toBe(200);
      return got;
    },
    { timeout: 30_000, interval: 50 },
  );
}

test('an app that says so is reachable at /service/<name>/ as soon as it runs, with its events and its WebSockets', async () => {
  expect((await ask('/service/echo/')).status).toBe(404);
  const cmd = `exec node -e "${PROGRAM.replaceAll('\n', ' ')}"`;
  const answer = await started({ name: 'echo', cmd }, '/service/echo/a%2Fb?c=d', { headers: { cookie: 'dcos-acs-auth-cookie=x; own=1' } });
  expect(await answer.json()).toEqual({ url: '/a%2Fb?c=d', cookie: 'own=1' });
  expect((await ask('/service/echo/moved')).headers.get('location')).toBe('/service/echo/new');
  const events = (await ask('/service/echo/events')).body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await events?.read())?.value).toBe('data: 1\n\n');
  await events?.cancel();
  expect(await shouted('hello', { authorization: `token=${server.token}` })).toBe('HELLO');
  await expect(shouted('hello', {})).rejects.toThrow();
});

/** What the service says to a text over a WebSocket. */
async function shouted(text: string, headers: Record<string, string>): Promise<string> {
  const socket = new WebSocket(`${server.origin().replace('http', 'ws')}/service/echo/chat`, { headers });
  try {
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', () => reject(new Error('no WebSocket')));
    });
    return await new Promise((resolve) => {
      socket.addEventListener('message', ({ data }) => resolve(String(data)));
      socket.send(text);
    });
  } finally {
    socket.close();
  }
}

test.skipIf(!existsSync(NGINX))('nginx is reachable too, and what it redirects to', async () => {
  const cmd = `mkdir -p site/docs && echo welcome > site/index.html && echo manual > site/docs/index.html && cat > nginx.conf <<END
${NGINX_CONFIG}
END
exec ${NGINX} -p $PWD -c $PWD/nginx.conf -e stderr`;
  expect(await (await started({ name: 'web', cmd }, '/service/web/')).text()).toBe('welcome\n');
  const directory = await ask('/service/web/docs');
  expect([directory.status, directory.headers.get('location')]).toEqual([301, '/service/web/docs/']);
  expect(await (await ask('/service/web/docs/')).text()).toBe('manual\n');
});
