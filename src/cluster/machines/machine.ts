import type { MachineType } from '../../api/machines/cluster.ts';
import type { MachineAddress } from '../executor/containerizer.ts';

export type { MachineType } from '../../api/machines/cluster.ts';

/** One machine of VagrantConfig.yaml, checked and with defaults filled in. Memory in MB. */
export interface MachineConfig {
  name: string;
  ip: string;
  cpus: number;
  memory: number;
  /** Withheld from tasks; agents only. */
  memoryReserved: number;
  type: MachineType;
  aliases: string[];
}

export interface Machine extends MachineConfig {
  address: MachineAddress;
  /** Where its Mesos master or agent has a port of its own (`--expose`); without, it is reached by the adminRouter alone. */
  exposedPort?: number;
}
