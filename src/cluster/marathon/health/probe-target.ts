import type { AppDefinition, HealthCheckDefinition, ReadinessCheckDefinition } from '../../../api/marathon/definition.ts';
import { portRequests } from '../placement/host-ports.ts';
import type { InstanceRecord } from '../state.ts';
import type { ProbeRequest } from '../../kernel/probe.ts';

/** Where to look for a check that Marathon makes itself; undefined when the task has no such port. */
export function probeTarget(app: AppDefinition, check: HealthCheckDefinition, instance: InstanceRecord): ProbeRequest | undefined {
  const place = check.port === undefined ? portByIndex(app, check.portIndex ?? 0, instance) : { host: instance.host, port: check.port };
  if (!place?.host || !place.port) return undefined;
  return {
    kind: check.protocol === 'TCP' ? 'tcp' : check.protocol === 'HTTPS' ? 'https' : 'http',
    host: place.host,
    port: place.port,
    path: check.path ?? '/',
    timeoutMs: check.timeoutSeconds * 1000,
  };
}

/** Where a task is asked whether it is ready; undefined when it has no such port. */
export function readinessTarget(app: AppDefinition, check: ReadinessCheckDefinition, instance: InstanceRecord): ProbeRequest | undefined {
  const onHost = app.networks.every(({ mode }) => mode === 'host');
  const ports = (onHost ? app.portDefinitions : app.container?.portMappings) ?? [];
  const index = ports.findIndex(({ name }) => name === check.portName);
  const { host, port } = index < 0 ? {} : portByIndex(app, index, instance);
  if (!host || !port) return undefined;
  const kind = check.protocol === 'HTTPS' ? 'https' : 'http';
  return { kind, host, port, path: check.path, timeoutMs: check.timeoutSeconds * 1000, withResponse: true };
}

/** A port of the host, or for one without, the container's own address and port. */
function portByIndex(app: AppDefinition, index: number, instance: InstanceRecord): { host?: string; port?: number } {
  const requests = portRequests(app);
  if (requests[index] === 'none')
    return { host: instance.ipAddresses[0]?.ipAddress, port: app.container?.portMappings?.[index]?.containerPort };
  const position = requests.slice(0, index).filter((request) => request !== 'none').length;
  return { host: instance.host, port: instance.hostPorts[position] };
}
