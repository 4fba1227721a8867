import { seededRandom } from '../../src/cluster/kernel/random.ts';
import type { MachineConfig } from '../../src/cluster/machines/machine.ts';
import type { AppBody } from './scenario.ts';

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
