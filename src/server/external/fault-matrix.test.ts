import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { expect, test, vi } from 'vitest';
import { startRouter, type StartedRouter } from './testing/start-router.ts';
import { stopAfterEach } from './testing/stop-after-each.ts';
import { sendJson, stubServer, type StubServer } from './testing/stub-server.ts';

// One part goes wrong in each way that there is, or a client does: others are served meanwhile, and who asked hears the right thing.

const stopLater = stopAfterEach();

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Mesos is well; Marathon answers what `answer` says. */
async function routerInFrontOf(answer: Answer): Promise<StartedRouter & { marathon: StubServer }> {
  const mesos = stopLater(await stubServer((_, response) => sendJson(response, { cluster: 'well', slaves: [], frameworks: [] })));
  const marathon = stopLater(await stubServer(answer));
  const router = stopLater(await startRouter('--mesos', mesos.url.href, '--marathon', marathon.url.href));
  return { ...router, marathon };
}

/** Not among those that many share, which are read whole before anybody has any of them. */
const ASKED = '/marathon/v2/plugins';

/** What a client is told: a status, or that what came is not whole. */
const told = async ({ ask }: StartedRouter): Promise<number | 'broken'> => {
  const answer = await ask(ASKED);
  return answer.text().then(
    () => answer.status,
    () => 'broken' as const,
  );
};

async function expectOthersServed({ ask }: StartedRouter): Promise<void> {
  const [summary, page] = await Promise.all([ask('/mesos/state-summary'), ask('/health')]);
  expect([summary.status, page.status]).toEqual([200, 200]);
}

test.each<[string, number | 'broken', Answer]>([
  ['hangs up without an answer', 502, (request) => request.socket.destroy()],
  ['answers garbage', 502, (request) => void request.socket.end('\x00\x01rubbish\r\n\r\n')],
  ['answers with a status that there is not', 502, (request) => void request.socket.end('HTTP/1.1 999 Odd\r\ncontent-length: 0\r\n\r\n')],
  ['resets in the middle of the body', 'broken', (_, response) => void response.write('{"name":', () => response.destroy())],
  [
    'says that more comes than does',
    'broken',
    (_, response) => void response.setHeader('content-length', '1000').write('{', () => response.socket?.end()),
  ],
  ['answers 500 itself', 500, (_, response) => void response.writeHead(500).end('no')],
])('a part that %s: its client is told, others are served', async (_, expected, answer) => {
  const router = await routerInFrontOf(answer);
  expect(await told(router)).toBe(expected);
  await expectOthersServed(router);
});

test('a part that is down: 502, and it is asked again as soon as it is back', async () => {
  const router = await routerInFrontOf((_, response) => sendJson(response, {}));
  await router.marathon.stop();
  expect(await told(router)).toBe(502);
  await expectOthersServed(router);
  stopLater(await stubServer((_, response) => sendJson(response, {}), Number(router.marathon.url.port)));
  await vi.waitFor(async () => expect(await told(router)).toBe(200), 10_000);
});

test('a part that is silent holds up who asks it, and lets go of the request with them; one that is slow is passed on as it comes', async () => {
  const letGo = vi.fn();
  let finish = (): void => {};
  const router = await routerInFrontOf((request, response) => {
    if (request.url === '/v2/leader') return sendJson(response, { leader: '127.0.0.1:1' });
    if (request.url === '/v2/plugins') return void request.once('close', letGo);
    if (request.url !== '/metrics') return sendJson(response, {});
    response.write('slowly ');
    finish = () => void response.end('done');
  });
  const patience = new AbortController();
  const waiting = Array.from({ length: 50 }, () => router.ask(ASKED, { signal: patience.signal }).catch((fault: Error) => fault.name));
  const slow = await router.ask('/marathon/metrics');
  await expectOthersServed(router);
  finish();
  expect(await slow.text()).toBe('slowly done');
  patience.abort();
  expect(new Set(await Promise.all(waiting))).toEqual(new Set(['AbortError']));
  await vi.waitFor(() => expect(letGo).toHaveBeenCalled(), 5_000);
});

const opened = async (port: number): Promise<Socket> => {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  await new Promise((resolve) => socket.once('connect', resolve));
  socket.write('GET /mesos/state HTTP/1.1\r\nhost: 127.0.0.1\r\nx-half');
  return socket;
};

test('a thousand connections that are opened and left: others are served, little is kept for them, and they are hung up on', async () => {
  const router = await routerInFrontOf((_, response) => sendJson(response, {}));
  const before = process.memoryUsage().rss;
  const left = await Promise.all(Array.from({ length: 1_000 }, () => opened(router.port)));
  stopLater({
    async stop() {
      for (const socket of left) socket.destroy();
    },
  });
  const hungUp = Promise.all(left.map((socket) => new Promise((resolve) => socket.resume().once('close', resolve))));
  await expectOthersServed(router);
  // this process has the thousand sockets of the clients as well
  expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  await hungUp;
  await expectOthersServed(router);
});
