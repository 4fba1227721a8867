import { json, type Fetch } from '../api/http/fetch.ts';
import type { NodeRole } from '../api/dcos/health.ts';
import type { ClusterDescription, MachineType } from '../api/machines/cluster.ts';
import { diagnosticsHttp } from './diagnostics/http.ts';
import type { DiagnosedNode } from './diagnostics/state.ts';
import type { Clock } from './kernel/clock.ts';
import type { Fleet } from './machines/fleet.ts';
import { whenStarted } from './machines/errors.ts';
import type { Journal } from './machines/journal.ts';
import { machinesHttp } from './machines/http.ts';
import type { MasterGroup } from './machines/master-group.ts';
import type { MachineStatus } from './machines/state.ts';
import type { Minuteman } from './minuteman/minuteman.ts';
import type { ClusterUpstreams } from './upstreams.ts';

interface Parts {
  masters: MasterGroup['upstreams'];
  minuteman: Minuteman;
  fleet: Fleet;
  describe: () => ClusterDescription;
  journal: Journal;
  boot: Fetch;
}

/** Everything of the cluster that answers HTTP, from the first moment on: what is not started yet says so. */
export function clusterUpstreams(clock: Clock, cluster: Parts): ClusterUpstreams {
  const { fleet, minuteman, describe, journal } = cluster;
  const { mesos, marathon } = cluster.masters;
  return {
    ...cluster.masters,
    network: (request) => (minuteman.running() ? minuteman.fetch(request) : balancerStopped()),
    diagnostics: diagnosticsHttp(() => fleet.statuses().flatMap(diagnosedNode), clock),
    machines: machinesHttp({ fleet, describe, journal, boot: cluster.boot, sources: { mesos, marathon } }),
    agent(id) {
      const found = fleet.agent(id);
      if (!found) return undefined;
      const { name } = found.machine;
      const whyNot = (): string | undefined => (fleet.isUp(name) ? undefined : `${name} is not up: bring it up to reach its agent.`);
      return whenStarted('The Mesos agent', name, () => found.agent()?.fetch, whyNot);
    },
  };
}

const balancerStopped = async (): Promise<Response> =>
  json({ message: 'The load balancer runs on no machine: start it, or bring a machine up.' }, 503, { 'retry-after': '1' });

const ROLES: Record<MachineType, NodeRole | undefined> = {
  master: 'master',
  'agent-private': 'agent',
  'agent-public': 'agent_public',
  boot: undefined,
};

function diagnosedNode({ machine, units, agentId, phase }: MachineStatus): DiagnosedNode[] {
  const role = ROLES[machine.type];
  return role && phase !== 'not created' ? [{ ip: machine.ip, role, mesosId: agentId, units }] : [];
}
