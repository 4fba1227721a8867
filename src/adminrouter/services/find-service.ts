import type { Fetch } from '../../api/http/fetch.ts';
import { RouterFault } from '../router-fault.ts';
import { createCachedSource, type CachedSource, type CachedSourceOptions } from './cached-source.ts';
import { findFramework, webUiOf, type ServiceAgent, type ServiceFramework } from './framework-services.ts';
import { marathonServices, type ServiceApp } from './marathon-services.ts';
import type { ServiceTarget } from './service-target.ts';

export interface ServiceSources {
  marathon: Fetch | undefined;
  mesos: Fetch | undefined;
  mesosDns: Fetch | undefined;
}

/** Finds a service by its normalised id; undefined when there is none. Throws RouterFault 503 when nobody can tell. */
export type FindService = (id: string) => Promise<ServiceTarget | undefined>;

interface Summary {
  frameworks?: ServiceFramework[];
  slaves?: ServiceAgent[];
}

/** What was read is good for so long for services that are in it; what is not in it is looked for again at once. */
const FRESH_MS = 1_000;
const TIMEOUT_MS = 10_000;
const DNS_TIMEOUT_MS = 5_000;

/**
 * In the order of DC/OS: an app of Marathon that says it is the service, a framework with a web UI, and where the framework says that
 * it has one without saying where, mesos-dns. No app is looked for without what Marathon knows: a framework could take its name.
 */
export function createServiceFinder({ marathon, mesos, mesosDns }: ServiceSources, options: CachedSourceOptions): FindService {
  const warn = warnOfNews(options.warn);
  const apps = marathon && createCachedSource('Marathon', () => loadApps(marathon, warn), options);
  const summary =
    mesos && createCachedSource('Mesos', () => ask<Summary>(mesos, 'http://leader.mesos:5050/state-summary', TIMEOUT_MS), options);

  const ofMarathon = async (id: string): Promise<ServiceTarget | undefined> => {
    if (!apps) return undefined;
    const services = await found(apps, (known) => known.has(id), 'invalid Marathon svcapps cache');
    return services.get(id);
  };
  const ofMesos = async (id: string): Promise<ServiceTarget | undefined> => {
    if (!summary) return undefined;
    const known = await found(summary, ({ frameworks = [] }) => findFramework(frameworks, id) !== undefined, 'invalid Mesos state cache');
    const framework = findFramework(known.frameworks ?? [], id);
    if (!framework) return undefined;
    const url = framework.webui_url === '' ? await byName(mesosDns, framework.name ?? '') : webUiOf(framework, known.slaves ?? []);
    return url && { url, stripsPrefix: true };
  };
  return async (id) => (await ofMarathon(id)) ?? ofMesos(id);
}

/** What is known, or what is read now when the known does not have it. */
async function found<T>(source: CachedSource<T>, has: (known: T) => boolean, broken: string): Promise<T> {
  try {
    const known = await source.read(FRESH_MS);
    return has(known) ? known : await source.read(0);
  } catch (cause) {
    throw new RouterFault(503, `503 Service Unavailable: ${broken}. Try again in a moment.`, { cause });
  }
}

async function loadApps(marathon: Fetch, warn: (reasons: readonly string[]) => void): Promise<Map<string, ServiceTarget>> {
  const url = 'http://marathon.mesos:8080/v2/apps?embed=apps.tasks&label=DCOS_SERVICE_NAME';
  const { apps = [] } = await ask<{ apps?: ServiceApp[] }>(marathon, url, TIMEOUT_MS);
  const { services, skipped } = marathonServices(apps);
  warn(skipped);
  return services;
}

/** Apps are looked at again and again: each reason is told when it comes up. */
function warnOfNews(warn: (message: string) => void): (reasons: readonly string[]) => void {
  let told = new Set<string>();
  return (reasons) => {
    for (const reason of reasons) if (!told.has(reason)) warn(`Not a service at /service/: ${reason}`);
    told = new Set(reasons);
  };
}

async function byName(mesosDns: Fetch | undefined, name: string): Promise<URL | undefined> {
  if (!mesosDns) return undefined;
  const url = `http://master.mesos:8123/v1/services/_${encodeURIComponent(name)}._tcp.marathon.mesos`;
  try {
    const [record] = await ask<{ ip?: string; port?: string }[]>(mesosDns, url, DNS_TIMEOUT_MS);
    return record?.ip ? (URL.parse(`http://${record.ip}:${record.port}/`) ?? undefined) : undefined;
  } catch (cause) {
    throw new RouterFault(503, '503 Service Unavailable: MesosDNS request has failed. Try again in a moment.', { cause });
  }
}

async function ask<T>(part: Fetch, url: string, timeoutMs: number): Promise<T> {
  const headers = { accept: 'application/json', 'user-agent': 'Master Admin Router' };
  const answer = await part(new Request(url, { headers, signal: AbortSignal.timeout(timeoutMs) }));
  if (answer.ok) return (await answer.json()) as T;
  await answer.body?.cancel();
  throw new Error(`${url}: ${answer.status}`);
}
