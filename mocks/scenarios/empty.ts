import type { Scenario } from './scenario.ts';
import { boot, m1 } from './seed-machines.ts';

export const empty: Scenario = {
  name: 'empty',
  title: 'A master without agents: what is deployed waits',
  machines: [m1, boot],
  seed: 2,
  apps: [{ id: '/waiting', cmd: 'sleep 1000', cpus: 0.1, mem: 32, instances: 1 }],
};
