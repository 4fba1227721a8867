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
