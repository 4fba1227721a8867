import type { BuildJson } from '../../api/mesos/state.ts';

/** The Mesos release whose wire we speak. */
export const MESOS_VERSION = '1.11.0';

/** What masters and agents say about their build. */
export const buildInfo = (version: string): BuildJson => ({
  version,
  build_date: '2020-11-17 17:49:14 UTC',
  build_time: 1_605_635_354,
  build_user: 'mesos-dashboard',
});

/** What an agent of that release can do. */
export const AGENT_CAPABILITIES = [
  'MULTI_ROLE',
  'HIERARCHICAL_ROLE',
  'RESERVATION_REFINEMENT',
  'RESOURCE_PROVIDER',
  'RESIZE_VOLUME',
  'AGENT_OPERATION_FEEDBACK',
  'AGENT_DRAINING',
  'TASK_RESOURCE_LIMITS',
];
