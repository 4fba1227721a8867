import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findServer } from '../command/server-api.ts';
import { startLocalServer, type LocalServer } from '../testing/local-server.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
let server: LocalServer;
beforeAll(async () => {
  server = await startLocalServer(ROOT, ['--executor', 'simulated', '--tls']);
}, 60_000);
afterAll(() => server.dispose(), 60_000);

test('a server that made its own certificate says https, and the commands of its state directory reach it', async () => {
  expect(server.url()).toMatch(/^https:\/\//);
  await expect(fetch(`http://127.0.0.1:${new URL(server.url()).port}/health`)).rejects.toThrow();
  const api = await findServer(server.stateDirectory);
  expect((await api?.cluster())?.machines.map(({ name }) => name)).toContain('m1');
});
