import { limits } from '../kernel/limits.ts';
import { majorityOf } from '../zookeeper/rules.ts';
import type { MasterState } from './state.ts';

/** The flags that a master of this cluster would have been started with: all values are text, as in Mesos. */
export const masterFlags = (state: MasterState): Record<string, string> => ({
  agent_ping_timeout: '15secs',
  agent_reregister_timeout: '10mins',
  allocation_interval: '1secs',
  allocator: 'hierarchical',
  authenticate_agents: 'false',
  authenticate_frameworks: 'false',
  cluster: state.clusterName,
  hostname: state.hostname,
  hostname_lookup: 'false',
  ip: state.ip,
  max_agent_ping_timeouts: '5',
  max_completed_frameworks: String(limits.completedFrameworks),
  max_completed_tasks_per_framework: String(limits.completedTasksPerFramework),
  port: String(state.port),
  quorum: String(majorityOf(state.masters)),
  registry: 'replicated_log',
  root_submissions: 'true',
  version: 'false',
  webui_dir: '/opt/mesosphere/packages/mesos/share/mesos/webui',
  work_dir: '/var/lib/mesos/master',
  zk: 'zk://127.0.0.1:2181/mesos',
});
