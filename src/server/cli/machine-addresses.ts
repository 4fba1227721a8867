import type { MachineConfig, Machine } from '../../cluster/machines/machine.ts';

/**
 * Gives each machine the loopback address at which its ports really are. On Linux all of 127.0.0.0/8 is there without any
 * set-up, so 192.168.65.111 becomes 127.0.65.111; elsewhere only 127.0.0.1 is, and all machines share it.
 */
export function withAddresses(machines: readonly MachineConfig[], platform: NodeJS.Platform = process.platform): Machine[] {
  return machines.map((machine) => withAddress(machine, platform));
}

/** The same for one machine. */
export function withAddress(machine: MachineConfig, platform: NodeJS.Platform = process.platform): Machine {
  const { name, ip } = machine;
  return { ...machine, address: { name, ip, address: platform === 'linux' ? `127.0.${ip.split('.').slice(2).join('.')}` : '127.0.0.1' } };
}
