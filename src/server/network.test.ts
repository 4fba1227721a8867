import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';
import { connect } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { VipUsages } from '../api/dcos/vips.ts';
import type { ClusterDescription } from '../api/machines/cluster.ts';
import { readDnsAddress } from './dns/shell-help.ts';
import { jsonClient } from './testing/json-client.ts';
import { startLocalServer, type LocalServer } from './testing/local-server.ts';

/** The names and virtual addresses of a real cluster, as its users' programs find them: by DNS and TCP alone. */

const ROOT = path.resolve(import.meta.dirname, '../..');
const WITHIN = { timeout: 40_000, interval: 50 };
const VIP_NAME = 'redis.marathon.l4lb.thisdcos.directory';
let server: LocalServer;
let resolver: Resolver;

beforeAll(async () => {
  server = await startLocalServer(ROOT, ['--executor', 'process', '--no-auth', '--dns-port', '0']);
  const dns = readDnsAddress(server.stateDirectory);
  resolver = new Resolver({ timeout: 1000, tries: 3 });
  resolver.setServers([`${dns?.address}:${dns?.port}`]);
});
afterAll(() => server?.dispose());

const { call, read } = jsonClient(() => server);

/** What redis says to PING at an address; rejects when nobody answers. */
async function ping(host: string, port: number): Promise<string> {
  const socket = connect({ host, port, timeout: 2000 });
  socket.once('timeout', () => socket.destroy(new Error('no answer')));
  socket.end('PING\r\n');
  try {
    return String((await once(socket, 'data'))[0]);
  } finally {
    socket.destroy();
  }
}
const pingVip = async (): Promise<string> => {
  const [address = ''] = await resolver.resolve4(VIP_NAME);
  return ping(address, 6379);
};

test('redis is found by its names, and its VIP answers again when its machine is halted', { timeout: 120_000 }, async () => {
  expect(await resolver.resolve4('leader.mesos')).toEqual(['127.0.65.90']);
  const app = {
    id: '/redis',
    cmd: 'redis-server --port $PORT0 --bind $HOST --save ""',
    cpus: 0.1,
    mem: 32,
    portDefinitions: [{ port: 0, protocol: 'tcp', name: 'redis', labels: { VIP_0: '/redis:6379' } }],
  };
  expect((await call('POST', '/marathon/v2/apps', app)).status).toBe(201);
  await vi.waitFor(async () => expect(await pingVip()).toBe('+PONG\r\n'), WITHIN);
  const [service] = await resolver.resolveSrv('_redis._tcp.marathon.mesos');
  const [host = ''] = await resolver.resolve4(service?.name ?? '');
  expect([host, await ping(host, service?.port ?? 0)]).toEqual(['127.0.65.111', '+PONG\r\n']);

  expect((await call('POST', '/machines/v1/machines', { name: 'a2' })).status).toBe(202);
  await vi.waitFor(async () => {
    const { machines } = await read<ClusterDescription>('/machines/v1/cluster');
    expect(machines.map(({ name, state }) => `${name} ${state}`)).toContain('a2 running');
  }, WITHIN);
  expect((await call('POST', '/machines/v1/halt', { machines: ['a1'] })).status).toBe(202);
  const halted = performance.now();
  const where = async () =>
    (await read<VipUsages>('/net/v1/usage')).vips[0]?.backends.filter(({ state }) => state === 'serving').map(({ ip }) => ip);
  await vi.waitFor(async () => expect([await where(), await pingVip()]).toEqual([['127.0.65.121'], '+PONG\r\n']), WITHIN);
  expect(performance.now() - halted).toBeLessThan(10_000);

  // the address of a name is the same in the next life of the cluster, and the task goes on in between
  const before = await resolver.resolve4(VIP_NAME);
  await server.stop();
  await expect(ping(before[0] ?? '', 6379)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await server.restart();
  const dns = readDnsAddress(server.stateDirectory);
  resolver.setServers([`${dns?.address}:${dns?.port}`]);
  await vi.waitFor(async () => expect(await pingVip()).toBe('+PONG\r\n'), WITHIN);
  expect(await resolver.resolve4(VIP_NAME)).toEqual(before);
});
