import type { FilterFields } from '../../filters/filter-fields.ts';
import type { JobRow } from './job-rows.ts';

const SECOND_MS = 1_000;

/** What jobs can be asked about. */
export const jobFields: FilterFields<JobRow> = {
  text: ({ name, command }) => `${name} ${command}`,
  keys: {
    is: {
      kind: 'choice',
      choices: ['success', 'failure', 'fresh', 'running', 'queued', 'idle', 'disabled'],
      of: ({ status, state, disabled }) => (disabled ? [status, state, 'disabled'] : [status, state]),
    },
    type: { kind: 'choice', choices: ['scheduled', 'dependent'], of: ({ parents }) => (parents.length > 0 ? 'dependent' : 'scheduled') },
    parent: { kind: 'text', of: ({ parents }) => parents },
    owner: { kind: 'text', of: ({ job }) => job?.owner },
    image: { kind: 'text', of: ({ job }) => job?.container?.image },
    zone: { kind: 'text', of: ({ zone }) => zone },
    runs: { kind: 'amount', unit: 'count', of: ({ runs }) => runs },
    ratio: { kind: 'amount', unit: 'percent', of: ({ ratio }) => ratio },
    took: { kind: 'duration', of: ({ median }) => (median === undefined ? undefined : median * SECOND_MS) },
    cpus: { kind: 'amount', unit: 'count', of: ({ job }) => job?.cpus },
    mem: { kind: 'amount', unit: 'megabytes', of: ({ job }) => job?.mem },
    disk: { kind: 'amount', unit: 'megabytes', of: ({ job }) => job?.disk },
  },
};
