import { HEALTH } from '../../../api/dcos/health.ts';
import type { FilterFields } from '../../filters/filter-fields.ts';
import { HEALTH_WORDS } from '../health/health-fields.ts';
import { type NodeRow, STATE_ORDER } from './node-rows.ts';

/** What the nodes can be filtered by. */
export const nodeFields: FilterFields<NodeRow> = {
  text: ({ machine, hostname, id }) => `${machine ?? ''} ${hostname} ${id}`,
  keys: {
    is: {
      kind: 'choice',
      choices: [...STATE_ORDER, 'public', 'private'],
      of: ({ state, isPublic }) => [state, isPublic ? 'public' : 'private'],
    },
    health: {
      kind: 'choice',
      choices: Object.values(HEALTH_WORDS),
      of: ({ health }) => HEALTH_WORDS[health ?? HEALTH.unknown],
    },
    service: { kind: 'text', of: ({ services }) => services.map(({ name }) => name) },
    host: { kind: 'text', of: ({ machine, hostname }) => (machine === undefined ? hostname : [machine, hostname]) },
    tasks: { kind: 'amount', unit: 'count', of: ({ tasks }) => tasks },
    cpus: { kind: 'amount', unit: 'percent', of: ({ cpus }) => cpus },
    mem: { kind: 'amount', unit: 'percent', of: ({ mem }) => mem },
    disk: { kind: 'amount', unit: 'percent', of: ({ disk }) => disk },
    attribute: {
      kind: 'labels',
      of: ({ attributes }) => Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, String(value)])),
    },
  },
};
