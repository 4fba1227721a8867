import { seededRandom } from '../../src/cluster/kernel/random.ts';
import type { MachineConfig } from '../../src/cluster/machines/machine.ts';
import { manyJobs } from './many-jobs.ts';
import type { AppBody, Scenario } from './scenario.ts';
import { boot, m1 } from './seed-machines.ts';

const TEAMS = ['data', 'payments', 'search', 'shop', 'video'];
const PARTS = ['api', 'cache', 'gateway', 'indexer', 'mailer', 'queue', 'scheduler', 'store', 'web', 'worker'];
/** Addresses that one network of ours has room for. */
const HOSTS_PER_NETWORK = 240;

/** Machines of one kind, called by the prefix and a number, in as many networks as they need. */
export function manyAgents(kind: { prefix: string; type: MachineConfig['type']; network: number; count: number }): MachineConfig[] {
  return Array.from({ length: kind.count }, (_, index) => ({
    name: `${kind.prefix}${index + 1}`,
    ip: `192.168.${kind.network + Math.floor(index / HOSTS_PER_NETWORK)}.${(index % HOSTS_PER_NETWORK) + 10}`,
    cpus: 4,
    memory: 8192,
    memoryReserved: 1024,
    type: kind.type,
    aliases: [],
  }));
}

/** What distinguishes one app of many from the others. */
export interface Variation {
  seed: number;
  count: number;
  cpus: readonly number[];
  mem: readonly number[];
  /** By the app's number. */
  instances: (index: number) => number;
  more?: (index: number) => Partial<AppBody>;
}

/** Apps spread over the teams' groups: `/shop/web`, `/shop/web-2`, … */
export function manyApps({ seed, count, cpus, mem, instances, more }: Variation): AppBody[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const team = TEAMS[index % TEAMS.length] ?? 'shop';
    const part = PARTS[Math.floor(index / TEAMS.length) % PARTS.length] ?? 'web';
    const round = Math.floor(index / (TEAMS.length * PARTS.length));
    return {
      id: `/${team}/${part}${round === 0 ? '' : `-${round + 1}`}`,
      cmd: `exec ./${part}`,
      cpus: random.pick(cpus),
      mem: random.pick(mem),
      instances: instances(index),
      labels: { team, part },
      ...more?.(index),
    };
  });
}

/** Ten apps at a time have 100 instances together. */
const INSTANCES = [1, 2, 3, 5, 8, 10, 12, 15, 19, 25];
/** No two of a dozen live equally long, so that they do not end together. */
const lifeSeconds = (restless: number): number => 9 + (restless % 13);
/** Apps with one task that ends and is started again, so that events keep coming: about 50 a second. */
const RESTLESS = 100;

/** A cluster of a size that real ones have: with `apps` come ten times as many tasks. */
export function largeWorld(size: {
  name: string;
  title: string;
  seed: number;
  agents: number;
  apps: number;
  jobs: number;
  runs: number;
}): Scenario {
  const { name, title, seed, agents, apps, jobs, runs } = size;
  const publicAgents = agents / 50;
  const restlessEvery = apps / RESTLESS;
  return {
    name,
    title,
    machines: [
      m1,
      ...manyAgents({ prefix: 'a', type: 'agent-private', network: 70, count: agents - publicAgents }),
      ...manyAgents({ prefix: 'p', type: 'agent-public', network: 100, count: publicAgents }),
      boot,
    ],
    seed,
    jobs: manyJobs({ seed, count: jobs, runs }),
    groupwise: true,
    apps: manyApps({
      seed,
      count: apps,
      cpus: [0.05, 0.1, 0.15],
      mem: [16, 32, 64],
      instances: (index) => INSTANCES[index % INSTANCES.length] ?? 10,
      more: (index) => ({
        labels: { team: `team-${index % 12}`, tier: index % 3 === 0 ? 'front' : 'back', SIMULATE_LOG_EVERY: '1h' },
        ...(index % restlessEvery === 0 && { cmd: `sleep ${lifeSeconds(index / restlessEvery)}`, backoffSeconds: 1, backoffFactor: 1 }),
      }),
    }),
  };
}
