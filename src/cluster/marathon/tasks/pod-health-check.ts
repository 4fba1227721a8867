import type { PodCommand, PodHealthCheck } from '../../../api/marathon/pod-definition.ts';
import type { CommandInfo, HealthCheck } from '../../../api/mesos/task.ts';
import { failuresAllowed } from './failures-allowed.ts';
import type { AllocatedEndpoint } from './pod-endpoints.ts';

/** A command as Mesos takes it. Arguments go to the image's entry point, unless the first of them is itself the program. */
export const podCommand = (command: PodCommand, isProgram: boolean): CommandInfo => {
  if ('shell' in command) return { shell: true, value: command.shell };
  const [program] = command.argv;
  return { shell: false, ...(isProgram && program !== undefined && { value: program }), arguments: command.argv };
};

/** The check of a container as its executor makes it: from inside the pod's network, where an endpoint has the container's number. */
export function containerHealthCheck(check: PodHealthCheck, endpoints: readonly AllocatedEndpoint[], onHost: boolean): HealthCheck {
  const timing = {
    delay_seconds: check.delaySeconds,
    interval_seconds: check.intervalSeconds,
    timeout_seconds: check.timeoutSeconds,
    grace_period_seconds: check.gracePeriodSeconds,
    consecutive_failures: failuresAllowed(check.maxConsecutiveFailures),
  };
  const portOf = (name: string): number => {
    const endpoint = endpoints.find((candidate) => candidate.name === name);
    return (onHost ? undefined : endpoint?.containerPort) || (endpoint?.allocatedPort ?? 0);
  };
  if (check.exec) return { type: 'COMMAND', ...timing, command: podCommand(check.exec.command, true) };
  if (check.tcp) return { type: 'TCP', ...timing, tcp: { port: portOf(check.tcp.endpoint) } };
  const { endpoint = '', path = '/', scheme = 'HTTP' } = check.http ?? {};
  return { type: 'HTTP', ...timing, http: { scheme: scheme.toLowerCase(), port: portOf(endpoint), path } };
}
