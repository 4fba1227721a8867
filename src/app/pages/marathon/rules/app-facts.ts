import type { AppSummary, Task } from '../../../live/marathon-wire.ts';
import { type Machines, reachableHost } from './machines.ts';

/** The container image; undefined for a plain command. */
export function imageOf(app: AppSummary): string | undefined {
  const image = app.container?.docker?.image;
  return image === undefined || image === null || image === '' ? undefined : image;
}

/** The group that an app or group is in: `/a` of `/a/b`, `/` of `/a`. */
export const groupOf = (id: string): string => id.slice(0, id.lastIndexOf('/')) || '/';

export interface Endpoint {
  /** `host:port`. */
  address: string;
  /** Where a browser can look at it; undefined for udp. */
  url: string | undefined;
  name: string | undefined;
}

/** Where an instance can be reached, in the order of the app's ports. */
export function endpointsOf(app: AppSummary, task: Task, machines: Machines): Endpoint[] {
  const host = reachableHost(machines, task.host ?? '');
  const definitions = app.container?.portMappings ?? app.portDefinitions ?? [];
  if (!hasOwnAddress(app)) return task.ports.map((port, index) => endpoint(host, port, definitions[index]));
  // In a network of its own an instance has all its ports at its address; some may be mapped to the agent as well.
  const address = task.ipAddresses[0]?.ipAddress;
  const mapped = task.ports.values();
  return definitions.flatMap((definition) => {
    const { hostPort, containerPort, port } = definition;
    const onHost = hostPort === null || hostPort === undefined ? undefined : mapped.next().value;
    if (onHost !== undefined) return [endpoint(host, onHost, definition)];
    const own = containerPort ?? port;
    return address && own ? [endpoint(address, own, definition)] : [];
  });
}

/** By which names others find the app: the addresses that are balanced over its instances (`VIP_0`), and ports to discover. */
export function serviceDiscovery(app: AppSummary): string[] {
  const ports = [...(app.container?.portMappings ?? []), ...(app.portDefinitions ?? [])];
  const vips = ports.flatMap(({ labels }) => Object.entries(labels ?? {}).filter(([key]) => key.startsWith('VIP_')));
  const names = ports.flatMap(({ name }) => (name ? [name] : []));
  return [...new Set([...vips.map(([, address]) => String(address)), ...names])];
}

type PortDefinition = NonNullable<AppSummary['portDefinitions']>[number];

function endpoint(host: string, port: number, definition: PortDefinition | undefined): Endpoint {
  const address = `${host}:${port}`;
  return { address, url: definition?.protocol === 'udp' ? undefined : `http://${address}/`, name: definition?.name ?? undefined };
}

/** Containers of a network that the cluster offers (`container`; `USER` before Marathon 1.5) have an address each. */
function hasOwnAddress(app: AppSummary): boolean {
  const networks = app['networks'];
  const modes = Array.isArray(networks) ? networks.map((network: { mode?: unknown }) => network.mode) : [];
  return modes.includes('container') || app.container?.docker?.['network'] === 'USER';
}

export type InstanceHealth = 'healthy' | 'unhealthy' | 'unknown';

/** Every check must pass; no result yet, or no check at all, is unknown. */
export function healthOf(task: Task): InstanceHealth {
  const results = task.healthCheckResults;
  if (results.length === 0) return 'unknown';
  return results.every(({ alive }) => alive) ? 'healthy' : 'unhealthy';
}

/** What a failing check said; undefined while all pass. */
export function failureCause(task: Task): string | undefined {
  return task.healthCheckResults.find(({ alive, lastFailureCause }) => !alive && lastFailureCause)?.lastFailureCause ?? undefined;
}

/** When an instance last changed: it started, or was staged. Milliseconds since the epoch. */
export function updatedAt(task: Task): number | undefined {
  const time = task.startedAt ?? task.stagedAt;
  return time === undefined || time === null ? undefined : Date.parse(time);
}
