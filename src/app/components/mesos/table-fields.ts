import type { FilterField, FilterFields } from '../../filters/filter-fields.ts';
import type { AgentState } from '../../live/agent-state.ts';
import type { Agent } from '../../live/mesos-agents.ts';
import type { Offer } from '../../live/mesos-frameworks.ts';
import type { MaintenanceRow } from '../../live/mesos-maintenance.ts';
import type { Quantities } from '../../live/mesos-quantities.ts';
import type { Role } from '../../live/mesos-roles.ts';
import type { DeclinedOffer } from './declined-offers.ts';
import type { ExecutorRow } from './executor-columns.tsx';
import type { FrameworkRow } from './framework-columns.tsx';
import type { TaskRow } from './task-columns.tsx';

// What the tables of Mesos' own pages can be filtered by.

function quantityFields<Row>(of: (row: Row) => Quantities): Record<'cpus' | 'mem' | 'disk', FilterField<Row>> {
  return {
    cpus: { kind: 'amount', unit: 'count', of: (row) => of(row).cpus },
    mem: { kind: 'amount', unit: 'megabytes', of: (row) => of(row).mem },
    disk: { kind: 'amount', unit: 'megabytes', of: (row) => of(row).disk },
  };
}

/** As `is:running` says it: `TASK_GONE_BY_OPERATOR` is `gone-by-operator`. */
const TASK_STATES = [
  'staging',
  'starting',
  'running',
  'killing',
  'finished',
  'failed',
  'killed',
  'error',
  'lost',
  'dropped',
  'unreachable',
  'gone',
  'gone-by-operator',
  'unknown',
] as const;

/** `TASK_RUNNING` → `running`. */
const taskStateWord = (state: string): string =>
  state
    .replace(/^TASK_/, '')
    .replaceAll('_', '-')
    .toLowerCase();

export const taskFields: FilterFields<TaskRow> = {
  text: (row) => `${row.id} ${row.name} ${row.framework} ${row.role} ${row.state} ${row.host ?? ''} ${row.agentId}`,
  keys: {
    is: { kind: 'choice', choices: TASK_STATES, of: ({ state }) => taskStateWord(state) },
    health: {
      kind: 'choice',
      choices: ['healthy', 'unhealthy', 'unknown'],
      of: ({ healthy }) => (healthy === undefined ? 'unknown' : healthy ? 'healthy' : 'unhealthy'),
    },
    host: { kind: 'text', of: ({ host }) => host },
    framework: { kind: 'text', of: ({ framework }) => framework },
    role: { kind: 'text', of: ({ role }) => role },
    age: { kind: 'age', of: ({ startedAt }) => startedAt },
    ...quantityFields<TaskRow>(({ resources }) => resources),
  },
};

const AGENT_STATES: readonly AgentState[] = ['active', 'inactive', 'draining', 'drained', 'deactivated'];

export const agentFields: FilterFields<Agent> = {
  text: ({ id, hostname, state, attributes }) =>
    [id, hostname, state, ...Object.entries(attributes).map(([name, value]) => `${name}:${value}`)].join(' '),
  keys: {
    is: { kind: 'choice', choices: AGENT_STATES, of: ({ state }) => state },
    host: { kind: 'text', of: ({ hostname }) => hostname },
    label: {
      kind: 'labels',
      of: ({ attributes }) => Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, String(value)])),
    },
    version: { kind: 'text', of: ({ version }) => version },
    age: { kind: 'age', of: ({ registeredAt }) => registeredAt },
    ...quantityFields<Agent>(({ total }) => total),
  },
};

export const frameworkFields: FilterFields<FrameworkRow> = {
  text: ({ id, name, user, host, roles, principal = '' }) => [id, name, user, host, ...roles, principal].join(' '),
  keys: {
    host: { kind: 'text', of: ({ host }) => host },
    role: { kind: 'text', of: ({ roles }) => roles },
    user: { kind: 'text', of: ({ user }) => user },
    tasks: { kind: 'amount', unit: 'count', of: ({ activeTasks }) => activeTasks },
    age: { kind: 'age', of: ({ registeredAt }) => registeredAt },
    ...quantityFields<FrameworkRow>(({ allocated }) => allocated),
  },
};

export const executorFields: FilterFields<ExecutorRow> = {
  text: ({ id, name, source, framework, role }) => [id, name, source, framework, role].join(' '),
  keys: {
    framework: { kind: 'text', of: ({ framework }) => framework },
    role: { kind: 'text', of: ({ role }) => role },
    ...quantityFields<ExecutorRow>(({ allocated }) => allocated),
  },
};

export const roleFields: FilterFields<Role> = {
  text: ({ name, frameworks }) => [name, ...frameworks].join(' '),
  keys: quantityFields<Role>(({ allocated }) => allocated),
};

export const offerFields: FilterFields<Offer> = {
  text: ({ id, role, framework, host }) => [id, role, framework, host].join(' '),
  keys: {
    host: { kind: 'text', of: ({ host }) => host },
    framework: { kind: 'text', of: ({ framework }) => framework },
    role: { kind: 'text', of: ({ role }) => role },
    ...quantityFields<Offer>(({ resources }) => resources),
  },
};

export const declinedFields: FilterFields<DeclinedOffer> = {
  text: ({ appId, host, reasons }) => [appId, host, ...reasons].join(' '),
  keys: {
    host: { kind: 'text', of: ({ host }) => host },
    reason: { kind: 'text', of: ({ reasons }) => reasons },
    age: { kind: 'age', of: ({ at }) => at },
    ...quantityFields<DeclinedOffer>(({ resources }) => resources),
  },
};

export const maintenanceFields: FilterFields<MaintenanceRow> = {
  text: ({ machine, mode }) => `${machine.hostname ?? ''} ${machine.ip ?? ''} ${mode}`,
  keys: {
    is: { kind: 'choice', choices: ['scheduled', 'down'], of: ({ mode }) => mode },
    host: { kind: 'text', of: ({ machine }) => [machine.hostname ?? '', machine.ip ?? ''] },
  },
};
