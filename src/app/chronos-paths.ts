import { paths } from './paths.ts';

/** Links of Chronos' pages; apart from the others, since few of those lead here. */
export type JobDialog = 'run' | 'stop' | 'pause' | 'resume' | 'edit' | 'duplicate' | 'delete' | 'mark-success';

/** A name is letters, digits, `_`, `-` and dots, but what an address says is anybody's. */
const job = (name: string): string => `/service/chronos/jobs/${encodeURIComponent(name)}`;

export const chronosPaths = {
  jobs: paths.jobs,
  job,
  jobRuns: (name: string) => job(name),
  jobDefinition: (name: string) => `${job(name)}/definition`,
  jobDialog: (name: string, dialog: JobDialog) => `${job(name)}/${dialog}`,
  runLog: (name: string, taskId: string) => `${job(name)}/runs/${encodeURIComponent(taskId)}`,
  /** Dialogs over the list. */
  create: () => '/service/chronos/create',
  listDialog: (dialog: JobDialog, name: string) => `/service/chronos/${dialog}/${encodeURIComponent(name)}`,
  graph: () => '/service/chronos/graph',
};
