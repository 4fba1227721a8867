import { Agent, get } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { pinThisProcess } from './pinned.ts';
import { OTHER_PROCESSOR, startBareProxy, startPlainProxy, startQuickUpstream, startRouter, type Proxy } from './proxies.ts';
import { median } from './samples.ts';
import { requestsPerSecond } from './wrk.ts';

// `npm run bench:proxy`: answers that the adminRouter passes on as they are, beside nginx as a plain proxy in front of the same
// upstream, in turn, each on one processor: how many a second, and how much later than from the upstream itself they come at half of that.

const UPSTREAM_PORT = 23_920;
const NGINX_PORT = 23_921;
const CLIENTS = 32;
const ROUNDS = 3;
const SECONDS = 3;
const WARM_UP_SECONDS = 3;
const PAST_MS = 4_000;

/** ms of each request when so many a second are begun, whatever becomes of those before; no more than the client itself can keep up with. */
async function latenciesAt(url: string, perSecond: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true });
  const samples: Promise<number>[] = [];
  const began = performance.now();
  for (let now = began; now - began < PAST_MS; now = performance.now()) {
    while (samples.length < ((now - began) / 1000) * perSecond) samples.push(latency(url, agent));
    await new Promise((resolve) => setImmediate(resolve));
  }
  const taken = await Promise.all(samples);
  agent.destroy();
  return taken.slice(taken.length / 4);
}

async function latency(url: string, agent: Agent): Promise<number> {
  const began = performance.now();
  await new Promise((resolve, reject) => get(url, { agent }, (response) => buffer(response).then(resolve, reject)).once('error', reject));
  return performance.now() - began;
}

function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** How many a second each proxy answers: medians, in their order. */
async function rates(proxies: readonly Proxy[]): Promise<number[]> {
  const samples = proxies.map((): number[] => []);
  for (const { at } of proxies) await requestsPerSecond(`${at}/files/download`, CLIENTS, WARM_UP_SECONDS);
  for (let round = 0; round < ROUNDS; round++)
    for (const [index, { at }] of proxies.entries())
      samples[index]?.push(await requestsPerSecond(`${at}/files/download`, CLIENTS, SECONDS));
  return samples.map(median);
}

await pinThisProcess(OTHER_PROCESSOR);
console.log(
  '| body | adminRouter, two pipes in Node, nginx: answers a second | ratio to nginx (wanted ≥ 0.5) | p99 at half load: from it, from the upstream, added (≤ 2 ms) |',
);
console.log('|---|---:|---:|---:|');
for (const bytes of [1_000, 64_000]) {
  const stops: (() => Promise<void>)[] = [];
  try {
    const upstream = await startQuickUpstream(UPSTREAM_PORT, bytes);
    stops.push(upstream.stop);
    const url = new URL(`http://127.0.0.1:${UPSTREAM_PORT}/`);
    const router = await startRouter(['--mesos', url.href], '/mesos');
    stops.push(router.stop);
    const nginx = await startPlainProxy(url, NGINX_PORT, '/mesos');
    stops.push(nginx.stop);
    const bare = await startBareProxy(url);
    stops.push(bare.stop);
    const [ours = NaN, pipes = NaN, plain = NaN] = await rates([router, bare, nginx]);
    const half = ours / 2;
    const direct = percentile(await latenciesAt(`${url.href}files/download`, half), 0.99);
    const passed = percentile(await latenciesAt(`${router.at}/files/download`, half), 0.99);
    const later = [passed, direct, passed - direct].map((ms) => ms.toFixed(1)).join(', ');
    console.log(
      `| ${bytes / 1000} kB | ${ours.toFixed(0)}, ${pipes.toFixed(0)}, ${plain.toFixed(0)} | ${(ours / plain).toFixed(2)} (pipes ${(pipes / plain).toFixed(2)}) | ${later} |`,
    );
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}
