import { poolJson } from '../../api/mesos/legacy-json.ts';
import type { AgentState } from './state.ts';

/** The flags that an agent of this cluster would have been started with: all values are text, as in Mesos. */
export function agentFlags(state: AgentState): Record<string, string> {
  const { cpus, mem, disk, ports = '[]' } = poolJson(state.configured);
  return {
    attributes: state.attributes.map(({ name, text }) => `${name}:${text?.value ?? ''}`).join(';'),
    containerizers: 'docker,mesos',
    default_role: state.defaultRole,
    executor_registration_timeout: '10mins',
    executor_shutdown_grace_period: '5secs',
    gc_delay: '2days',
    hostname: state.hostname,
    hostname_lookup: 'false',
    ip: state.machine.ip,
    isolation: 'posix/cpu,posix/mem',
    launcher: 'posix',
    master: 'zk://leader.mesos:2181/mesos',
    port: String(state.port),
    recover: 'reconnect',
    resources: `cpus:${cpus};mem:${mem};disk:${disk};ports:${ports}`,
    strict: 'true',
    version: 'false',
    work_dir: state.workDir,
  };
}
