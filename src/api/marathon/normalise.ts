import { resolveId } from './app-id.ts';
import type { AppUpdate, PostedApp } from './app.ts';
import type { AppDefinition, Container, HealthCheckDefinition, Network, PortDefinition, PortMapping } from './definition.ts';
import { roleRule } from './roles.ts';
import { containerOf, definitionsOfPorts, fetchOfUris, networksOfLegacy } from './legacy.ts';

/** What an app takes over from Marathon's own settings and from where it stands. */
export interface AppDefaults {
  /** Marathon's `--mesos_role`. */
  role: string;
  /** Whether that top-level group insists on its role for all that is in it; none does when not given. */
  enforcesRole?: (group: string) => boolean;
  /** The role that an app or pod has so far. */
  currentRole?: (id: string) => string | undefined;
  /** The group against which a relative id and relative dependencies are resolved; the root for `/v2/apps`. */
  base?: string;
  /** Whether an app on the host's network that names no ports gets one, as all but `PUT /v2/apps` do (recorded). */
  defaultPort?: boolean;
}

/** DC/OS starts Marathon with `--mesos_role slave_public`. */
export const DC_OS_DEFAULTS: AppDefaults = { role: 'slave_public' };

/** The version of an app that is not stored yet. */
export const UNVERSIONED = '1970-01-01T00:00:00.000Z';

const DEFAULT_PORT: PortDefinition = { port: 0, name: 'default', protocol: 'tcp' };
const MARATHON_HTTP = new Set(['HTTP', 'HTTPS']);

type Settings = Partial<Omit<AppDefinition, 'id' | 'version' | 'versionInfo'>>;

const isHost = (networks: readonly Network[]): boolean => networks.every(({ mode }) => mode === 'host');

/** `name` and `labels` mean nothing on the host's network and are dropped there. */
export function network({ mode, name, labels }: NonNullable<AppUpdate['networks']>[number]): Network {
  const marked = labels && Object.keys(labels).length > 0 ? { labels } : {};
  if (mode === 'host') return { mode };
  if (mode === 'container/bridge') return { mode, ...marked };
  return { mode, ...(name !== undefined && { name }), ...marked };
}

/** A check that names no port asks the first one; HTTP without a path asks for `/`. */
function healthCheck(check: NonNullable<AppUpdate['healthChecks']>[number]): HealthCheckDefinition {
  const { ignoreHttp1xx, ...rest } = check;
  if (check.protocol === 'COMMAND') return rest;
  const portIndex = check.port === undefined ? { portIndex: check.portIndex ?? 0 } : {};
  const path = check.protocol.endsWith('TCP') ? {} : { path: check.path ?? '/' };
  return { ...rest, ...portIndex, ...path, ...(MARATHON_HTTP.has(check.protocol) && { ignoreHttp1xx: ignoreHttp1xx ?? false }) };
}

/** The settings named in a body, in today's spelling. */
function settingsOf(posted: AppUpdate, base: string): Settings {
  const { id: _id, version: _version, uris, ports, ipAddress: _ip, container: _container, ...rest } = posted;
  const container = containerOf(posted);
  const networks = rest.networks?.map(network) ?? networksOfLegacy(posted);
  const fetch = rest.fetch ?? (uris && fetchOfUris(uris));
  const portDefinitions = rest.portDefinitions ?? (ports && definitionsOfPorts(ports));
  return defined({
    ...rest,
    container,
    networks,
    fetch,
    portDefinitions,
    healthChecks: rest.healthChecks?.map(healthCheck),
    dependencies: rest.dependencies?.map((id) => resolveId(id, base)),
  });
}

/** Without keys whose value is undefined, so that spreading changes only what was given. */
export const defined = <T extends object>(settings: T): T =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)) as T;

function strategies(settings: Settings): Pick<AppDefinition, 'upgradeStrategy' | 'unreachableStrategy' | 'residency'> {
  const volumes = settings.container?.volumes ?? [];
  const resident = settings.residency !== undefined || volumes.some(({ persistent }) => persistent);
  const single = settings.labels?.['MARATHON_SINGLE_INSTANCE_APP'] === 'true';
  const half = resident || volumes.some(({ external }) => external);
  const capacity = single
    ? { minimumHealthCapacity: 0, maximumOverCapacity: 0 }
    : { minimumHealthCapacity: half ? 0.5 : 1, maximumOverCapacity: half ? 0 : 1 };
  return {
    upgradeStrategy: settings.upgradeStrategy ?? capacity,
    unreachableStrategy: settings.unreachableStrategy ?? (resident ? 'disabled' : { inactiveAfterSeconds: 0, expungeAfterSeconds: 0 }),
    ...(resident && { residency: settings.residency ?? { relaunchEscalationTimeoutSeconds: 3600, taskLostBehavior: 'WAIT_FOREVER' } }),
  };
}

const onBridge = (mapping: PortMapping): PortMapping => ({ ...mapping, hostPort: mapping.hostPort ?? 0 });

/** On a bridge each mapping has a host port, and there is one mapping where none is named. */
function mapped(container: Container | undefined, networks: readonly Network[]): Container | undefined {
  if (!container) return undefined;
  const { portMappings, ...rest } = container;
  if (isHost(networks)) return rest;
  if (!networks.some(({ mode }) => mode === 'container/bridge')) return container;
  const mappings = portMappings ?? [{ containerPort: 0, servicePort: 0, protocol: 'tcp', name: 'default', labels: {} }];
  return { ...rest, portMappings: mappings.map(onBridge) };
}

/** Fills in the defaults, and drops what does not fit the network: definitions off the host, mappings on it. */
function complete(id: string, settings: Settings, defaults: AppDefaults): AppDefinition {
  const { defaultPort = true } = defaults;
  const networks = settings.networks ?? [{ mode: 'host' }];
  const { portDefinitions = defaultPort ? [{ ...DEFAULT_PORT }] : [], ...rest } = settings;
  return {
    instances: 1,
    cpus: 1,
    mem: 128,
    disk: 0,
    gpus: 0,
    executor: '',
    requirePorts: false,
    backoffSeconds: 1,
    backoffFactor: 1.15,
    maxLaunchDelaySeconds: 300,
    labels: {},
    killSelection: 'YOUNGEST_FIRST',
    role: roleRule(id, defaults).byDefault,
    ...rest,
    ...strategies(settings),
    ...defined({ container: mapped(settings.container, networks) }),
    ...(isHost(networks) && { portDefinitions }),
    networks,
    id,
    version: UNVERSIONED,
  };
}

/** A whole app from a posted one. */
export function newApp(posted: PostedApp, defaults: AppDefaults): AppDefinition {
  const base = defaults.base ?? '/';
  return complete(resolveId(posted.id, base), settingsOf(posted, base), defaults);
}

/** `current` with the settings of `update` in place of its own; each is replaced whole. The id of the body is not looked at. */
export function changedApp(current: AppDefinition, update: AppUpdate, defaults: AppDefaults): AppDefinition {
  const { id, version, versionInfo, ...kept } = current;
  const app = complete(id, { ...kept, ...settingsOf(update, defaults.base ?? '/') }, defaults);
  return { ...app, version, ...(versionInfo && { versionInfo }) };
}
