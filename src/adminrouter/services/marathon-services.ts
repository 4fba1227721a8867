import { normalServiceId } from './service-id.ts';
import type { ServiceTarget } from './service-target.ts';

/** Of `GET /v2/apps?embed=apps.tasks`, what names a service and tells where it listens. Marathons of all ages leave parts out. */
export interface ServiceApp {
  id?: string;
  labels?: Record<string, unknown>;
  container?: { portMappings?: Mapping[] | null; docker?: { network?: string; portMappings?: Mapping[] | null } };
  networks?: { mode?: string }[];
  ipAddress?: unknown;
  tasks?: ServiceTask[];
}

interface Mapping {
  containerPort?: number;
}

interface ServiceTask {
  state?: string;
  host?: string;
  ports?: number[];
  ipAddresses?: { ipAddress?: string }[];
}

export interface MarathonServices {
  /** By normalised id. */
  services: Map<string, ServiceTarget>;
  /** Why an app that wants to be a service is none, a sentence each. */
  skipped: string[];
}

/** The services that apps with the label `DCOS_SERVICE_NAME` are. An app that cannot be reached is as if it were not there. */
export function marathonServices(apps: readonly ServiceApp[]): MarathonServices {
  const services = new Map<string, ServiceTarget>();
  const skipped: string[] = [];
  for (const app of apps) {
    const name = textLabel(app, 'DCOS_SERVICE_NAME');
    if (name === undefined) continue;
    const id = normalServiceId(name);
    const target = targetOf(app);
    if (typeof target === 'string') skipped.push(`${app.id ?? name}: ${target}`);
    else if (!services.has(id)) services.set(id, target);
  }
  return { services, skipped };
}

function targetOf(app: ServiceApp): ServiceTarget | string {
  const scheme = textLabel(app, 'DCOS_SERVICE_SCHEME');
  if (scheme !== 'http' && scheme !== 'https') return 'the label DCOS_SERVICE_SCHEME has to be http or https.';
  const index = Number(textLabel(app, 'DCOS_SERVICE_PORT_INDEX') ?? Number.NaN);
  if (!Number.isInteger(index) || index < 0) return 'the label DCOS_SERVICE_PORT_INDEX has to be a whole number from 0.';
  const task = app.tasks?.find(({ state }) => state === 'TASK_RUNNING');
  if (!task) return 'none of its tasks runs.';
  const address = isOnContainerNetwork(app) ? containerAddress(app, task, index) : hostAddress(task, index);
  if (typeof address === 'string') return address;
  const url = URL.parse(`${scheme}://${address.host}:${address.port}/`);
  if (!url) return `${address.host} is no address.`;
  const rewrites = app.labels?.['DCOS_SERVICE_REWRITE_REQUEST_URLS'];
  return { url, stripsPrefix: rewrites !== 'false' && rewrites !== false };
}

function textLabel({ labels }: ServiceApp, name: string): string | undefined {
  const value = labels?.[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Each container has an address of its own there, and its ports are not the host's. */
function isOnContainerNetwork({ networks, container, ipAddress }: ServiceApp): boolean {
  if (networks !== undefined) return networks.some(({ mode }) => mode === 'container');
  return ipAddress !== undefined || container?.docker?.network === 'USER';
}

type Address = { host: string; port: number } | string;

function hostAddress({ host, ports }: ServiceTask, index: number): Address {
  const port = ports?.[index];
  if (!host) return 'its task has no host.';
  return port === undefined ? `its task has no port with the index ${index}.` : { host, port };
}

function containerAddress({ container }: ServiceApp, { ipAddresses, ports }: ServiceTask, index: number): Address {
  const host = ipAddresses?.[0]?.ipAddress;
  if (!host) return 'its task has no address on its network.';
  const mapping = (container?.portMappings ?? container?.docker?.portMappings)?.[index];
  if (!mapping) return `it has no port mapping with the index ${index}.`;
  const port = mapping.containerPort === undefined || mapping.containerPort === 0 ? ports?.[index] : mapping.containerPort;
  return port === undefined ? `its task has no port with the index ${index}.` : { host, port };
}
