import type { Probe } from '../kernel/probe.ts';
import type { Machine } from './machine.ts';

/** Lets a probe reach a task by its machine's name in Mesos (the ip of VagrantConfig.yaml), by going to where that machine's ports really are. */
export function probeByAddress(machineAt: (ip: string) => Machine | undefined, probe: Probe): Probe {
  return (request) => probe({ ...request, host: machineAt(request.host)?.address.address ?? request.host });
}
