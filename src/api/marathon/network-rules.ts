import type { AppDefinition, HealthCheckDefinition } from './definition.ts';
import type { Violation } from './faults.ts';

const portsOf = (app: AppDefinition): readonly { name?: string }[] => app.portDefinitions ?? app.container?.portMappings ?? [];

export function duplicates<T>(values: readonly T[]): boolean {
  return new Set(values).size < values.length;
}

/** Networks that go together: the host's or the bridge alone, or container networks with different names. */
export function checkNetworks({ networks }: Pick<AppDefinition, 'networks'>): Violation[] {
  const modes = new Set(networks.map(({ mode }) => mode));
  if (modes.size > 1) return [{ path: '/networks', error: 'may not mix networks of different modes' }];
  if (networks.length > 1 && !modes.has('container'))
    return [{ path: '/networks', error: 'may have only one network of mode host or container/bridge' }];
  const named = networks.flatMap((network, index) =>
    network.mode === 'container' && !network.name ? [{ path: `/networks(${index})`, error: 'a container network must have a name' }] : [],
  );
  const names = networks.flatMap((network) => (network.mode === 'container' && network.name ? [network.name] : []));
  return duplicates(names) ? [...named, { path: '/networks', error: 'container networks must have different names' }] : named;
}

function checkPorts(app: AppDefinition): Violation[] {
  const found: Violation[] = [];
  const list = app.portDefinitions ? '/portDefinitions' : '/container/portMappings';
  const names = portsOf(app).flatMap(({ name }) => (name === undefined ? [] : [name]));
  if (duplicates(names)) found.push({ path: list, error: 'Port names must be unique.' });
  const numbers = (app.portDefinitions ?? []).map(({ port }) => port).filter((port) => port !== 0);
  if (duplicates(numbers)) found.push({ path: '/portDefinitions', error: 'Ports must be unique.' });
  const hostPorts = (app.container?.portMappings ?? []).flatMap(({ hostPort, protocol }) =>
    hostPort ? protocol.split(',').map((each) => `${hostPort}/${each}`) : [],
  );
  if (duplicates(hostPorts)) found.push({ path: '/container/portMappings', error: 'Host ports must be unique for a protocol.' });
  return found;
}

function checkFits(check: HealthCheckDefinition, ports: number): string | undefined {
  if (check.protocol === 'COMMAND') return check.command ? undefined : 'A COMMAND check must have a command.';
  if (check.command) return `A ${check.protocol} check must not have a command.`;
  if (check.port !== undefined && check.portIndex !== undefined) return 'A check must have either port or portIndex.';
  if (check.portIndex !== undefined && check.portIndex >= ports)
    return 'Health check port indices must address an element of the ports array or container port mappings.';
  return undefined;
}

function checkHealthChecks(app: AppDefinition): Violation[] {
  const checks = app.healthChecks ?? [];
  const each = checks.flatMap((check, index) => {
    const error = checkFits(check, portsOf(app).length);
    return error ? [{ path: `/healthChecks(${index})`, error }] : [];
  });
  const byMesos = checks.filter(({ protocol }) => protocol === 'COMMAND' || protocol.startsWith('MESOS_'));
  return byMesos.length > 1
    ? [...each, { path: '/healthChecks', error: 'AppDefinition can contain at most one Mesos health check' }]
    : each;
}

function checkReadiness(app: AppDefinition): Violation[] {
  const checks = app.readinessChecks ?? [];
  const names = new Set(portsOf(app).map(({ name }) => name));
  const each = checks.flatMap(({ portName, timeoutSeconds, intervalSeconds }, index): Violation[] => {
    const path = `/readinessChecks(${index})`;
    const found: Violation[] = [];
    if (!names.has(portName)) found.push({ path: `${path}/portName`, error: `No port definition reference for portName ${portName}` });
    if (timeoutSeconds >= intervalSeconds)
      found.push({ path: `${path}/timeoutSeconds`, error: 'The timeout must be shorter than the interval' });
    return found;
  });
  return checks.length > 1 ? [...each, { path: '/readinessChecks', error: 'An app may have at most one readiness check' }] : each;
}

/** Rules of networks, ports and what refers to ports. */
export const checkNetworking = (app: AppDefinition): Violation[] => [
  ...checkNetworks(app),
  ...checkPorts(app),
  ...checkHealthChecks(app),
  ...checkReadiness(app),
];
