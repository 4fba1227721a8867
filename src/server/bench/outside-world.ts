import { createWorld } from '../../../mocks/scenarios/create-world.ts';
import { scenarioNamed } from '../../../mocks/scenarios/scenarios.ts';
import type { Fetch } from '../../api/http/fetch.ts';
import { serve } from '../http/serve.ts';

// `node src/server/bench/outside-world.ts [world]`: Mesos, Marathon and Chronos of a simulated world at ports of their own, as a
// cluster that runs elsewhere has them. Prints the line that puts the dashboards in front of it when all is deployed.

const [, , name = 'busy'] = process.argv;

const world = createWorld(scenarioNamed(name));
const listen = async (fetch: Fetch): Promise<string> => {
  const { port } = await serve(fetch, { address: '127.0.0.1', port: 0 });
  return `http://127.0.0.1:${port}`;
};
const { mesos, marathon, chronos } = world.cluster.upstreams;
const parts = { mesos: await listen(mesos), marathon: await listen(marathon), chronos: await listen(chronos) };
await world.ready;
console.log(`npm start -- --mesos ${parts.mesos} --marathon ${parts.marathon} --chronos ${parts.chronos}`);
