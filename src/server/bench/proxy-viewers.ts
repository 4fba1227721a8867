import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { startPinned } from './pinned.ts';
import { OTHER_PROCESSOR, startPlainProxy, startRouter, type Proxy } from './proxies.ts';
import { median } from './samples.ts';
import { requestsPerSecond } from './wrk.ts';

// `npm run bench:proxy`: viewers who poll the state-summary of 1,000 agents through the adminRouter and through nginx as a plain proxy,
// in front of the same master, in turn; and how often the master is asked, by the number of viewers.

const VIEWERS = 200;
const ROUNDS = 3;
const SECONDS = 4;
const NGINX_PORT = 23_910;
const WANTED = 5;

const program = path.join(import.meta.dirname, 'upstream-of-proxies.ts');
const upstream = await startPinned(OTHER_PROCESSOR, [process.execPath, program], /^listens on (\d+)$/);
const url = new URL(`http://127.0.0.1:${upstream.said[1]}/`);
const asked = async (): Promise<number> => Number(await (await fetch(new URL('/asked', url))).text());
const proxies: Proxy[] = [];
try {
  proxies.push(await startRouter(['--mesos', url.href], '/mesos'), await startPlainProxy(url, NGINX_PORT, '/mesos'));
  const rates = new Map<string, number[]>(proxies.map(({ name }) => [name, []]));
  for (let round = 0; round < ROUNDS; round++)
    for (const { name, at } of proxies) rates.get(name)?.push(await requestsPerSecond(`${at}/state-summary`, VIEWERS, SECONDS));
  const [router = NaN, nginx = NaN] = proxies.map(({ name }) => median(rates.get(name) ?? []));
  const [load = 0] = loadavg();
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, load ${load.toFixed(1)}\n`);
  console.log('| answers a second to 200 viewers of state-summary | adminRouter | nginx | ratio | wanted |\n|---|---:|---:|---:|---|');
  console.log(`| median of ${ROUNDS} | ${router.toFixed(0)} | ${nginx.toFixed(0)} | ${(router / nginx).toFixed(1)} | ≥ ${WANTED} |\n`);
  console.log('| viewers | answers a second | the master is asked, a second |\n|---:|---:|---:|');
  for (const viewers of [1, 10, 100, 1_000]) {
    const before = await asked();
    const rate = await requestsPerSecond(`${proxies[0]?.at}/state-summary`, viewers, SECONDS);
    console.log(`| ${viewers} | ${rate.toFixed(0)} | ${(((await asked()) - before) / SECONDS).toFixed(1)} |`);
  }
} finally {
  for (const { stop } of proxies) await stop();
  await upstream.stop();
}
