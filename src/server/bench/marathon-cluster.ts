import { cpus, loadavg } from 'node:os';
import { createCluster, type Cluster } from '../../cluster/cluster.ts';
import { createMemoryFiles } from '../../cluster/executor/memory-files.ts';
import { createSimulatedContainerizer } from '../../cluster/executor/simulated.ts';
import { realClock } from '../../cluster/kernel/clock.ts';
import { createKernel } from '../../cluster/kernel/kernel.ts';
import { silentLog } from '../../cluster/kernel/log.ts';
import { systemRandom } from '../../cluster/kernel/random.ts';
import { memoryStore } from '../../cluster/kernel/store.ts';
import type { Machine, MachineConfig } from '../../cluster/machines/machine.ts';
import { figureTable } from './figures.ts';
import { time } from './samples.ts';

// `node src/server/bench/marathon-cluster.ts`: the whole cluster in one process (Marathon, master, agents, executors that
// simulate) deploys many instances over many agents, in the time of the wall.

const AGENTS = 1000;
const INSTANCES = 10_000;
const BUDGET_MS = 10_000;
const BUDGET_MB = 500;
const LOOK_EVERY_MS = 50;
const GIVE_UP_AFTER_MS = 120_000;
const REASON = 'This is a bench.';

function machine(name: string, ip: string, type: MachineConfig['type']): Machine {
  return place({ name, ip, cpus: 64, memory: 65_536, memoryReserved: 0, type, aliases: [] });
}

const place = (config: MachineConfig): Machine => ({ ...config, address: { name: config.name, ip: config.ip, address: config.ip } });

function bigCluster(): Cluster {
  const clock = realClock();
  const kernel = createKernel({ clock, random: systemRandom(), store: memoryStore(), log: silentLog });
  const files = createMemoryFiles(clock);
  const simulated = createSimulatedContainerizer(kernel, files, { reason: REASON });
  const agents = Array.from({ length: AGENTS }, (_, n) => machine(`a${n}`, `10.1.${Math.floor(n / 250)}.${n % 250}`, 'agent-private'));
  return createCluster(kernel, {
    name: 'bench',
    machines: [machine('m1', '10.0.0.1', 'master'), ...agents],
    place,
    containerizers: { docker: simulated, process: simulated },
    files,
    workDirectory: '/work',
    containers: () => ({ kind: 'simulated', reason: REASON, images: [] }),
  });
}

async function deploy({ upstreams: { marathon } }: Cluster): Promise<void> {
  const app = { id: '/many', cmd: 'sleep 1000', cpus: 0.01, mem: 1, instances: INSTANCES };
  const headers = { 'content-type': 'application/json' };
  const { status } = await marathon(new Request('http://m1/v2/apps', { method: 'POST', headers, body: JSON.stringify(app) }));
  if (status !== 201) throw new Error(`The app was answered ${status}.`);
  const end = performance.now() + GIVE_UP_AFTER_MS;
  for (;;) {
    const deployments = (await (await marathon(new Request('http://m1/v2/deployments'))).json()) as unknown[];
    if (deployments.length === 0) return;
    if (performance.now() > end) throw new Error(`${INSTANCES} instances did not run within ${GIVE_UP_AFTER_MS / 1000} s.`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

const cluster = bigCluster();
await cluster.ready();
const before = process.memoryUsage.rss() / 1e6;
const what = `${INSTANCES} instances over ${AGENTS} agents run`;
const cpuBefore = process.cpuUsage();
const samples = [await time(() => deploy(cluster))];
const { user, system } = process.cpuUsage(cpuBefore);
const most = (process.resourceUsage().maxRSS * 1024) / 1e6;
const heap = process.memoryUsage().heapUsed / 1e6;
const [load = 0] = loadavg();
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, load ${load.toFixed(1)}\n`);
console.log(figureTable([{ what, samples, comparedWith: { name: 'budget of 10 s', budget: BUDGET_MS }, atMost: 1 }]));
console.log(
  `\n${((user + system) / 1e6).toFixed(1)} s of processor time, which other programs do not change much. At most ${most.toFixed(0)} MB of memory in the process (${before.toFixed(0)} MB before, heap ${heap.toFixed(0)} MB): ` +
    `${(most / BUDGET_MB).toFixed(2)} of ${BUDGET_MB} MB, ${most <= BUDGET_MB ? 'reached' : 'not reached'}.`,
);
process.exit();
