import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAlive } from '../executors/process-group.ts';
import { probeSocket } from './engine-probe.ts';
import { daemonIsUp, daemonPlaces, runningDaemon, startDaemon, stopDaemon, type DaemonPlaces } from './private-daemon.ts';
import { fakeDockerd } from './testing/fake-dockerd.ts';

let state = '';
let places: DaemonPlaces;
let program: string | undefined;

beforeEach(async () => {
  state = await mkdtemp(join(tmpdir(), 'state-'));
  places = daemonPlaces(state);
});
afterEach(async () => {
  await rm(state, { recursive: true, force: true });
  if (program !== undefined) await rm(dirname(program), { recursive: true, force: true });
});

describe('a dockerd of ours', () => {
  it('comes up on its own socket, is known to a server that follows, and is stopped by it', async () => {
    program = await fakeDockerd();
    const identity = await startDaemon(program, places);
    await daemonIsUp(identity, places);
    expect(await probeSocket(places.socket)).toEqual({ kind: 'docker', version: '1.2.3' });
    const found = await runningDaemon(daemonPlaces(state));
    expect(found).toEqual(identity);
    await stopDaemon(identity, places);
    expect(await isAlive(identity)).toBe(false);
    expect(await runningDaemon(places)).toBeUndefined();
  });

  it('that does not come up says why, in its own last words', async () => {
    program = await fakeDockerd('time="2026" level=info msg="Starting up"\nfailed to start daemon: no space left on device');
    const identity = await startDaemon(program, places);
    await expect(daemonIsUp(identity, places)).rejects.toThrow(
      /did not come up: failed to start daemon: no space left on device\. Its whole log is .*dockerd\.log/,
    );
  });

  it('is not looked for in a process that only has its old pid', async () => {
    program = await fakeDockerd();
    const identity = await startDaemon(program, places);
    await stopDaemon(identity, places);
    await writeFile(places.record, JSON.stringify({ pid: process.pid, startTime: 'long ago' }));
    expect(await runningDaemon(places)).toBeUndefined();
  });
});

it('sockets stay short enough for the system, however deep the state directory is', () => {
  const deep = join('/', 'very-deep-directory'.repeat(3), 'x'.repeat(80));
  expect(daemonPlaces(deep).socket.length).toBeLessThan(100);
  expect(daemonPlaces(deep).socket).not.toBe(daemonPlaces(`${deep}y`).socket);
  expect(daemonPlaces('/var/lib/dcos').socket).toBe('/var/lib/dcos/engine/run/docker.sock');
});
