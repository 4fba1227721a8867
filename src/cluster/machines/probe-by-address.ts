import type { Probe } from '../kernel/probe.ts';
import type { Machine } from './machine.ts';

/** Lets a probe reach a task by its machine's name in Mesos (the ip of VagrantConfig.yaml), by going to where that machine's ports really are. */
export function probeByAddress(machines: readonly Machine[], probe: Probe): Probe {
  const addresses = new Map(machines.map(({ ip, address }) => [ip, address.address]));
  return (request) => probe({ ...request, host: addresses.get(request.host) ?? request.host });
}
