import type { Scenario } from './scenario.ts';
import { seedMachines } from './seed-machines.ts';

export const small: Scenario = {
  name: 'small',
  title: 'The machines of VagrantConfig.yaml, nothing deployed',
  machines: seedMachines,
  seed: 1,
  apps: [],
};
