import { cpus, loadavg } from 'node:os';
import { busyMesos, type BusyMesos } from './busy-mesos.ts';
import { figureTable, type Figure } from './figures.ts';
import { time, type Samples } from './samples.ts';

// `node src/server/bench/mesos-reads.ts`: what the master's big reads take with 1,000 agents and 10,000 tasks, each from a state
// that has just changed, so that no earlier answer helps. For scale, JSON.stringify of the body that was answered.

const AGENTS = 1000;
const TASKS = 10_000;
const ROUNDS = 25;
const WARM_UP = 5;
const READS = [
  { what: 'GET /state-summary', path: '/state-summary', budget: 15 },
  { what: 'GET /state', path: '/state', budget: 150 },
];

async function samplesOf(work: () => Promise<number>): Promise<Samples> {
  const samples: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const taken = await work();
    if (round >= 0) samples.push(taken);
  }
  return samples;
}

async function measure({ mesos, change }: BusyMesos, { what, path, budget }: (typeof READS)[number]): Promise<Figure[]> {
  let body = '';
  const read = async (): Promise<void> => {
    const response = await mesos.master.fetch(new Request(`http://m1${path}`));
    body = await response.text();
  };
  const samples = await samplesOf(async () => {
    await change();
    return time(read);
  });
  const parsed: unknown = JSON.parse(body);
  const text = await samplesOf(() => time(async () => JSON.stringify(parsed)));
  return [
    { what, samples, comparedWith: { name: 'budget', budget }, atMost: 1 },
    { what: `${what}, again`, samples, comparedWith: { name: 'JSON.stringify of the body', samples: text } },
  ];
}

const busy = await busyMesos(AGENTS, TASKS);
const figures: Figure[] = [];
for (const read of READS) figures.push(...(await measure(busy, read)));
const [load = 0] = loadavg();
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, load ${load.toFixed(1)}\n\n${figureTable(figures)}`);
