import { testApp, testWorld, type TestWorld } from '../../cluster/marathon/test-world.test-support.ts';

// `node src/server/bench/marathon-scale.ts`: how Marathon's engine grows. Many instances of one app on a scripted Mesos, so
// that nothing but Marathon is measured; then what one more event costs, which must not depend on the number of tasks.

const AGENTS = 1000;
const EVENTS = 1000;

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

console.log('instances | deployed in s | heap in MB | µs an event');
for (const instances of [20, 1000, 10_000, 50_000]) {
  const { world, ms } = await deploy(instances);
  const heap = process.memoryUsage().heapUsed / 1e6;
  console.log([instances, (ms / 1000).toFixed(2), heap.toFixed(0), (await eventCost(world)).toFixed(1)].join(' | '));
}
