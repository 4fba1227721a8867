import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sseFrame } from '../../api/http/sse.ts';
import { pinThisProcess } from './pinned.ts';
import { OTHER_PROCESSOR, startRouter, type Proxy } from './proxies.ts';
import { median, time } from './samples.ts';

// `npm run bench:proxy`: how long an event takes from Marathon to the last of 1,000 readers of `/v2/events`, through the
// adminRouter, and how many streams Marathon has to send for them.

const READERS = 1_000;
const EVENTS = 15;
const WARM_UP = 5;
const WANTED_MS = 50;

interface Marathon {
  url: URL;
  streams: Set<ServerResponse>;
  stop: () => void;
}

async function startMarathon(): Promise<Marathon> {
  const streams = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    if (!request.url?.startsWith('/v2/events')) {
      response.end('pong');
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream;charset=utf-8' }).flushHeaders();
    streams.add(response);
    response.once('close', () => streams.delete(response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', 4_096, resolve));
  return {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
    streams,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Readers who wait for a text; `all` resolves when each has read it. */
async function openReaders(url: string): Promise<{ all: (text: string) => Promise<void>; stop: () => void }> {
  const open: IncomingMessage[] = [];
  const waiting = new Map<number, string>();
  let done = (): void => {};
  for (let number = 0; number < READERS; number++) {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      get(url, { agent: false, headers: { accept: 'text/event-stream' } }, resolve).once('error', reject);
    });
    let rest = '';
    response.setEncoding('utf8').on('data', (chunk: string) => {
      rest = (rest + chunk).slice(-1_000);
      const wanted = waiting.get(number);
      if (wanted === undefined || !rest.includes(wanted)) return;
      waiting.delete(number);
      if (waiting.size === 0) done();
    });
    response.once('error', () => {});
    open.push(response);
  }
  return {
    all(text) {
      for (let number = 0; number < READERS; number++) waiting.set(number, text);
      return new Promise((resolve) => (done = resolve));
    },
    stop: () => open.forEach((response) => response.destroy()),
  };
}

async function measure({ at }: Proxy, { streams }: Marathon): Promise<void> {
  const { all, stop } = await openReaders(`${at}/v2/events`);
  const samples: number[] = [];
  for (let event = -WARM_UP; event < EVENTS; event++) {
    const id = `event-${event}-`;
    const frame = sseFrame('status_update_event', {
      eventType: 'status_update_event',
      taskId: id,
      appId: '/shop',
      message: 'x'.repeat(300),
    });
    const arrived = all(id);
    const taken = await time(() => {
      for (const stream of streams) stream.write(frame);
      return arrived;
    });
    if (event >= 0) samples.push(taken);
  }
  console.log(`| ${median(samples).toFixed(0)} | ${Math.max(...samples).toFixed(0)} | ${streams.size} | ≤ ${WANTED_MS} ms, one stream |`);
  stop();
}

await pinThisProcess(OTHER_PROCESSOR);
const marathon = await startMarathon();
try {
  const router = await startRouter(['--marathon', marathon.url.href], '/marathon');
  console.log(`| ms from an event to the last of ${READERS} readers: median | most | streams of Marathon | wanted |\n|---:|---:|---:|---|`);
  await measure(router, marathon).finally(() => router.stop());
} finally {
  marathon.stop();
}
