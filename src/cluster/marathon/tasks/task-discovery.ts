import type { AppDefinition, Protocol } from '../../../api/marathon/definition.ts';
import type { Label } from '../../../api/mesos/resources.ts';
import type { DiscoveryInfo } from '../../../api/mesos/task.ts';
import { taskName } from './task-ids.ts';

interface DiscoveredPort {
  number: number;
  name?: string;
  protocol: Protocol;
  labels: Record<string, string>;
}

/**
 * What mesos-dns and the load balancers learn of a task: its ports with their names and labels (`VIP_0` among them). Ports of
 * a container also say whether they are the host's or the container's (`network-scope`). `udp,tcp` becomes two ports.
 */
export function taskDiscovery(app: AppDefinition, hostPorts: readonly (number | undefined)[]): DiscoveryInfo {
  const name = taskName(app.id);
  const ports = discoveredPorts(app, hostPorts).flatMap(({ protocol, number, name: portName, labels }) =>
    protocol.split(',').map((single) => ({
      number,
      ...(portName !== undefined && { name: portName }),
      protocol: single,
      ...(Object.keys(labels).length > 0 && { labels: { labels: labelList(labels) } }),
    })),
  );
  return { visibility: 'FRAMEWORK', name, ports: { ports } };
}

export const labelList = (labels: Readonly<Record<string, string>>): Label[] =>
  Object.entries(labels).map(([key, value]) => ({ key, value }));

function discoveredPorts(app: AppDefinition, hostPorts: readonly (number | undefined)[]): DiscoveredPort[] {
  if (app.networks.every(({ mode }) => mode === 'host'))
    return (app.portDefinitions ?? []).map(({ name, protocol, labels, port }, index) => ({
      number: hostPorts[index] ?? port,
      ...(name !== undefined && { name }),
      protocol,
      labels: labels ?? {},
    }));
  return (app.container?.portMappings ?? []).map(({ name, protocol, labels, containerPort }, index) => {
    const hostPort = hostPorts[index];
    return {
      number: hostPort ?? containerPort,
      ...(name !== undefined && { name }),
      protocol,
      labels: { ...labels, 'network-scope': hostPort === undefined ? 'container' : 'host' },
    };
  });
}
