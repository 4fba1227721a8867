import { type Health, HEALTH, type HealthUnit, type UnitNode } from '../../../api/dcos/health.ts';
import type { FilterField, FilterFields } from '../../filters/filter-fields.ts';

/** As a filter says it: `health:unhealthy`. */
export const HEALTH_WORDS: Readonly<Record<Health, string>> = {
  [HEALTH.healthy]: 'healthy',
  [HEALTH.unhealthy]: 'unhealthy',
  [HEALTH.warning]: 'warning',
  [HEALTH.unknown]: 'unknown',
};

interface Judged {
  health: Health;
  since?: number | undefined;
}

const judgedFields = <Row extends Judged>(): Record<'health' | 'age', FilterField<Row>> => ({
  health: { kind: 'choice', choices: Object.values(HEALTH_WORDS), of: ({ health }) => HEALTH_WORDS[health] },
  age: { kind: 'age', of: ({ since }) => since },
});

/** What components can be filtered by. */
export const unitFields: FilterFields<HealthUnit> = {
  text: ({ name, id, description, reason = '' }) => `${name} ${id} ${description} ${reason}`,
  keys: { ...judgedFields<HealthUnit>(), name: { kind: 'text', of: ({ name }) => name }, unit: { kind: 'text', of: ({ id }) => id } },
};

/** What the nodes that have a component can be filtered by. */
export const unitNodeFields: FilterFields<UnitNode> = {
  text: ({ host_ip: host, role, reason = '' }) => `${host} ${role} ${reason}`,
  keys: {
    ...judgedFields<UnitNode>(),
    host: { kind: 'text', of: ({ host_ip: host }) => host },
    role: { kind: 'choice', choices: ['master', 'agent', 'agent_public'], of: ({ role }) => role },
  },
};
