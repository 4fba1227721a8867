import type { Fetch } from '../../../api/http/fetch.ts';
import { forwarded, type LeaderUpstream } from '../../rest/forwarded.ts';
import { plain } from './plain-answers.ts';

/**
 * A Chronos that does not lead hands requests to the one that does. `own`: its host and port, which may be those of the leader that
 * ended here and whose session lasts. 503 while there is no other.
 */
export function createFollowerHttp(own: string, leader: () => LeaderUpstream | undefined): Fetch {
  return async (request) => {
    if (new URL(request.url).pathname === '/ping') return plain('pong\n', 'text/plain;charset=iso-8859-1');
    const found = leader();
    if (found && found.address !== own) return forwarded(request, found.fetch, {});
    return new Response('There is no leading Chronos at the moment. Ask again.\n', {
      status: 503,
      headers: { 'content-type': 'text/plain' },
    });
  };
}
