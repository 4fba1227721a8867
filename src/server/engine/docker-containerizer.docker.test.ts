import Dockerode from 'dockerode';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Checkpoint, Containerizer, ContainerSpec } from '../../cluster/executor/containerizer.ts';
import { silentLog } from '../../cluster/kernel/log.ts';
import { createSandboxDirectories } from '../executors/sandbox-directories.ts';
import { containerSpec } from '../executors/testing/container-spec.ts';
import { launchInChild } from '../executors/testing/launch-in-child.ts';
import { testKernel } from '../executors/testing/test-kernel.ts';
import { watchRun, type WatchedRun } from '../executors/testing/watched-run.ts';
import { ensureImage } from '../images/ensure-image.ts';
import { engineLine } from './testing/engine-line.ts';
import { createDockerContainerizer } from './docker-containerizer.ts';
import { testEngine } from './testing/test-engine.ts';

const found = await testEngine();
if ('reason' in found) console.warn(`Tests with real containers are left out: ${found.reason}.`);

describe.skipIf('reason' in found)('with a real engine', () => {
  if ('reason' in found) return;
  const { engine } = found;
  const { docker } = engine;
  const files = createSandboxDirectories(tmpdir());
  const cluster = `test-${process.pid}`;
  const newContainerizer = (): Containerizer => createDockerContainerizer(testKernel(), engine, files, { cluster });
  const containerizer = newContainerizer();
  let base = '';

  beforeAll(async () => {
    base = await mkdtemp(join(tmpdir(), 'docker-'));
    await ensureImage(docker, 'busybox', { log: silentLog, mayInstall: false });
  });
  afterAll(async () => {
    const left = await docker.listContainers({ all: true, filters: { label: [`dcos.cluster=${cluster}`] } });
    await Promise.all(left.map(({ Id }) => docker.getContainer(Id).remove({ force: true })));
    await rm(base, { recursive: true, force: true });
  });

  async function prepare(value: string | undefined, more: Partial<ContainerSpec> = {}): Promise<ContainerSpec> {
    // Chronos' task ids have colons, and are part of the sandbox's path.
    const spec = containerSpec(join(base, 'runs:with colons:'), {
      ...(value !== undefined && { command: { value } }),
      docker: { image: 'busybox', network: 'BRIDGE' },
      environment: { MARATHON_APP_ID: '/test' },
      ...more,
    });
    await files.createSandbox(spec.sandbox);
    return spec;
  }
  async function launch(value: string | undefined, more: Partial<ContainerSpec> = {}, by = containerizer): Promise<WatchedRun> {
    const spec = await prepare(value, more);
    return watchRun(spec, (report) => by.launch(spec, report));
  }
  const output = (run: WatchedRun, file = 'stdout'): Promise<string> => readFile(join(run.spec.sandbox, file), 'utf8');
  const names = async (run: WatchedRun): Promise<string[]> =>
    (await docker.listContainers({ all: true, filters: { name: [`mesos-${run.spec.containerId}`] } })).flatMap(({ Names }) => Names);

  it('runs a command to its end; its output is in the sandbox and the container is gone', async () => {
    const run = await launch('echo out; echo err >&2; echo $MESOS_SANDBOX; pwd; touch /mnt/mesos/sandbox/made');
    expect(await run.ended).toEqual({ state: 'TASK_FINISHED', message: 'Container exited with status 0' });
    expect(await output(run)).toBe('out\n/mnt/mesos/sandbox\n/\n');
    expect(await output(run, 'stderr')).toBe('err\n');
    expect(await output(run, 'made')).toBe('');
    await expect.poll(() => names(run)).toEqual([]);
  });

  it('is labelled so that people and cleaners know whose it is', async () => {
    const run = await launch('sleep 1000');
    await run.running;
    const { Config, HostConfig } = await docker.getContainer(`mesos-${run.spec.containerId}`).inspect();
    expect(Config.Labels).toMatchObject({
      'dcos.machine': 'a1',
      'dcos.task-id': run.spec.taskId,
      'dcos.framework': 'marathon',
      'dcos.app-id': '/test',
      'dcos.cluster': cluster,
    });
    expect(HostConfig).toMatchObject({ Memory: 32 * 1024 * 1024, CpuShares: 102 });
    expect(await containerizer.exec(run.spec.containerId, { value: 'test "$MARATHON_APP_ID" = /test' }, 10_000)).toBe(0);
    expect(await containerizer.exec(run.spec.containerId, { value: 'exit 3' }, 10_000)).toBe(3);
    expect(await containerizer.exec(run.spec.containerId, { value: 'sleep 1000' }, 50)).toBe(124);
    expect((await containerizer.usage(run.spec.containerId))?.memRssBytes).toBeGreaterThan(0);
    containerizer.kill(run.spec.containerId, 0);
    expect((await run.ended).state).toBe('TASK_KILLED');
  });

  it('says with which status a container failed', async () => {
    expect(await (await launch('exit 3')).ended).toEqual({ state: 'TASK_FAILED', message: 'Container exited with status 3' });
  });

  it('publishes ports on the address of the machine only', async () => {
    const run = await launch('while :; do echo hello | nc -l -p 7000; done', {
      machine: { name: 'a1', ip: '192.168.65.111', address: '127.0.65.111' },
      docker: { image: 'busybox', network: 'BRIDGE', port_mappings: [{ container_port: 7000, host_port: 31_907 }] },
    });
    expect((await run.running).ipAddress).toMatch(/^\d+\./);
    await expect.poll(() => received('127.0.65.111', 31_907)).toBe('hello\n');
    expect(await received('127.0.0.1', 31_907)).toBe('');
    containerizer.kill(run.spec.containerId, 0);
    await run.ended;
  });

  it('gives the containers of a group one network, which stays until the last has ended', async () => {
    const machine = { name: 'a1', ip: '192.168.65.111', address: '127.0.65.111' };
    const id = randomUUID();
    const port_mappings = [
      { container_port: 7000, host_port: 31_908 },
      { container_port: 7001, host_port: 31_909 },
    ];
    const inGroup = { machine, docker: { image: 'busybox' }, sharedNetwork: { id, network: 'BRIDGE' as const, port_mappings } };
    const serve = (port: number): string => `while :; do echo ${port} | nc -l -p ${port}; done`;
    const [one, two] = await Promise.all([launch(serve(7000), inGroup), launch(serve(7001), inGroup)]);
    const addresses = [(await one.running).ipAddress, (await two.running).ipAddress];
    expect(addresses[0]).toMatch(/^\d+\./);
    expect(addresses[1]).toBe(addresses[0]);
    await expect.poll(() => received('127.0.65.111', 31_908)).toBe('7000\n');
    // what another one listens on is at the own address
    expect(await containerizer.exec(two.spec.containerId, { value: 'nc 127.0.0.1 7000 | grep -q 7000' }, 5000)).toBe(0);
    containerizer.kill(one.spec.containerId, 0);
    await one.ended;
    await expect.poll(() => received('127.0.65.111', 31_909)).toBe('7001\n');
    containerizer.kill(two.spec.containerId, 0);
    await two.ended;
    await expect.poll(() => docker.listContainers({ all: true, filters: { name: [`mesos-${id}`] } })).toEqual([]);
  });

  it('sends SIGTERM and lets the container end in its own way', async () => {
    const run = await launch('trap "echo bye; exit 0" TERM; touch /mnt/mesos/sandbox/ready; while :; do sleep 0.05; done');
    await run.file('ready');
    containerizer.kill(run.spec.containerId, 10_000);
    expect(await run.ended).toEqual({ state: 'TASK_KILLED', message: 'Container exited with status 0' });
    expect(await output(run)).toBe('bye\n');
  });

  it('tells that a container needed too much memory', async () => {
    const run = await launch('head -c 200m /dev/zero | tail');
    expect(await run.ended).toMatchObject({ state: 'TASK_FAILED', reason: 'REASON_CONTAINER_LIMITATION_MEMORY' });
  });

  it('fails a task whose image is not to be had, and says what to check', async () => {
    const run = await launch(undefined, { docker: { image: '127.0.0.1:9/no/such:none' } });
    const outcome = await run.ended;
    expect(outcome).toMatchObject({ state: 'TASK_FAILED', reason: 'REASON_CONTAINER_LAUNCH_FAILED' });
    expect(outcome.message).toMatch(
      /^Failed to launch container: the image 127\.0\.0\.1:9\/no\/such:none could not be pulled: .*Check its name/,
    );
    expect(run.updates[0]).toEqual({ type: 'preparing', message: 'Pulling image 127.0.0.1:9/no/such:none' });
    expect(await output(run, 'stderr')).toContain('Pulling image');
  });

  it.each([
    [{ docker: { image: 'busybox', parameters: [{ key: 'nonsense', value: '1' }] } }, /parameter 'nonsense' is not supported/],
    [{ command: { shell: false, value: '/no/such/program' } }, /no such file or directory/],
  ])('fails a task that cannot be started: %j', async (more, message) => {
    const run = await launch(undefined, more);
    const outcome = await run.ended;
    expect(outcome.message).toMatch(message);
    await expect.poll(() => names(run)).toEqual([]);
  });

  describe('while the engine is away', () => {
    it('tasks are not failed, and their output and end are there once it is back; a launch says what to do', async () => {
      const socketPath = join(base, 'engine.sock');
      const line = engineLine(socketPath, engine.socket.replace('unix://', ''));
      await line.join();
      const away = new Dockerode({ socketPath });
      const byLine = createDockerContainerizer(
        testKernel(),
        { docker: away, socket: `unix://${socketPath}`, ready: Promise.resolve(), isStopping: () => false },
        files,
        { cluster },
      );
      const run = await launch('echo before; while [ ! -e /mnt/mesos/sandbox/go ]; do sleep 0.02; done; echo after', {}, byLine);
      await run.running;
      await expect.poll(() => output(run)).toBe('before\n');
      await line.cut();
      const refused = await (await launch('true', {}, byLine)).ended;
      expect(refused.message).toMatch(
        /^Failed to launch container: the container engine at unix:.* cannot be reached .*systemctl start docker/,
      );
      await writeFile(join(run.spec.sandbox, 'go'), '');
      await line.join();
      expect(await run.ended).toEqual({ state: 'TASK_FINISHED', message: 'Container exited with status 0' });
      expect(await output(run)).toBe('before\nafter\n');
      await expect.poll(() => names(run)).toEqual([]);
      await line.cut();
    });

    it('an engine that never comes up fails what is launched, with its reason', async () => {
      const ready = Promise.reject(new Error('dockerd did not come up: no space left'));
      const stillborn = createDockerContainerizer(
        testKernel(),
        { docker, socket: 'unix:///nowhere', ready, isStopping: () => false },
        files,
        { cluster },
      );
      expect((await (await launch('true', {}, stillborn)).ended).message).toBe(
        'Failed to launch container: dockerd did not come up: no space left',
      );
    });
  });

  describe('after a restart of the server', () => {
    it('that was killed, a running container is found again and its output goes on without loss or repetition', async () => {
      const value = 'i=0; while [ ! -e /mnt/mesos/sandbox/go ]; do i=$((i+1)); echo $i; done; echo end; exit 5';
      const spec = await prepare(value);
      const server = launchInChild('docker', spec, cluster);
      const running = await server.update('running');
      await expect.poll(() => readFile(join(spec.sandbox, 'stdout'), 'utf8').catch(() => '')).toContain('\n500\n');
      await server.die();
      const again = watchRun(spec, (report) => newContainerizer().recover(spec, {}, report));
      expect(await again.running).toEqual(running);
      await writeFile(join(spec.sandbox, 'go'), '');
      expect(await again.ended).toEqual({ state: 'TASK_FAILED', message: 'Container exited with status 5' });
      const lines = (await output(again)).trimEnd().split('\n');
      const expected = lines.slice(0, -1).map((_, index) => String(index + 1));
      expect(lines).toEqual([...expected, 'end']);
    });

    it('a container that nobody knows any more is a failed task', async () => {
      const spec = containerSpec(join(base, 'runs'), { docker: { image: 'busybox' } });
      await files.createSandbox(spec.sandbox);
      const recovered = (checkpoint: Checkpoint): WatchedRun =>
        watchRun(spec, (report) => newContainerizer().recover(spec, checkpoint, report));
      expect(await recovered({ name: 'x' }).ended).toEqual({
        state: 'TASK_FAILED',
        message: 'The container was removed while the server was stopped',
      });
      expect(await recovered({}).ended).toMatchObject({ message: 'The server was stopped before the container was started' });
    });
  });
});

/** What a server sends before it closes; empty when nobody listens. */
function received(address: string, port: number): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(port, address, () => socket.on('data', (chunk) => (text += chunk.toString())));
    socket.once('close', () => resolve(text)).once('error', () => resolve(''));
  });
}
