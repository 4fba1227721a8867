import { seededRandom } from '../../src/cluster/kernel/random.ts';
import type { MachineConfig } from '../../src/cluster/machines/machine.ts';
import type { AppBody, Scenario } from './scenario.ts';
import { boot, m1 } from './seed-machines.ts';

const PRIVATE_AGENTS = 45;
const PUBLIC_AGENTS = 5;
const APPS = 60;
const TEAMS = ['data', 'payments', 'search', 'shop', 'video'];
const PARTS = ['api', 'cache', 'gateway', 'indexer', 'mailer', 'queue', 'scheduler', 'store', 'web', 'worker'];

function agents(kind: { prefix: string; type: MachineConfig['type']; network: number; count: number }): MachineConfig[] {
  return Array.from({ length: kind.count }, (_, index) => ({
    name: `${kind.prefix}${index + 1}`,
    ip: `192.168.${kind.network}.${index + 10}`,
    cpus: 4,
    memory: 8192,
    memoryReserved: 1024,
    type: kind.type,
    aliases: [],
  }));
}

/** 60 apps with 300 instances in all, spread over the teams' groups. */
function apps(): AppBody[] {
  const random = seededRandom(4);
  return Array.from({ length: APPS }, (_, index) => {
    const team = TEAMS[index % TEAMS.length] ?? 'shop';
    const part = PARTS[Math.floor(index / TEAMS.length) % PARTS.length] ?? 'web';
    const round = Math.floor(index / (TEAMS.length * PARTS.length));
    return {
      id: `/${team}/${part}${round === 0 ? '' : `-${round + 1}`}`,
      cmd: `exec ./${part}`,
      cpus: random.pick([0.1, 0.2, 0.25, 0.5]),
      mem: random.pick([32, 64, 128, 256]),
      // Ten apps at a time have 50 instances together.
      instances: [1, 1, 2, 3, 4, 5, 6, 8, 9, 11][(index * 7) % 10] ?? 5,
      labels: { team, part },
    };
  });
}

export const busy: Scenario = {
  name: 'busy',
  title: '50 agents, 60 apps, 300 tasks',
  machines: [
    m1,
    ...agents({ prefix: 'a', type: 'agent-private', network: 66, count: PRIVATE_AGENTS }),
    ...agents({ prefix: 'p', type: 'agent-public', network: 67, count: PUBLIC_AGENTS }),
    boot,
  ],
  seed: 4,
  apps: apps(),
};
