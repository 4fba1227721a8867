import type { AppDefinition, GroupDefinition, PortDefinition, PortMapping } from '../../../api/marathon/definition.ts';
import { appsOf, byId, mapApps } from './group-tree.ts';

/** Marathon's --local_port_min and --local_port_max: from (included) and to (excluded). */
export const SERVICE_PORTS = { from: 10_000, to: 20_000 } as const;

export class ServicePortsExhaustedError extends Error {
  override name = 'ServicePortsExhaustedError';
  constructor() {
    super(
      `All ports in the range [${SERVICE_PORTS.from}-${SERVICE_PORTS.to}) are already in use. Remove apps, or name service ports yourself.`,
    );
  }
}

/** The service ports of an app in order, 0 where one is still to be given. */
export function servicePortsOf(app: AppDefinition): number[] {
  const mapped = app.container?.portMappings?.map(({ servicePort }) => servicePort) ?? [];
  return [...(app.portDefinitions ?? []).map(({ port }) => port), ...mapped];
}

/**
 * Gives each service port that is 0 a number (§5): first those that the app had before and no longer names, in order, then
 * the lowest that is free in both the old and the new tree. Apps without a 0 stay the same object. Throws ServicePortsExhaustedError.
 */
export function assignServicePorts(before: GroupDefinition, after: GroupDefinition): GroupDefinition {
  if (![...appsOf(after)].some((app) => servicePortsOf(app).includes(0))) return after;
  const known = byId(appsOf(before));
  const taken = new Set([...appsOf(before), ...appsOf(after)].flatMap(servicePortsOf));
  let candidate: number = SERVICE_PORTS.from;
  const lowestFree = (): number => {
    while (taken.has(candidate)) candidate++;
    if (candidate >= SERVICE_PORTS.to) throw new ServicePortsExhaustedError();
    taken.add(candidate);
    return candidate;
  };
  return mapApps(after, (app) => {
    const named = servicePortsOf(app);
    if (!named.includes(0)) return app;
    const old = known.get(app.id);
    const own = old ? servicePortsOf(old).filter((port) => port !== 0 && !named.includes(port)) : [];
    return withServicePorts(app, (port) => (port === 0 ? (own.shift() ?? lowestFree()) : port));
  });
}

function withServicePorts(app: AppDefinition, give: (port: number) => number): AppDefinition {
  const { portDefinitions, container } = app;
  const defined = (definition: PortDefinition): PortDefinition => ({ ...definition, port: give(definition.port) });
  const mapped = (mapping: PortMapping): PortMapping => ({ ...mapping, servicePort: give(mapping.servicePort) });
  return {
    ...app,
    ...(portDefinitions && { portDefinitions: portDefinitions.map(defined) }),
    ...(container?.portMappings && { container: { ...container, portMappings: container.portMappings.map(mapped) } }),
  };
}
