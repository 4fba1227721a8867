import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ClusterDescription } from '../api/machines/cluster.ts';
import type { ActionPreview } from '../api/machines/operations.ts';
import { isAlive, recordingCommand, startedTasks } from './testing/crash/started-tasks.ts';
import { jsonClient } from './testing/json-client.ts';
import { startLocalServer, type LocalServer } from './testing/local-server.ts';

/** The machines API on the real server: what is halted or destroyed really ends, also when the server is killed in the middle of it. */

const ROOT = path.resolve(import.meta.dirname, '../..');
const WITHIN = { timeout: 40_000, interval: 50 };
const directory = mkdtempSync(path.join(tmpdir(), 'dcos-local-machines-'));
const record = path.join(directory, 'started');
let server: LocalServer;

beforeAll(async () => {
  server = await startLocalServer(ROOT, ['--executor', 'process', '--no-auth']);
});
afterAll(async () => {
  await server?.dispose();
  rmSync(directory, { recursive: true, force: true });
});

const { call, read } = jsonClient(() => server);

const states = async (): Promise<string[]> =>
  (await read<ClusterDescription>('/machines/v1/cluster')).machines.map(({ name, state }) => `${name} ${state}`);
const alive = (): number => startedTasks(record).filter(isAlive).length;

test('halts, adds and destroys machines with their processes, whatever kills the server meanwhile', { timeout: 120_000 }, async () => {
  const app = { id: '/worker', cmd: recordingCommand(record), cpus: 0.1, mem: 32, instances: 2 };
  expect((await call('POST', '/marathon/v2/apps', app)).status).toBe(201);
  await vi.waitFor(() => expect(alive()).toBe(2), WITHIN);
  expect((await call('POST', '/machines/v1/machines', { name: 'a2' })).status).toBe(202);
  await vi.waitFor(async () => expect(await states()).toContain('a2 running'), WITHIN);
  const { tasks } = await read<ActionPreview>('/machines/v1/preview/halt?machine=a1');
  expect(tasks.map(({ name, fate }) => [name, fate])).toEqual(Array.from({ length: 2 }, () => ['worker', 'moves']));

  // the wish is stored with the answer; what of it was not done yet is done at the next start
  expect((await call('POST', '/machines/v1/halt', { machines: ['a1'] })).status).toBe(202);
  await server.kill9();
  await server.restart();
  expect(await states()).toEqual(['m1 running', 'a1 halted', 'p1 running', 'boot running', 'a2 running']);
  expect(alive()).toBe(0);

  expect((await call('POST', '/machines/v1/up', { machines: ['a1'] })).status).toBe(202);
  await vi.waitFor(() => expect(alive()).toBe(2), WITHIN);
  expect((await call('POST', '/machines/v1/destroy', { machines: ['a1', 'a2'] })).status).toBe(202);
  await server.kill9();
  await server.restart();
  expect(await states()).toEqual(['m1 running', 'a1 not created', 'p1 running', 'boot running']);
  expect(alive()).toBe(0);
  for (const name of ['a1', 'a2']) expect(existsSync(path.join(server.stateDirectory, 'work', name)), name).toBe(false);
});
