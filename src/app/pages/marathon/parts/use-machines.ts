import { useQuery } from '@tanstack/react-query';
import type { ClusterDescription } from '../../../../api/machines/cluster.ts';
import { machinesQuery } from '../../../live/machines-query.ts';
import { type Machines, machinesByHost } from '../rules/machines.ts';

const NONE: Machines = new Map();

const byHost = (cluster: ClusterDescription | null): Machines => machinesByHost(cluster?.machines ?? []);

/** The machines of the local cluster by the host that Mesos knows them by; empty in front of a real cluster. */
export function useMachines(): Machines {
  return useQuery({ ...machinesQuery, select: byHost }).data ?? NONE;
}
