import { testApp, testWorld, type TestWorld } from '../../cluster/marathon/test-world.test-support.ts';

// `node src/server/bench/marathon-scale.ts`: how Marathon's engine grows. Many instances of one app on a scripted Mesos, so
// that nothing but Marathon is measured; then what one more event costs, and one more offer while an app waits for a fitting
// one. Neither must depend on the number of tasks.

const AGENTS = 1000;
const EVENTS = 1000;
const CYCLES = 5;
/** Longer than Marathon declines an offer for. */
const CYCLE_MS = 6000;

const settled = async (world: TestWorld, instances: number): Promise<void> => {
  for (let second = 0; second < 120 && world.running('/many').length < instances; second++) await world.clock.advance(1000);
  if (world.running('/many').length !== instances) throw new Error(`Only ${world.running('/many').length} of ${instances} tasks run.`);
};

async function deploy(instances: number): Promise<{ world: TestWorld; ms: number }> {
  const agents = Array.from({ length: AGENTS }, (_, n) => ({ id: `S${n}`, hostname: `a${n}`, cpus: 64, mem: 65_536 }));
  const world = testWorld({ agents });
  await world.settle();
  const started = performance.now();
  world.put(testApp('/many', { instances, cpus: 0.01, mem: 1, portDefinitions: [] }));
  await settled(world, instances);
  return { world, ms: performance.now() - started };
}

/** µs of one status update, which tells good health and then bad. */
async function eventCost({ mesos, marathon, settle }: TestWorld): Promise<number> {
  const tasks = marathon.core.instances('/many').slice(0, EVENTS);
  const started = performance.now();
  for (const healthy of [true, false]) for (const { taskId } of tasks) mesos.send(taskId, 'TASK_RUNNING', { healthy });
  await settle();
  return ((performance.now() - started) * 1000) / (2 * tasks.length);
}

/** µs of one offer that is judged for an app that fits nowhere; each cycle offers every agent. */
async function offerCost(world: TestWorld): Promise<number> {
  const { mesos, clock } = world;
  world.put(testApp('/waiting', { cpus: 10_000 }));
  await clock.advance(CYCLE_MS);
  const declined = (): number => mesos.calls.reduce((sum, call) => sum + (call.type === 'DECLINE' ? call.decline.offer_ids.length : 0), 0);
  const before = declined();
  const started = performance.now();
  for (let cycle = 0; cycle < CYCLES; cycle++) await clock.advance(CYCLE_MS);
  const taken = performance.now() - started;
  const offers = declined() - before;
  if (offers === 0) throw new Error('Nothing was offered.');
  return (taken * 1000) / offers;
}

console.log('instances | deployed in s | heap in MB | µs an event | µs an offer');
for (const instances of [20, 1000, 10_000, 50_000]) {
  const { world, ms } = await deploy(instances);
  const heap = process.memoryUsage().heapUsed / 1e6;
  const event = await eventCost(world);
  const offer = await offerCost(world);
  console.log([instances, (ms / 1000).toFixed(2), heap.toFixed(0), event.toFixed(1), offer.toFixed(1)].join(' | '));
}
