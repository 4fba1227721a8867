import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { startLocalServer, type LocalServer } from '../testing/local-server.ts';
import { figureTable, type Figure } from './figures.ts';
import { time } from './samples.ts';

// `node src/server/bench/marathon-http.ts`: Marathon as a client of the real server sees it, through the adminRouter with a
// token: reads of everything with 500 apps (their tasks simulated), and a scale from 1 to 20 real processes.

const ROOT = path.resolve(import.meta.dirname, '../../..');
const APPS = 500;
const ROUNDS = 60;
const WARM_UP = 30;
const SCALES = 5;
const MANY = 20;
const LOOK_EVERY_MS = 10;
const GIVE_UP_AFTER_MS = 60_000;
const EMBEDS = [
  'groups',
  'apps',
  'apps.counts',
  'apps.deployments',
  'apps.readiness',
  'apps.tasks',
  'apps.lastTaskFailure',
  'apps.taskStats',
];
const READS = [
  { what: `GET /v2/apps, ${APPS} apps`, at: '/apps', budget: 4 },
  { what: 'GET /v2/groups, all embeds', at: `/groups?${EMBEDS.map((embed) => `embed=group.${embed}`).join('&')}`, budget: 6 },
];

type Call = (method: string, at: string, body?: object, coding?: 'identity' | 'gzip') => Promise<Response>;

const client =
  (server: LocalServer): Call =>
  async (method, at, body, coding = 'identity') => {
    const response = await fetch(`${server.origin()}/marathon/v2${at}`, {
      method,
      headers: {
        authorization: `token=${server.token}`,
        accept: 'application/json',
        'content-type': 'application/json',
        'accept-encoding': coding,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${at} was answered ${response.status}: ${await response.text()}`);
    return response;
  };

/** Until Marathon has nothing left to do. */
async function settled(call: Call): Promise<void> {
  const end = performance.now() + GIVE_UP_AFTER_MS;
  while (((await (await call('GET', '/deployments')).json()) as unknown[]).length > 0) {
    if (performance.now() > end) throw new Error(`Deployments did not end within ${GIVE_UP_AFTER_MS / 1000} s.`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

/** How long it takes until the client has the whole body, unpacked. */
async function samplesOf(read: () => Promise<Response>): Promise<number[]> {
  const samples: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const taken = await time(async () => (await read()).arrayBuffer());
    if (round >= 0) samples.push(taken);
  }
  return samples;
}

async function measureReads(call: Call): Promise<Figure[]> {
  const apps = Array.from({ length: APPS }, (_, n) => ({
    id: `/team-${n % 10}/app-${n}`,
    cmd: 'sleep 1000',
    cpus: 0.01,
    mem: 8,
    instances: 1,
    labels: { owner: `team-${n % 7}`, VIP_0: `/app-${n}:80`, SIMULATE_LOG_EVERY: '1h' },
    env: { MODE: 'production', INDEX: String(n) },
  }));
  await call('PUT', '/apps', apps);
  await settled(call);
  const figures: Figure[] = [];
  for (const { what, at, budget } of READS) {
    const samples = await samplesOf(() => call('GET', at));
    figures.push({ what, samples, comparedWith: { name: 'budget', budget }, atMost: 1 });
    const packed = await samplesOf(() => call('GET', at, undefined, 'gzip'));
    figures.push({ what: `${what}, gzip`, samples: packed, comparedWith: { name: 'the same without gzip', samples } });
  }
  return figures;
}

/** From the PUT until the deployment is over, which is when all instances run. */
async function measureScale(call: Call): Promise<Figure> {
  const samples: number[] = [];
  for (let round = 0; round < SCALES; round++) {
    await call('POST', '/apps', { id: '/scaled', cmd: 'exec sleep 1000', cpus: 0.01, mem: 8, instances: 1 });
    await settled(call);
    samples.push(
      await time(async () => {
        await call('PUT', '/apps//scaled', { instances: MANY });
        await settled(call);
      }),
    );
    await call('DELETE', '/apps//scaled?force=true');
    await settled(call);
  }
  return { what: `1 to ${MANY} processes running`, samples, comparedWith: { name: 'budget of 1 s', budget: 1000 }, atMost: 1 };
}

async function withServer<T>(args: readonly string[], measure: (call: Call) => Promise<T>): Promise<T> {
  const server = await startLocalServer(ROOT, args);
  try {
    return await measure(client(server));
  } finally {
    await server.dispose();
  }
}

const scratch = mkdtempSync(path.join(tmpdir(), 'dcos-local-bench-'));
try {
  const config = path.join(scratch, 'VagrantConfig.yaml');
  const agents = Array.from(
    { length: 4 },
    (_, n) => `a${n + 1}: { ip: 192.168.65.${111 + n}, cpus: 8, memory: 8192, type: agent-private }`,
  );
  writeFileSync(config, ['m1: { ip: 192.168.65.90, cpus: 1, memory: 512, type: master }', ...agents, ''].join('\n'));
  const reads = await withServer(['--executor', 'simulated', '--config', config], measureReads);
  const scale = await withServer(['--executor', 'process'], measureScale);
  const [load = 0] = loadavg();
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, load ${load.toFixed(1)}\n`);
  console.log(figureTable([...reads, scale]));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
