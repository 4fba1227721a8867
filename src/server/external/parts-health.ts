import type { DiagnosedNode } from '../../cluster/diagnostics/state.ts';
import type { Kernel } from '../../cluster/kernel/kernel.ts';
import { createUnit, type Unit, type UnitControl, type UnitSpec } from '../../cluster/machines/unit.ts';
import type { AgentAddresses } from './agent-addresses.ts';
import type { Servers } from './follow-leader.ts';

/** The units of DC/OS that the parts of an external cluster stand for. */
export const PARTS = {
  mesos: { id: 'dcos-mesos-master.service', name: 'Mesos Master', description: 'the leading Mesos master' },
  marathon: { id: 'dcos-marathon.service', name: 'Marathon', description: 'container orchestration' },
  chronos: { id: 'dcos-chronos.service', name: 'Chronos', description: 'jobs by the clock and after one another' },
} as const satisfies Record<string, UnitSpec>;
export type PartName = keyof typeof PARTS;

const AGENT_UNIT = { id: 'dcos-mesos-slave.service', name: 'Mesos Agent', description: 'a Mesos agent, as its master sees it' };

/** How one part of the cluster answers, as a unit of the machine that it is on. */
export interface PartHealth {
  node(): string;
  readonly unit: Unit;
  answered(): void;
  failed(fault: unknown): void;
}

export function createPartHealth(kernel: Kernel, name: PartName, servers: Servers): PartHealth {
  const node = (): string => servers.current()?.hostname ?? name;
  const unit: UnitControl = createUnit(kernel, node(), PARTS[name]);
  unit.wait('its first answer');
  return {
    node,
    unit,
    answered() {
      if (unit.state() !== 'active') unit.enter('active', `${PARTS[name].name} answers.`);
    },
    failed(fault) {
      if (unit.state() === 'failed') return;
      unit.enter('failed', `${PARTS[name].name} does not answer: ${fault instanceof Error ? fault.message : String(fault)}.`);
    },
  };
}

/** The machines as far as they can be told apart from outside: those that parts answer from, and one of each agent. */
export function diagnosedNodes(kernel: Kernel, parts: readonly PartHealth[], agents: AgentAddresses): DiagnosedNode[] {
  const masters = Map.groupBy(parts, (part) => part.node());
  return [
    ...[...masters].map(([ip, on]): DiagnosedNode => ({ ip, role: 'master', mesosId: undefined, units: on.map(({ unit }) => unit) })),
    ...agents.all().map((agent): DiagnosedNode => {
      const isPublic = agent.attributes?.['public_ip'] === 'true';
      return {
        ip: agent.hostname ?? agent.id ?? '',
        role: isPublic ? 'agent_public' : 'agent',
        mesosId: agent.id,
        units: [agentUnit(kernel, agent.active !== false, (agent.registered_time ?? 0) * 1000)],
      };
    }),
  ];
}

function agentUnit(kernel: Kernel, active: boolean, since: number): Unit {
  return {
    ...AGENT_UNIT,
    absent: undefined,
    stopped: () => false,
    lasting: 'It runs on a machine that is not of this cluster.',
    state: () => (active ? 'active' : 'failed'),
    since: () => since || kernel.clock.now(),
    startedAt: () => since || undefined,
    waitingFor: () => undefined,
    log: () => (active ? [] : ['The master does not hear from this agent.']),
  };
}
