import type { ClusterDescription, Containers, Image, UnitDescription } from '../../api/machines/cluster.ts';
import type { Machine } from './machine.ts';
import { machineState, type MachinePhase } from './rules.ts';
import type { Unit } from './unit.ts';

/** What runs containers, as the host of the cluster knows it; may change while the cluster runs. */
export interface ContainersStatus extends Containers {
  images: Image[];
}

export interface MachineStatus {
  machine: Machine;
  units: readonly Unit[];
  agentId: string | undefined;
  phase: MachinePhase;
  /** By the API; else it is in VagrantConfig.yaml. */
  added: boolean;
}

export const describeMachine = ({ machine, units, agentId, phase, added }: MachineStatus): ClusterDescription['machines'][number] => ({
  name: machine.name,
  type: machine.type,
  ip: machine.ip,
  address: machine.address.address,
  cpus: machine.cpus,
  memory: machine.memory,
  memoryReserved: machine.memoryReserved,
  aliases: machine.aliases,
  ...(agentId !== undefined && { agentId }),
  state: machineState(phase, units),
  added,
  units: units.map(describeUnit),
});

export function describeUnit(unit: Unit): UnitDescription {
  const { id, name, absent, lasting } = unit;
  const waitingFor = unit.waitingFor();
  const startedAt = unit.startedAt();
  return {
    id,
    name,
    state: unit.state(),
    since: unit.since(),
    ...(startedAt !== undefined && { startedAt }),
    ...(waitingFor !== undefined && { waitingFor }),
    ...(unit.stopped() && { stopped: true }),
    ...(lasting !== undefined && { lasting }),
    ...(absent !== undefined && { absent }),
  };
}
