import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { MasterStateJson, SlaveJson } from '../api/mesos/state.ts';
import { freePort } from './testing/free-port.ts';
import { startLocalServer, type LocalServer } from './testing/local-server.ts';

/** What operators do to Mesos, on the real server: it holds over a crash. */

const ROOT = path.resolve(import.meta.dirname, '../..');
let server: LocalServer;
let exposedPort: number;
beforeAll(async () => {
  exposedPort = await freePort();
  server = await startLocalServer(ROOT, ['--executor', 'process', '--expose', String(exposedPort)]);
});
afterAll(() => server.dispose());

const ask = (at: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${server.origin()}${at}`, {
    ...init,
    headers: { authorization: `token=${server.token}`, 'content-type': 'application/json', accept: 'application/json' },
  });
const get = async <T>(at: string): Promise<T> => (await (await ask(at)).json()) as T;
const call = async (type: string, part: unknown): Promise<number> =>
  (await ask('/mesos/api/v1', { method: 'POST', body: JSON.stringify({ type, [type.toLowerCase()]: part }) })).status;

type Agent = SlaveJson & { reserved_resources_full: Record<string, unknown[]> };
const agents = async (): Promise<Map<string, Agent>> => {
  const { slaves } = await get<{ slaves: Agent[] }>('/mesos/slaves');
  return new Map(slaves.map((slave) => [slave.attributes['public_ip'] === 'true' ? 'p1' : 'a1', slave]));
};

test('reservations, volumes, quota, maintenance and deactivated agents are there again after kill -9', async () => {
  const before = await agents();
  const agent_id = { value: before.get('a1')?.id };
  const reservations = [{ type: 'DYNAMIC', role: 'dev', labels: { labels: [{ key: 'for', value: 'db' }] } }];
  const disk = { name: 'disk', type: 'SCALAR', scalar: { value: 64 }, reservations };
  const volume = { ...disk, disk: { persistence: { id: 'db' }, volume: { container_path: 'data', mode: 'RW' } } };
  const machines = [{ ip: '192.168.65.111' }];
  const schedule = { windows: [{ machine_ids: machines, unavailability: { start: { nanoseconds: 1.9e18 } } }] };
  expect(await call('RESERVE_RESOURCES', { agent_id, resources: [disk] })).toBe(202);
  expect(await call('CREATE_VOLUMES', { agent_id, volumes: [volume] })).toBe(202);
  expect(await call('UPDATE_QUOTA', { quota_configs: [{ role: 'dev', limits: { cpus: { value: 1 } } }] })).toBe(200);
  expect(await call('UPDATE_MAINTENANCE_SCHEDULE', { schedule })).toBe(200);
  expect(await call('DEACTIVATE_AGENT', { agent_id: { value: before.get('p1')?.id } })).toBe(200);

  await server.kill9();
  await server.restart();

  const after = await agents();
  expect(after.get('a1')?.id).toBe(before.get('a1')?.id);
  expect(after.get('a1')?.reserved_resources_full).toMatchObject({ dev: [{ role: 'dev', reservation: {}, disk: volume.disk }] });
  expect(after.get('p1')).toMatchObject({ active: false, deactivated: true });
  expect(await get('/mesos/maintenance/schedule')).toEqual(schedule);
  const { roles } = await get<{ roles: { name: string; quota: { limit: unknown } }[] }>('/mesos/roles');
  expect(roles.find(({ name }) => name === 'dev')?.quota.limit).toEqual({ cpus: 1 });
});

test('what a process uses is measured', async () => {
  const app = { id: '/busy', cmd: 'while :; do :; done', cpus: 0.1, mem: 16, instances: 1 };
  expect((await ask('/service/marathon/v2/apps', { method: 'POST', body: JSON.stringify(app) })).status).toBe(201);
  const id = (await agents()).get('a1')?.id ?? '';
  interface Entry {
    statistics: Record<string, number>;
  }
  const used = await vi.waitFor(async () => {
    const [entry] = await get<Entry[]>(`/agent/${id}/monitor/statistics`);
    expect(entry?.statistics['cpus_user_time_secs']).toBeGreaterThan(0.05);
    return entry?.statistics ?? {};
  }, 30_000);
  expect(used).toMatchObject({ cpus_limit: 0.2, mem_limit_bytes: 48 * 1024 * 1024 });
  expect(used['mem_rss_bytes']).toBeGreaterThan(100_000);
});

test('exposed, the master says where it and the agents are, and they answer there as their web UI asks', async () => {
  const master = process.platform === 'linux' ? '127.0.65.90' : '127.0.0.1';
  const { leader_info, slaves } = (await (await fetch(`http://${master}:${exposedPort}/master/state`)).json()) as MasterStateJson;
  const leader = await fetch(`http://${leader_info.hostname}:${leader_info.port}/metrics/snapshot?jsonp=angular.callbacks._0`);
  expect([leader.headers.get('content-type'), await leader.text()]).toEqual([
    'text/javascript',
    expect.stringMatching(/^angular\.callbacks\._0\(\{.*\}\)$/),
  ]);
  for (const { id, hostname, pid } of slaves) {
    const [name, port] = [pid.split('@')[0], pid.split(':').at(-1)];
    const agent = await fetch(`http://${hostname}:${port}/${name}/state`);
    expect(await agent.json()).toMatchObject({ id });
  }
  const foreign = { origin: 'http://evil.example' };
  const torn = await fetch(`http://${master}:${exposedPort}/teardown`, { method: 'POST', body: 'frameworkId=x', headers: foreign });
  expect(torn.status).toBe(403);
});
