import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ClusterDescription } from '../api/machines/cluster.ts';
import type { MasterStateJson } from '../api/mesos/state.ts';
import { jsonClient } from './testing/json-client.ts';
import { startLocalServer, type LocalServer } from './testing/local-server.ts';

/** Three masters of a VagrantConfig.yaml on the real server: whoever goes, another one leads. */

const ROOT = path.resolve(import.meta.dirname, '../..');
const WITHIN = { timeout: 20_000, interval: 20 };
const MACHINES = `
m1: {ip: 192.168.65.90, cpus: 1, memory: 1024, type: master}
m2: {ip: 192.168.65.95, cpus: 1, memory: 1024, type: master}
m3: {ip: 192.168.65.101, cpus: 1, memory: 1024, type: master}
a1: {ip: 192.168.65.111, cpus: 4, memory: 4096, memory-reserved: 512, type: agent-private}
`;
/** Of Mesos' masters, on their own addresses. */
const EXPOSED = 27_050;
const directory = mkdtempSync(path.join(tmpdir(), 'dcos-local-masters-'));
let server: LocalServer;

beforeAll(async () => {
  const config = path.join(directory, 'VagrantConfig.yaml');
  writeFileSync(config, MACHINES);
  server = await startLocalServer(ROOT, ['--config', config, '--executor', 'process', '--no-auth', '--expose', String(EXPOSED)]);
});
afterAll(async () => {
  await server?.dispose();
  rmSync(directory, { recursive: true, force: true });
});

const { call, read } = jsonClient(() => server);

const cluster = (): Promise<ClusterDescription> => read('/machines/v1/cluster');
const leading = async (): Promise<string | undefined> => (await cluster()).machines.find(({ leads }) => leads?.includes('mesos'))?.name;

/** Ids of the tasks that run, once agents and Marathon are back. */
async function running(): Promise<string[]> {
  const { frameworks } = await read<MasterStateJson>('/mesos/state');
  const marathon = frameworks.find(({ name, active }) => name === 'marathon' && active);
  if (!marathon) throw new Error('Marathon is not subscribed.');
  return marathon.tasks.flatMap(({ id, state }) => (state === 'TASK_RUNNING' ? [id] : [])).sort();
}

test('a master that does not lead sends to the one that does', async () => {
  const leader = (await cluster()).machines.find(({ leads }) => leads?.includes('mesos'));
  const follower = (await cluster()).machines.find(({ type, name }) => type === 'master' && name !== leader?.name);
  const answer = await fetch(`http://${follower?.address}:${EXPOSED}/master/state`, { redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([307, `//${leader?.address}:${EXPOSED}/master/state`]);
  const state = (await (await fetch(`http://${follower?.address}:${EXPOSED}/master/state`)).json()) as MasterStateJson;
  expect(state.hostname).toBe(leader?.address);
});

test('another master leads within 3 s when the leading machine is halted, and tasks go on', { timeout: 90_000 }, async () => {
  expect((await call('POST', '/marathon/v2/apps', { id: '/sleep', cmd: 'sleep 1000', cpus: 0.1, mem: 16, instances: 3 })).status).toBe(201);
  await vi.waitFor(async () => expect(await running()).toHaveLength(3), WITHIN);
  const before = await running();
  const first = await leading();
  expect(await cluster()).toMatchObject({ quorum: { masters: 3, up: 3, needed: 2 } });

  const begun = performance.now();
  expect((await call('POST', '/machines/v1/halt', { machines: [first] })).status).toBe(202);
  await vi.waitFor(async () => expect(await running()).toEqual(before), WITHIN);
  expect(performance.now() - begun).toBeLessThan(3000);
  expect(await leading()).not.toBe(first);
  expect((await call('PUT', '/marathon/v2/apps/sleep', { instances: 4 })).status).toBe(200);
  await vi.waitFor(async () => expect(await running()).toHaveLength(4), WITHIN);
});
