import { createCluster, type Cluster } from '../../src/cluster/cluster.ts';
import { createMemoryFiles } from '../../src/cluster/executor/memory-files.ts';
import { createSimulatedContainerizer } from '../../src/cluster/executor/simulated.ts';
import { realClock, type Clock } from '../../src/cluster/kernel/clock.ts';
import { createKernel, type Kernel } from '../../src/cluster/kernel/kernel.ts';
import { silentLog, type Log } from '../../src/cluster/kernel/log.ts';
import { seededRandom } from '../../src/cluster/kernel/random.ts';
import { memoryStore, type MemoryStore, type StoreWrite } from '../../src/cluster/kernel/store.ts';
import type { Machine, MachineConfig } from '../../src/cluster/machines/machine.ts';
import type { Scenario } from './scenario.ts';
import { historyWrite } from './seed-history.ts';
import { jobWrites } from './seed-jobs.ts';

const REASON = 'This cluster lives in the page: there is nothing to run a process or a container on.';
const REMEDY = 'npm start';

export interface WorldOptions {
  /** What `store.snapshot()` gave of an earlier life of this world; it goes on from there. */
  snapshot?: ReturnType<MemoryStore['snapshot']>;
  clock?: Clock;
  log?: Log;
}

export interface World {
  readonly kernel: Kernel;
  readonly cluster: Cluster;
  /** The whole memory of the world, for a snapshot. */
  readonly store: MemoryStore;
  /** Resolves when the cluster is ready and a new world's apps are posted. */
  readonly ready: Promise<void>;
}

/** Starts the world of a scenario, all of it simulated. It can be asked at once, as a real cluster can while it starts. */
export function createWorld(scenario: Scenario, options: WorldOptions = {}): World {
  const store = memoryStore(options.snapshot);
  const clock = options.clock ?? realClock();
  if (!options.snapshot) store.write(pastOf(scenario, clock.now()));
  // A world that goes on must not deal the numbers of its first life again: ids would be given twice.
  const seed = options.snapshot ? scenario.seed + clock.now() : scenario.seed;
  const kernel = createKernel({ clock, random: seededRandom(seed), store, log: options.log ?? silentLog });
  const files = createMemoryFiles(clock);
  const simulated = createSimulatedContainerizer(kernel, files, { reason: REASON });
  const cluster = createCluster(kernel, {
    name: scenario.name,
    machines: scenario.machines.map(place),
    place,
    containerizers: { docker: simulated, process: simulated },
    files,
    workDirectory: '/var/lib/mesos',
    // A simulated task that runs answers what it is asked.
    probe: () => Promise.resolve({ ok: true }),
    containers: () => ({ kind: 'simulated', reason: REASON, remedy: REMEDY, images: [] }),
  });
  return { kernel, cluster, store, ready: begin(cluster, options.snapshot ? [] : newBodies(scenario)) };
}

/** In the page every machine is where its description says. */
const place = (machine: MachineConfig): Machine => ({
  ...machine,
  address: { name: machine.name, ip: machine.ip, address: machine.ip },
});

/** What a new world has behind it. */
function pastOf({ jobs = [], past, seed }: Scenario, now: number): StoreWrite[] {
  return [...jobWrites(jobs, { now, seed }), ...(past ? [historyWrite(past, { now, seed })] : [])];
}

async function begin(cluster: Cluster, bodies: readonly NewBody[]): Promise<void> {
  await cluster.ready();
  for (const { method, path, body } of bodies) {
    const request = new Request(`http://marathon/v2${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const response = await cluster.upstreams.marathon(request);
    if (!response.ok) throw new Error(`Marathon refused ${body.id}: ${await response.text()}`);
  }
}

interface NewBody {
  method: 'POST' | 'PUT';
  path: string;
  body: { id: string };
}

/** How the apps of a new world get there: each by itself, or all of a team with its group. */
function newBodies({ apps, groupwise }: Scenario): NewBody[] {
  if (groupwise !== true) return apps.map((body) => ({ method: 'POST', path: '/apps', body }));
  const groups = Map.groupBy(apps, ({ id }) => id.slice(0, id.indexOf('/', 1)));
  return [...groups].map(([id, members]) => ({ method: 'PUT', path: `/groups/${id}`, body: { id, apps: members } }));
}
