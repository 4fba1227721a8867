import type { Agent } from '../../live/mesos-agents.ts';
import type { MachineId } from '../../live/mesos-wire.ts';

/** How the master knows the machine of an agent: by its host name and the address in its pid (`slave(1)@10.0.0.1:5051`), together. */
export function machineOfAgent({ hostname, pid }: Pick<Agent, 'hostname' | 'pid'>): MachineId {
  const ip = /@\[?(?<ip>[^\]]+?)\]?:\d+$/.exec(pid)?.groups?.['ip'];
  return { hostname, ...(ip === undefined ? {} : { ip }) };
}
