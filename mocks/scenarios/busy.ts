import { largeWorld } from './large-world.ts';

/** How large a cluster the dashboard is made for. */
export const busy = largeWorld({
  name: 'busy',
  title: '1,000 agents, 1,000 apps, 10,000 tasks, 500 jobs, 50 events a second',
  seed: 5,
  agents: 1_000,
  apps: 1_000,
  jobs: 500,
  runs: 8,
});
