import type { Fetch } from '../../../api/http/fetch.ts';
import { forwarded, type LeaderUpstream } from '../../rest/forwarded.ts';
import { plain } from './plain-answers.ts';

/** A Chronos that does not lead hands requests to the one that does. 503 while there is none. */
export function createFollowerHttp(leader: () => LeaderUpstream | undefined): Fetch {
  return async (request) => {
    if (new URL(request.url).pathname === '/ping') return plain('pong\n', 'text/plain;charset=iso-8859-1');
    const found = leader();
    if (found) return forwarded(request, found.fetch, {});
    return new Response('There is no leading Chronos at the moment. Ask again.\n', {
      status: 503,
      headers: { 'content-type': 'text/plain' },
    });
  };
}
