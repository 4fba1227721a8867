import { manyAgents, manyApps } from './large-world.ts';
import { manyJobs } from './many-jobs.ts';
import type { Scenario } from './scenario.ts';
import { boot, m1 } from './seed-machines.ts';

/** Ten apps at a time have 50 instances together. */
const INSTANCES = [1, 1, 2, 3, 4, 5, 6, 8, 9, 11];
const SEED = 4;

export const medium: Scenario = {
  name: 'medium',
  title: '50 agents, 60 apps, 300 tasks',
  machines: [
    m1,
    ...manyAgents({ prefix: 'a', type: 'agent-private', network: 66, count: 45 }),
    ...manyAgents({ prefix: 'p', type: 'agent-public', network: 67, count: 5 }),
    boot,
  ],
  seed: SEED,
  jobs: manyJobs({ seed: SEED, count: 50, runs: 8 }),
  apps: manyApps({
    seed: SEED,
    count: 60,
    cpus: [0.1, 0.2, 0.25, 0.5],
    mem: [32, 64, 128, 256],
    instances: (index) => INSTANCES[(index * 7) % INSTANCES.length] ?? 5,
  }),
};
