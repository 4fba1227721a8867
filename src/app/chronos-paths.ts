import { paths } from './paths.ts';

/** Links of Chronos' pages; apart from the others, since few of those lead here. */
export type JobDialog = 'run' | 'stop' | 'pause' | 'resume' | 'edit' | 'duplicate' | 'delete' | 'mark-success';

/** What can be done with several jobs at once. */
export const BULK_ACTIONS = ['run', 'stop', 'pause', 'resume', 'delete'] as const;
export type BulkJobAction = (typeof BULK_ACTIONS)[number];

/** A name is letters, digits, `_`, `-` and dots, but what an address says is anybody's. */
const job = (name: string): string => `/service/chronos/jobs/${encodeURIComponent(name)}`;

const GRAPH = '/service/chronos/graph';

export const chronosPaths = {
  jobs: paths.jobs,
  job,
  jobRuns: (name: string) => job(name),
  jobDefinition: (name: string) => `${job(name)}/definition`,
  jobDialog: (name: string, dialog: JobDialog) => `${job(name)}/${dialog}`,
  runLog: (name: string, taskId: string) => `${job(name)}/runs/${encodeURIComponent(taskId)}`,
  /** Dialogs over the list. */
  create: () => '/service/chronos/create',
  import: () => '/service/chronos/import',
  bulk: (action: BulkJobAction) => `/service/chronos/bulk/${action}`,
  listDialog: (dialog: JobDialog, name: string) => `/service/chronos/${dialog}/${encodeURIComponent(name)}`,
  graph: () => GRAPH,
  /** Dialogs over the drawing: to let a job run after one more, or no longer after one. */
  link: (name: string) => `${GRAPH}/link/${encodeURIComponent(name)}`,
  unlink: (name: string, parent: string) => `${GRAPH}/unlink/${encodeURIComponent(name)}/${encodeURIComponent(parent)}`,
};
