import { largeWorld } from './large-world.ts';

/** As large a cluster as there are. */
export const huge = largeWorld({
  name: 'huge',
  title: '5,000 agents, 5,000 apps, 50,000 tasks, 5,000 jobs, 50 events a second',
  seed: 6,
  agents: 5_000,
  apps: 5_000,
  jobs: 5_000,
  runs: 2,
});
