import type { Fetch } from '../src/api/http/fetch.ts';
import { createAdminRouter } from '../src/adminrouter/admin-router.ts';
import type { World } from './scenarios/create-world.ts';

const VERSION = '1.7-open';
/** Files and pages come from wherever the page itself came from; the router is never asked for them. */
const noAssets: Fetch = () => Promise.resolve(new Response(null, { status: 404 }));

/** The adminRouter in front of a world in the page. It asks for no login: there is nobody to keep out of one's own page. */
export function createWorldRouter(world: World, publicIp: string): Fetch {
  return createAdminRouter({
    upstreams: world.cluster.upstreams,
    assets: noAssets,
    auth: { enabled: false },
    now: () => world.kernel.clock.now(),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    hosts: 'any',
    metadata: { publicIp, clusterId: '00000000-0000-4000-8000-000000000000', version: VERSION, timeZone: 'UTC' },
  }).fetch;
}
