import type { NewMachine } from '../../api/machines/operations.ts';
import type { AgentMachine } from './agent-machine.ts';
import type { MachineRecord } from './machine-records.ts';
import type { Machine, MachineConfig } from './machine.ts';
import type { MachinePhase } from './rules.ts';
import type { MachineStatus } from './state.ts';
import type { UnitSpec } from './unit.ts';

/** A machine of the cluster, up or not. */
export interface Member {
  readonly machine: Machine;
  /** By the API; else it is in VagrantConfig.yaml. */
  readonly added: boolean;
  readonly units: readonly UnitSpec[];
  readonly agent?: AgentMachine;
  record: MachineRecord;
  phase: MachinePhase;
  /** Its start, once it was wanted up. */
  starting?: Promise<boolean>;
}

/** By name, those of VagrantConfig.yaml first. */
export type Members = Map<string, Member>;

export const statusOf = ({ machine, agent, phase, added }: Member, units: MachineStatus['units']): MachineStatus => ({
  machine,
  units,
  agentId: phase === 'up' ? agent?.agent()?.id() : agent?.agentId(),
  phase,
  added,
});

/** Without its address on this host, which may be another at the next start. */
export function configOf({ name, ip, cpus, memory, memoryReserved, type, aliases }: Machine): MachineConfig {
  return { name, ip, cpus, memory, memoryReserved, type, aliases };
}

/** As VagrantConfig.yaml would have it. */
export const settingsOf = ({ memoryReserved, ...config }: MachineConfig): NewMachine => ({ ...config, 'memory-reserved': memoryReserved });
