import { manyAgents, manyApps } from './large-world.ts';
import { manyJobs } from './many-jobs.ts';
import type { Scenario } from './scenario.ts';
import { boot, m1 } from './seed-machines.ts';

const SEED = 5;
/** Ten apps at a time have 100 instances together. */
const INSTANCES = [1, 2, 3, 5, 8, 10, 12, 15, 19, 25];
/** Every so many-th app has one task that ends and is started again, so that events keep coming. */
const RESTLESS_EVERY = 10;
/** No two of a dozen live equally long, so that they do not end together. */
const lifeSeconds = (index: number): number => 9 + ((index / RESTLESS_EVERY) % 13);

/** How large a cluster the dashboard is made for: 1,000 agents, 1,000 apps, 10,000 tasks, about 50 events a second. */
export const huge: Scenario = {
  name: 'huge',
  title: '1,000 agents, 1,000 apps, 10,000 tasks, 50 events a second',
  machines: [
    m1,
    ...manyAgents({ prefix: 'a', type: 'agent-private', network: 70, count: 980 }),
    ...manyAgents({ prefix: 'p', type: 'agent-public', network: 80, count: 20 }),
    boot,
  ],
  seed: SEED,
  jobs: manyJobs({ seed: SEED, count: 5000, runs: 2 }),
  groupwise: true,
  apps: manyApps({
    seed: SEED,
    count: 1000,
    cpus: [0.05, 0.1, 0.15],
    mem: [16, 32, 64],
    instances: (index) => INSTANCES[index % INSTANCES.length] ?? 10,
    more: (index) => ({
      labels: { team: `team-${index % 12}`, tier: index % 3 === 0 ? 'front' : 'back', SIMULATE_LOG_EVERY: '1h' },
      ...(index % RESTLESS_EVERY === 0 && { cmd: `sleep ${lifeSeconds(index)}`, backoffSeconds: 1, backoffFactor: 1 }),
    }),
  }),
};
