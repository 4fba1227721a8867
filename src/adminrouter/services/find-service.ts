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

/** Finds the first of some normalised ids that is a service; undefined when none is. Throws RouterFault 503 when nobody can tell. */
export type FindService = (ids: readonly string[]) => Promise<FoundService | undefined>;

export interface FoundService extends ServiceTarget {
  id: string;
}

interface Summary {
  frameworks?: ServiceFramework[];
  slaves?: ServiceAgent[];
}

/** What was read is good for so long, if nothing else is said. Only when no id is in it, all of them are looked for again at once. */
const FRESH_MS = 1_000;
const TIMEOUT_MS = 10_000;
const DNS_TIMEOUT_MS = 5_000;
/** DC/OS' own frameworks, which no app can stand in for. They are found also while Marathon does not answer. */
const NO_APPS: ReadonlySet<string> = new Set(['marathon', 'metronome']);

interface FinderOptions extends CachedSourceOptions {
  /** How long what Marathon said is good, in ms; 0 where it is in this process. */
  appsFreshMs?: number | undefined;
}

/**
 * In the order of DC/OS: an app of Marathon that says it is the service, a framework with a web UI, and where the framework says that
 * it has one without saying where, mesos-dns. No app is looked for without what Marathon knows: a framework could take its name.
 */
export function createServiceFinder({ marathon, mesos, mesosDns }: ServiceSources, options: FinderOptions): FindService {
  const { appsFreshMs = FRESH_MS } = options;
  const warn = warnOfNews(options.warn);
  const apps = marathon && createCachedSource('Marathon', () => loadApps(marathon, warn), options);
  const summary =
    mesos && createCachedSource('Mesos', () => ask<Summary>(mesos, 'http://leader.mesos:5050/state-summary', TIMEOUT_MS), options);

  const look = async (ids: readonly string[], appsMaxAgeMs: number, summaryMaxAgeMs: number): Promise<FoundService | undefined> => {
    let services: Promise<Map<string, ServiceTarget>> | undefined;
    let state: Promise<Summary> | undefined;
    for (const id of ids) {
      if (!NO_APPS.has(id)) {
        services ??= apps && known(apps, appsMaxAgeMs, 'invalid Marathon svcapps cache');
        const app = (await services)?.get(id);
        if (app) return { id, ...app };
      }
      // nobody needs Mesos to find an app
      state ??= summary && known(summary, summaryMaxAgeMs, 'invalid Mesos state cache');
      const url = state && (await webUi(id, await state));
      if (url) return { id, url, stripsPrefix: true };
    }
    return undefined;
  };
  const webUi = async (id: string, { frameworks = [], slaves = [] }: Summary): Promise<URL | undefined> => {
    const framework = findFramework(frameworks, id);
    if (!framework) return undefined;
    return framework.webui_url === '' ? byName(mesosDns, framework.name ?? '') : webUiOf(framework, slaves);
  };
  return async (ids) => (await look(ids, appsFreshMs, FRESH_MS)) ?? look(ids, 0, 0);
}

async function known<T>(source: CachedSource<T>, maxAgeMs: number, broken: string): Promise<T> {
  try {
    return await source.read(maxAgeMs);
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
