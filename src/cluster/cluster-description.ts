import type { ClusterDescription } from '../api/machines/cluster.ts';
import type { ContainerizerKind } from './executor/containerizer.ts';
import type { Masters } from './machines/masters.ts';
import { describeMachine, type ContainersStatus, type MachineStatus } from './machines/state.ts';

/** The whole cluster as `GET /machines/v1/cluster` tells it. */
export function describeCluster(cluster: {
  id: string;
  name: string;
  startedAt: number;
  machines: readonly MachineStatus[];
  masters: Pick<Masters, 'leads' | 'quorum'>;
  containers: ContainersStatus;
  /** What runs tasks without an image. */
  processes: ContainerizerKind;
}): ClusterDescription {
  const { masters } = cluster;
  const { images, ...containers } = cluster.containers;
  return {
    id: cluster.id,
    name: cluster.name,
    startedAt: cluster.startedAt,
    machines: cluster.machines.map((status) => ({
      ...describeMachine(status),
      ...(status.machine.type === 'master' && { leads: masters.leads(status.machine) }),
    })),
    quorum: masters.quorum(),
    containers,
    commands: { kind: cluster.processes === 'simulated' ? 'simulated' : 'process' },
    images,
  };
}
