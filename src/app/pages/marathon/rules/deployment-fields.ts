import type { FilterFields } from '../../../filters/filter-fields.ts';
import type { Deployment } from '../../../live/marathon-wire.ts';

/** What running deployments can be asked about. A deployment's version is when it began. */
export const deploymentFields: FilterFields<Deployment> = {
  text: ({ id, affectedApps, currentActions }) => [id, ...affectedApps, ...currentActions.map(({ action }) => action)].join(' '),
  keys: {
    app: { kind: 'text', of: ({ affectedApps }) => affectedApps },
    id: { kind: 'text', of: ({ id }) => id },
    action: { kind: 'text', of: ({ currentActions }) => currentActions.map(({ action }) => action) },
    step: { kind: 'amount', unit: 'count', of: ({ currentStep }) => currentStep },
    age: { kind: 'age', of: ({ version }) => (version === '' ? undefined : Date.parse(version)) },
  },
};
