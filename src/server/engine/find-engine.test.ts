import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { silentLog } from '../../cluster/kernel/log.ts';
import { parseVersion, probeSocket } from './engine-probe.ts';
import { engineSockets } from './engine-sockets.ts';
import { findEngine } from './find-engine.ts';

let directory = '';
let server: Server | undefined;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'engine-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  server?.close();
  server = undefined;
  await rm(directory, { recursive: true, force: true });
});

async function listen(body: string): Promise<string> {
  const path = join(directory, 'docker.sock');
  server = createServer((_, response) => response.end(body)).listen(path);
  await once(server, 'listening');
  return path;
}
const find = () => findEngine({ stateDirectory: directory, mayInstall: false, mayStart: false, log: silentLog });

describe('with DOCKER_HOST', () => {
  it('takes the engine that it names, and does not stop what it did not start', async () => {
    const path = await listen('{"Version":"20.10.24"}');
    vi.stubEnv('DOCKER_HOST', `unix://${path}`);
    const engine = await find();
    expect(engine).toMatchObject({ kind: 'docker', version: '20.10.24', socket: `unix://${path}`, startedByUs: false });
    if (engine.kind === 'none') return;
    await engine.ready;
    await engine.stop();
    expect((await probeSocket(path)).version).toBe('20.10.24');
  });

  it.each(['unix:///no/such.sock', 'tcp://127.0.0.1:49'])('that names nothing (%s) takes no other engine in its place', async (host) => {
    vi.stubEnv('DOCKER_HOST', host);
    expect(await find()).toMatchObject({ kind: 'none', remedy: 'unset DOCKER_HOST', reason: expect.stringContaining(host) as string });
  });
});

describe('a probe', () => {
  it('knows Podman by its components', () => {
    expect(parseVersion('{"Version":"4.3.1","Components":[{"Name":"Podman Engine"}]}')).toEqual({ kind: 'podman', version: '4.3.1' });
  });

  it('is not deceived by something else that listens', async () => {
    await expect(probeSocket(await listen('<html>'))).rejects.toThrow(/no container engine/);
  });
});

it('sockets of the system come before those of the user, Docker before Podman', () => {
  const sockets = engineSockets('/home/u', '/run/user/1000');
  const order = [
    '/var/run/docker.sock',
    '/run/user/1000/docker.sock',
    '/home/u/.colima/default/docker.sock',
    '/run/podman/podman.sock',
    '/run/user/1000/podman/podman.sock',
  ];
  expect(sockets.filter((path) => order.includes(path))).toEqual(order);
  expect(engineSockets('/home/u', undefined).some((path) => path.startsWith('/run/user'))).toBe(false);
});
