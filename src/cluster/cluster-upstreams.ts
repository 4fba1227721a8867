import type { NodeRole } from '../api/dcos/health.ts';
import type { ClusterDescription, MachineType } from '../api/machines/cluster.ts';
import { diagnosticsHttp } from './diagnostics/http.ts';
import type { DiagnosedNode } from './diagnostics/state.ts';
import type { AgentMachine } from './machines/agent-machine.ts';
import { whenStarted } from './machines/errors.ts';
import { machinesHttp } from './machines/http.ts';
import type { MasterMachine } from './machines/master-machine.ts';
import type { MachineStatus } from './machines/state.ts';
import { networkHttp } from './minuteman/http.ts';
import type { ClusterUpstreams } from './upstreams.ts';

/** Everything of the cluster that answers HTTP, from the first moment on: what is not started yet says so. */
export function clusterUpstreams(cluster: {
  master: MasterMachine;
  agents: readonly AgentMachine[];
  machines: () => readonly MachineStatus[];
  describe: () => ClusterDescription;
}): ClusterUpstreams {
  return {
    ...cluster.master.upstreams,
    network: networkHttp,
    diagnostics: diagnosticsHttp(() => cluster.machines().flatMap(diagnosedNode)),
    machines: machinesHttp(cluster.describe),
    agent(id) {
      const found = cluster.agents.find((candidate) => candidate.machine.name === id || candidate.agent()?.id() === id);
      return found && whenStarted('The Mesos agent', found.machine.name, () => found.agent()?.fetch);
    },
  };
}

const ROLES: Record<MachineType, NodeRole | undefined> = {
  master: 'master',
  'agent-private': 'agent',
  'agent-public': 'agent_public',
  boot: undefined,
};

function diagnosedNode({ machine, units, agentId }: MachineStatus): DiagnosedNode[] {
  const role = ROLES[machine.type];
  return role ? [{ ip: machine.ip, role, mesosId: agentId, units }] : [];
}
