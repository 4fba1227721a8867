import { json, type Fetch } from '../../../api/http/fetch.ts';
import { forwarded, type LeaderUpstream } from '../../rest/forwarded.ts';
import { ping } from './system-resource.ts';

/** Says which followers a request came through; one that finds itself in it would be asked for ever. */
const VIA = 'x-marathon-via';

/**
 * A Marathon that does not lead: it hands requests to the leader, and sends readers of events there (302), since what it hands on
 * ends. `own`: host and port of this one. Errors: 502 while nobody leads, and for a request that comes back to it.
 */
export function createFollowerHttp(own: string, leader: () => LeaderUpstream | undefined): Fetch {
  const refused = (message: string): Response => json({ message }, 502);
  return async (request) => {
    const { pathname, search } = new URL(request.url);
    if (pathname === '/ping') return ping({ request });
    const via = request.headers.get(VIA);
    if (via?.includes(own)) return refused(`The request came back to ${own}: who leads has changed meanwhile. Ask again.`);
    const found = leader();
    if (!found) return refused('There is no leading Marathon at the moment. Ask again.');
    const headers = { 'x-marathon-leader': `http://${found.address}` };
    if (pathname === '/v2/events')
      return new Response(null, { status: 302, headers: { ...headers, location: `http://${found.address}${pathname}${search}` } });
    const passed = `${via === null ? '' : `${via}, `}1.1 ${own}`;
    return forwarded(request, found.fetch, { [VIA]: passed });
  };
}
