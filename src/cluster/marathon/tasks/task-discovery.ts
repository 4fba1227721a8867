import type { AppDefinition } from '../../../api/marathon/definition.ts';
import type { Label } from '../../../api/mesos/resources.ts';
import type { DiscoveryInfo } from '../../../api/mesos/task.ts';
import { taskName } from './task-ids.ts';

export interface DiscoveredPort {
  number: number;
  name: string | undefined;
  protocols: readonly string[];
  labels: Record<string, string>;
}

/**
 * What mesos-dns and the load balancers learn of a task: its ports with their names and labels (`VIP_0` among them). Ports of
 * a container also say whether they are the host's or the container's (`network-scope`). `udp,tcp` becomes two ports.
 */
export const taskDiscovery = (app: AppDefinition, hostPorts: readonly (number | undefined)[]): DiscoveryInfo =>
  discoveryOf(app.id, discoveredPorts(app, hostPorts));

export const discoveryOf = (id: string, ports: readonly DiscoveredPort[]): DiscoveryInfo => ({
  visibility: 'FRAMEWORK',
  name: taskName(id),
  ports: { ports: ports.flatMap((port) => port.protocols.map((protocol) => portInfo(port, protocol))) },
});

export const labelList = (labels: Readonly<Record<string, string>>): Label[] =>
  Object.entries(labels).map(([key, value]) => ({ key, value }));

const portInfo = ({ number, name, labels }: DiscoveredPort, protocol: string) => ({
  number,
  ...(name !== undefined && { name }),
  protocol,
  ...(Object.keys(labels).length > 0 && { labels: { labels: labelList(labels) } }),
});

export const withScope = (labels: Record<string, string>, scope: string): Record<string, string> => ({ ...labels, 'network-scope': scope });

function discoveredPorts(app: AppDefinition, hostPorts: readonly (number | undefined)[]): DiscoveredPort[] {
  const onHost = app.networks.every(({ mode }) => mode === 'host');
  if (onHost) {
    return (app.portDefinitions ?? []).map(({ name, protocol, labels = {}, port }, index) => ({
      number: hostPorts[index] ?? port,
      name,
      protocols: protocol.split(','),
      labels,
    }));
  }
  return (app.container?.portMappings ?? []).map(({ name, protocol, labels, containerPort }, index) => {
    const hostPort = hostPorts[index];
    const scope = hostPort === undefined ? 'container' : 'host';
    return { number: hostPort ?? containerPort, name, protocols: protocol.split(','), labels: withScope(labels, scope) };
  });
}
