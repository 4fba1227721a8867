import type { HealthCheck } from '../../api/mesos/task.ts';
import type { ProbeRequest } from '../kernel/probe.ts';
import type { AgentContext } from './context.ts';
import type { Executor } from './state.ts';

/** One look at a task: whether it is healthy. Rejects when it could not be looked at. */
export type HealthLook = (timeoutMs: number) => Promise<boolean>;

/** How a check of that task is made; undefined when this cluster has no means to. */
export function healthLook(context: AgentContext, executor: Executor, check: HealthCheck): HealthLook | undefined {
  const { containerizer, record } = executor;
  const { probe } = context;
  const byCommand: HealthLook = async (timeoutMs) => (await containerizer.exec(record.containerId, check.command ?? {}, timeoutMs)) === 0;
  if (check.type === 'COMMAND') return check.command && byCommand;
  // There is nothing to connect to: a simulated task answers every check as it answers commands.
  if (containerizer.kind === 'simulated') return byCommand;
  const target = probeTarget(check);
  return target && probe && (async (timeoutMs) => (await probe({ ...target, host: addressOf(context, executor), timeoutMs })).ok);
}

function probeTarget({ http, tcp }: HealthCheck): Omit<ProbeRequest, 'host' | 'timeoutMs'> | undefined {
  if (http) return { kind: http.scheme === 'https' ? 'https' : 'http', port: http.port, path: http.path ?? '/' };
  return tcp && { kind: 'tcp', port: tcp.port, path: '/' };
}

/** The task's own network: the container's address, or the agent's when it has none. */
const addressOf = ({ state }: AgentContext, { record }: Executor): string =>
  record.statuses.at(-1)?.container_status?.network_infos?.[0]?.ip_addresses?.[0]?.ip_address ?? state.hostname;
