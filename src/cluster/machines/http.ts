import type { ClusterDescription } from '../../api/machines/cluster.ts';
import { json, notBuilt, type Fetch } from '../../api/http/fetch.ts';

/** The machines API: `GET /machines/v1/cluster`. Up, halt, destroy and add are not there yet. */
export function machinesHttp(describe: () => ClusterDescription): Fetch {
  return (request) => {
    const { pathname } = new URL(request.url);
    const known = pathname === '/machines/v1/cluster' && (request.method === 'GET' || request.method === 'HEAD');
    return Promise.resolve(known ? json(describe()) : notBuilt('the machines API', request));
  };
}
