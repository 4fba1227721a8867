import { normalServiceId } from './service-id.ts';

/** Of `/state-summary`, what names a framework and tells where its web UI is. */
export interface ServiceFramework {
  id?: string;
  name?: string;
  pid?: string;
  hostname?: string;
  webui_url?: string;
}

export interface ServiceAgent {
  hostname?: string;
  pid?: string;
}

/** A framework by its id, else by its name; of several with one name the last. */
export function findFramework(frameworks: readonly ServiceFramework[], id: string): ServiceFramework | undefined {
  return (
    frameworks.find((framework) => framework.id === id) ??
    frameworks.findLast(({ name }) => name !== undefined && normalServiceId(name) === id)
  );
}

/**
 * Where a framework's web UI is; undefined when it says that it has none. The URL is the framework's own word, but its host has to be
 * one that the cluster knows (where the framework or an agent is), else it is the host that the framework connected from: the router
 * is not to be sent anywhere.
 */
export function webUiOf(framework: ServiceFramework, agents: readonly ServiceAgent[]): URL | undefined {
  const url = URL.parse(framework.webui_url ?? '');
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const known = new Set([framework.hostname, ...agents.flatMap(({ hostname, pid }) => [hostname, hostOf(pid)])]);
  const own = hostOf(framework.pid);
  if (url.hostname !== own && !known.has(url.hostname)) {
    if (own === undefined) return undefined;
    url.hostname = own;
  }
  url.username = url.password = url.search = url.hash = '';
  return url;
}

/** `scheduler-1@10.0.0.1:4711` is at 10.0.0.1. */
function hostOf(pid: string | undefined): string | undefined {
  return /@(.+):\d+$/.exec(pid ?? '')?.[1];
}
