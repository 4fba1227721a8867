import type { Fetch } from '../api/http/fetch.ts';
import { createCluster, type Cluster, type ClusterOptions } from './cluster.ts';
import { createMemoryFiles } from './executor/memory-files.ts';
import { createSimulatedContainerizer } from './executor/simulated.ts';
import { manualClock, type ManualClock } from './kernel/clock.ts';
import { createKernel } from './kernel/kernel.ts';
import { createLog, type LogRecord } from './kernel/log.ts';
import { seededRandom } from './kernel/random.ts';
import { memoryStore, type MemoryStore } from './kernel/store.ts';
import type { Machine, MachineConfig } from './machines/machine.ts';

const place = (config: MachineConfig): Machine => {
  const { name, ip } = config;
  return { ...config, address: { name, ip, address: `127.0.${ip.split('.').slice(2).join('.')}` } };
};

const config = (name: string, ip: string, type: MachineConfig['type'], memoryReserved = 0): Machine =>
  place({ name, ip, cpus: 1, memory: 1024, memoryReserved, type, aliases: [] });

export const machines = {
  m1: config('m1', '192.168.65.90', 'master'),
  m2: config('m2', '192.168.65.95', 'master'),
  m3: config('m3', '192.168.65.96', 'master'),
  a1: config('a1', '192.168.65.111', 'agent-private', 512),
  a2: config('a2', '192.168.65.121', 'agent-private', 512),
  p1: config('p1', '192.168.65.60', 'agent-public', 512),
  boot: config('boot', '192.168.65.50', 'boot'),
};

/** A cluster whose tasks are simulated and whose time is the test's. */
export interface TestCluster {
  clock: ManualClock;
  cluster: Cluster;
  store: MemoryStore;
  log: LogRecord[];
  get: <T>(fetch: Fetch, path: string) => Promise<T>;
  send: (fetch: Fetch, method: string, path: string, body?: unknown) => Promise<Response>;
  /** Lets time pass in small steps until it holds; throws after a minute. */
  until: (what: string, holds: () => Promise<boolean> | boolean) => Promise<void>;
  /** Lets time pass until the cluster is ready. */
  ready: () => Promise<void>;
}

export function testCluster(
  options: Partial<ClusterOptions> & { store?: MemoryStore; seed?: number; clock?: ManualClock } = {},
): TestCluster {
  const clock = options.clock ?? manualClock();
  const store = options.store ?? memoryStore();
  const log: LogRecord[] = [];
  const kernel = createKernel({ clock, random: seededRandom(options.seed ?? 1), store, log: createLog((record) => log.push(record)) });
  const files = createMemoryFiles(clock);
  const simulated = createSimulatedContainerizer(kernel, files, { reason: 'This is a test.' });
  const { m1, a1, p1, boot } = machines;
  const cluster = createCluster(kernel, {
    name: 'test',
    machines: [m1, a1, p1, boot],
    place,
    containerizers: { docker: simulated, process: simulated },
    files,
    workDirectory: '/work',
    containers: () => ({ kind: 'simulated', reason: 'This is a test.', images: [] }),
    ...options,
  });
  const send = (fetch: Fetch, method: string, path: string, body?: unknown): Promise<Response> =>
    fetch(
      new Request(`http://cluster${path}`, {
        method,
        ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      }),
    );
  const until: TestCluster['until'] = async (what, holds) => {
    const end = clock.now() + 60_000;
    while (!(await holds())) {
      if (clock.now() > end) throw new Error(`After a minute still not: ${what}`);
      await clock.advance(10);
    }
  };
  return {
    clock,
    cluster,
    store,
    log,
    send,
    get: async <T>(fetch: Fetch, path: string) => {
      const response = await send(fetch, 'GET', path);
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return (await response.json()) as T;
    },
    until,
    async ready() {
      let ready = false;
      const waiting = cluster.ready().then(() => (ready = true));
      await until('ready', () => ready);
      await waiting;
    },
  };
}

/** A cluster that is ready. */
export async function readyCluster(options: Parameters<typeof testCluster>[0] = {}): Promise<TestCluster> {
  const world = testCluster(options);
  await world.ready();
  return world;
}
