import type { FilterFields } from '../../../filters/filter-fields.ts';
import type { Task } from '../../../live/marathon-wire.ts';
import { healthOf } from './app-facts.ts';
import { INSTANCE_HEALTHS } from './instance-filter.ts';
import { hostName, type Machines } from './machines.ts';

const STATES = ['staging', 'starting', 'running', 'killing', 'unreachable', 'lost', 'failed', 'killed', 'finished'];

/** What the instances of an app can be asked about. Hosts go by their machine's name and by the one in Mesos. */
export function instanceFields(machines: Machines): FilterFields<Task> {
  const hostsOf = ({ host }: Task): string[] => (host ? [...new Set([hostName(machines, host), host])] : []);
  return {
    text: (task) => `${task.id} ${hostsOf(task).join(' ')} ${task.ports.join(' ')}`,
    keys: {
      is: { kind: 'choice', choices: STATES, of: ({ state }) => state?.replace(/^TASK_/, '').toLowerCase() },
      health: { kind: 'choice', choices: INSTANCE_HEALTHS, of: healthOf },
      host: { kind: 'text', of: hostsOf },
      port: { kind: 'amount', unit: 'count', of: ({ ports }) => ports },
      version: { kind: 'text', of: ({ version }) => version ?? undefined },
      age: { kind: 'age', of: ({ startedAt }) => (startedAt ? Date.parse(startedAt) : undefined) },
    },
  };
}
