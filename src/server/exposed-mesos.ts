import type { Fetch } from '../api/http/fetch.ts';
import { isAgent } from '../cluster/machines/config-rules.ts';
import type { Machine } from '../cluster/machines/machine.ts';
import { reachableName } from '../cluster/machines/reachable-name.ts';
import type { ClusterUpstreams } from '../cluster/upstreams.ts';
import { createStaticFiles } from './http/assets.ts';
import { guardExposed } from './http/exposed-guard.ts';
import { serve, type HttpServer } from './http/serve.ts';

/** `--expose`: Mesos' masters and agents on ports of their own, as the real ones have them, for programs that know nothing of an adminRouter. */

/** Gives the masters the port that was said and the agents the next one; where machines share an address, each its own. */
export function withExposedPorts(machines: readonly Machine[], port: number): Machine[] {
  const taken = new Set<string>();
  return machines.map((machine) => {
    if (machine.type !== 'master' && !isAgent(machine)) return machine;
    const { address } = machine.address;
    let exposedPort = machine.type === 'master' ? port : port + 1;
    while (taken.has(`${address}:${exposedPort}`)) exposedPort++;
    taken.add(`${address}:${exposedPort}`);
    return { ...machine, exposedPort };
  });
}

/** Paths of Mesos' own web UI: `/static` before 1.6, `/app` and `/assets` from then on. */
const UI_PATH = /^\/(?:$|index\.html$|(?:app|assets|static)\/)/;

/** The master with its web UI, whose files are the user's: they are part of a Mesos, not of this. */
function withWebUi(master: Fetch, directory: string): Fetch {
  const pages = createStaticFiles(directory);
  return (request) => (UI_PATH.test(new URL(request.url).pathname) ? pages(request) : master(request));
}

/** Listens for every machine that has an exposed port; `webui` has the files of Mesos' web UI. Throws ListenError when one cannot be had; then none is listened on. */
export async function exposeMesos(machines: readonly Machine[], upstreams: ClusterUpstreams, webui?: string): Promise<HttpServer[]> {
  const fetchOf = ({ name, type }: Machine): Fetch | undefined => {
    if (type !== 'master') return upstreams.agent(name);
    const master = upstreams.master(name);
    return master && webui !== undefined ? withWebUi(master, webui) : master;
  };
  const hosts = machines.flatMap((machine) => [machine.address.address, `${machine.name}.localhost`, reachableName(machine)]);
  const servers: HttpServer[] = [];
  try {
    for (const machine of machines) {
      const fetch = fetchOf(machine);
      if (machine.exposedPort === undefined || !fetch) continue;
      servers.push(await serve(guardExposed(fetch, hosts), { address: machine.address.address, port: machine.exposedPort }));
    }
    return servers;
  } catch (fault) {
    await Promise.all(servers.map((server) => server.close()));
    throw fault;
  }
}
