import { checkHost, checkMethod } from '../../adminrouter/request-guard.ts';
import { RouterFault } from '../../adminrouter/router-fault.ts';
import { text, type Fetch } from '../../api/http/fetch.ts';

/**
 * In front of a Mesos process that has a port of its own, and no login. Programs of this machine may ask it anything. Of pages, those
 * of the exposed processes may: the Mesos web UI on the master's port reads agents by scripts (jsonp), which a page of any
 * other site could do as well. `hosts`: names and addresses that lead to the exposed processes, without ports.
 */
export function guardExposed(fetch: Fetch, hosts: readonly string[]): Fetch {
  return async (request) => {
    try {
      checkMethod(request);
      checkHost(request, { names: hosts });
      checkPage(request, hosts);
    } catch (fault) {
      if (fault instanceof RouterFault) return text(`${fault.message}\n`, fault.status);
      throw fault;
    }
    return fetch(request);
  };
}

const isOurs = (address: string | null, hosts: readonly string[]): boolean => hosts.includes(URL.parse(address ?? '')?.hostname ?? '');

/** Programs send neither Sec-Fetch-Site nor Origin. A script of a page elsewhere has at most that page as its referrer. */
function checkPage({ headers }: Request, hosts: readonly string[]): void {
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  const foreign =
    (origin !== null && !isOurs(origin, hosts)) || (site !== null && isForeign(site) && !isOurs(headers.get('referer'), hosts));
  if (foreign) throw new RouterFault(403, 'Requests by pages of another site are refused.');
}

const isForeign = (site: string): boolean => site === 'cross-site' || site === 'same-site';
