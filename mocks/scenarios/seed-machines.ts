import type { MachineConfig } from '../../src/cluster/machines/machine.ts';

const machine = (name: string, ip: string, rest: Pick<MachineConfig, 'memory' | 'type'> & Partial<MachineConfig>): MachineConfig => ({
  name,
  ip,
  cpus: 1,
  memoryReserved: 0,
  aliases: [],
  ...rest,
});

export const m1 = machine('m1', '192.168.65.90', { memory: 512, type: 'master' });
export const boot = machine('boot', '192.168.65.50', { memory: 1024, type: 'boot' });

/** The machines of the repository's VagrantConfig.yaml, which a page cannot read. */
export const seedMachines: readonly MachineConfig[] = [
  m1,
  machine('a1', '192.168.65.111', { memory: 1024, memoryReserved: 512, type: 'agent-private' }),
  machine('p1', '192.168.65.60', {
    memory: 1024,
    memoryReserved: 512,
    type: 'agent-public',
    aliases: ['spring.acme.org', 'oinker.acme.org'],
  }),
  boot,
];
