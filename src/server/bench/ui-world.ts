import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { createWorld } from '../../../mocks/scenarios/create-world.ts';
import { scenarioNamed } from '../../../mocks/scenarios/scenarios.ts';
import { createAdminRouter } from '../../adminrouter/admin-router.ts';
import { realClock } from '../../cluster/kernel/clock.ts';
import { sharedUpstreams } from '../gateway.ts';
import { createAssets } from '../http/assets.ts';
import { packStreams } from '../http/pack-streams.ts';
import { serve } from '../http/serve.ts';

// `node src/server/bench/ui-world.ts [world] [folder of the built pages] [speed of its clock]`: a simulated world in a process of its own, so that a
// page's figures are the page's. Prints `ready <url>` when all that the world asks for is deployed.

const ROOT = path.resolve(import.meta.dirname, '../../..');
const [, , name = 'busy', pages = 'dist', speed = '1'] = process.argv;

const world = createWorld(scenarioNamed(name), { clock: realClock(Number(speed)) });
const router = createAdminRouter({
  upstreams: { ...world.cluster.upstreams, ...sharedUpstreams(world.cluster.upstreams) },
  assets: createAssets(path.resolve(ROOT, pages)),
  auth: { enabled: false },
  now: () => world.kernel.clock.now(),
  random: (bytes) => new Uint8Array(randomBytes(bytes)),
  hosts: 'any',
  metadata: { publicIp: '127.0.0.1', clusterId: '00000000-0000-4000-8000-000000000000', version: '1.7-open' },
});
const server = await serve(packStreams(router.fetch), { address: '127.0.0.1', port: 0 });
await world.ready;
console.log(`ready http://127.0.0.1:${server.port}`);
