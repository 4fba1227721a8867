import { cpus, loadavg } from 'node:os';
import type { Fetch } from '../../api/http/fetch.ts';
import { createMarathonHttp } from '../../cluster/marathon/http/marathon-http.ts';
import { testApp, testWorld } from '../../cluster/marathon/test-world.test-support.ts';
import { figureTable, type Figure } from './figures.ts';
import type { Samples } from './samples.ts';

// `node src/server/bench/marathon-reads.ts`: what reads of everything cost Marathon, as CPU time of this process (a loaded
// machine does not change it much) with 500 apps that run one task each. For scale, the same against the text alone: what
// JSON.stringify takes for the body that was answered.

const APPS = 500;
const ROUNDS = 60;
const WARM_UP = 30;
const EMBEDS = [
  'group.groups',
  'group.apps',
  'group.apps.counts',
  'group.apps.deployments',
  'group.apps.readiness',
  'group.apps.tasks',
  'group.apps.lastTaskFailure',
  'group.apps.taskStats',
];
const READS = [
  { what: 'GET /v2/apps', path: '/v2/apps', budget: 4 },
  { what: 'GET /v2/groups, all embeds', path: `/v2/groups?${EMBEDS.map((embed) => `embed=${embed}`).join('&')}`, budget: 6 },
];

/** Marathon's API with many apps that run. */
async function busyMarathon(): Promise<Fetch> {
  const agents = Array.from({ length: 20 }, (_, n) => ({ id: `S${n}`, hostname: `a${n}`, cpus: 8, mem: 8192 }));
  const world = testWorld({ agents });
  const health = [
    {
      protocol: 'MESOS_TCP' as const,
      portIndex: 0,
      gracePeriodSeconds: 10,
      intervalSeconds: 5,
      timeoutSeconds: 5,
      maxConsecutiveFailures: 3,
    },
  ];
  for (let n = 0; n < APPS; n++) {
    const labels = { owner: `team-${n % 7}`, HAPROXY_GROUP: 'external', VIP_0: `/app-${n}:80` };
    world.put(testApp(`/team-${n % 10}/app-${n}`, { labels, env: { MODE: 'production', INDEX: String(n) }, healthChecks: health }));
  }
  for (let second = 0; second < 30; second++) await world.clock.advance(1000);
  const running = world.marathon.core.instances().filter(({ condition }) => condition === 'Running').length;
  if (running !== APPS) throw new Error(`Only ${running} of ${APPS} tasks run.`);
  return createMarathonHttp(world.marathon.core, { clock: world.clock, version: '1.10.26' });
}

/** CPU time in ms of each of many runs. */
async function cpuTimes(work: () => Promise<unknown>): Promise<Samples> {
  const samples: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    if (round >= 0) samples.push((user + system) / 1000);
  }
  return samples;
}

async function measure(marathon: Fetch, { what, path, budget }: (typeof READS)[number]): Promise<Figure[]> {
  const read = async (headers: Record<string, string>): Promise<ArrayBuffer> => {
    const response = await marathon(new Request(`http://m1${path}`, { headers: { accept: 'application/json', ...headers } }));
    if (response.status !== 200) throw new Error(`GET ${path} was answered ${response.status}.`);
    return response.arrayBuffer();
  };
  const body: unknown = JSON.parse(new TextDecoder().decode(await read({})));
  const text = await cpuTimes(() => new Response(JSON.stringify(body)).arrayBuffer());
  const plain = await cpuTimes(() => read({}));
  const packed = await cpuTimes(() => read({ 'accept-encoding': 'gzip' }));
  return [
    { what, samples: plain, comparedWith: { name: 'budget', budget }, atMost: 1 },
    { what: `${what}, again`, samples: plain, comparedWith: { name: 'JSON.stringify of the body', samples: text } },
    { what: `${what}, gzip`, samples: packed, comparedWith: { name: 'the same without gzip', samples: plain } },
  ];
}

const marathon = await busyMarathon();
const figures: Figure[] = [];
for (const read of READS) figures.push(...(await measure(marathon, read)));
const [load = 0] = loadavg();
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, load ${load.toFixed(1)}\n\n${figureTable(figures)}`);
