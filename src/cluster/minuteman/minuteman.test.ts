import { expect, test } from 'vitest';
import { vipListSchema, vipUsagesSchema, type VipUsages } from '../../api/dcos/vips.ts';
import { readyCluster } from '../cluster.test-support.ts';
import type { Balancer, VipSockets } from './sockets.ts';

/** VIPs of a whole cluster with simulated tasks, its sockets replaced by a record of what was opened. */

const web = {
  id: '/team/web',
  cmd: 'serve',
  cpus: 0.1,
  mem: 32,
  instances: 2,
  portDefinitions: [{ port: 0, protocol: 'tcp', name: 'http', labels: { VIP_0: '/web:80', VIP_1: '10.1.2.3:8080' } }],
};

function recordedSockets() {
  const open = new Map<string, Balancer>();
  const sockets: VipSockets = {
    simulated: false,
    async open({ protocol, address, port }, balancer) {
      const key = `${protocol} ${address}:${port}`;
      open.set(key, balancer);
      return { close: () => open.delete(key) };
    },
  };
  return { sockets, open };
}

async function setUp() {
  const { sockets, open } = recordedSockets();
  const world = await readyCluster({ vipSockets: sockets });
  const { marathon, network } = world.cluster.upstreams;
  const usage = (): Promise<VipUsages> => world.get<VipUsages>(network, '/v1/usage');
  const deploy = async (): Promise<void> => {
    await world.send(marathon, 'POST', '/v2/apps', web);
    await world.until('both tasks to be backends', async () => (await usage()).vips[0]?.backends.length === 2);
  };
  return { ...world, open, usage, deploy };
}

test('a labelled app is a VIP at an address of its own, by name and by address', async () => {
  const { cluster, get, open, usage, deploy } = await setUp();
  expect(await get(cluster.upstreams.network, '/v1/vips')).toEqual([]);
  await deploy();
  const vips = vipListSchema.parse(await get(cluster.upstreams.network, '/v1/vips'));
  const backend = [expect.objectContaining({ ip: '127.0.65.111' }), expect.objectContaining({ ip: '127.0.65.111' })];
  expect(vips).toEqual([
    { vip: '10.1.2.3:8080', protocol: 'tcp', backend },
    { vip: 'web.marathon.l4lb.thisdcos.directory:80', protocol: 'tcp', backend },
  ]);
  const { simulated, vips: used } = vipUsagesSchema.parse(await usage());
  expect([simulated, new Set(used.map(({ address }) => address)).size]).toEqual([false, 2]);
  expect([...open.keys()].sort()).toEqual(used.map(({ address, port }) => `tcp ${address}:${port}`).sort());
});

test('the list has an ETag, by which a client hears of changes alone', async () => {
  const { cluster, send, deploy } = await setUp();
  const { network } = cluster.upstreams;
  const tagOf = async (): Promise<string> => (await send(network, 'GET', '/v1/vips')).headers.get('etag') ?? '';
  const before = await tagOf();
  const again = (etag: string): Promise<Response> =>
    network(new Request('http://cluster/v1/vips', { headers: { 'if-none-match': `W/"x", ${etag}` } }));
  expect((await again(before)).status).toBe(304);
  await deploy();
  expect((await again(before)).status).toBe(200);
  expect((await again(await tagOf())).status).toBe(304);
});

test('connections spread, tasks that end get none, and a VIP without tasks is gone', async () => {
  const { cluster, send, until, open, usage, deploy } = await setUp();
  const { marathon } = cluster.upstreams;
  await deploy();
  const [balancer] = open.values();
  const attempts = Array.from({ length: 10 }, () => balancer?.next(new Set()));
  for (const attempt of attempts) attempt?.connected(1);
  const named = async () => (await usage()).vips[0]?.backends.map(({ open: count, state }) => [state, count]);
  expect(await named()).toEqual([
    ['serving', 5],
    ['serving', 5],
  ]);

  await send(marathon, 'PUT', '/v2/apps//team/web', { instances: 1 });
  await until('one of them to be drained', async () => (await named())?.some(([state]) => state === 'draining') === true);
  expect(new Set(Array.from({ length: 4 }, () => balancer?.next(new Set())?.id)).size).toBe(1);
  const { vips } = await usage();
  const drained = vips[0]?.backends.find(({ state }) => state === 'draining');
  for (const attempt of attempts) if (attempt?.id === `${drained?.ip}:${drained?.port}`) attempt.closed();
  await until('it to be forgotten', async () => (await named())?.length === 1);

  await send(marathon, 'DELETE', '/v2/apps//team/web');
  await until('the VIPs to be gone', async () => (await usage()).vips.length === 0);
  expect(open.size).toBe(0);
});

test('the balancer is a unit of each machine, and serves until the last one is stopped', async () => {
  const { cluster, open, deploy } = await setUp();
  await deploy();
  expect(open.size).toBe(2);
  await cluster.stop({ keepTasks: true });
  expect(open.size).toBe(0);
});

test('without sockets the table is simulated, and says so', async () => {
  const { cluster, get, send, clock, until } = await readyCluster();
  await send(cluster.upstreams.marathon, 'POST', '/v2/apps', web);
  await until('visitors', async () => {
    await clock.advance(1000);
    const { simulated, vips } = await get<VipUsages>(cluster.upstreams.network, '/v1/usage');
    return simulated && vips[0]?.backends.some(({ bytesOut }) => bytesOut > 0) === true;
  });
});
