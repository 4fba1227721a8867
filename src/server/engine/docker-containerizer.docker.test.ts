import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Containerizer, ContainerSpec } from '../../cluster/executor/containerizer.ts';
import { realClock } from '../../cluster/kernel/clock.ts';
import { createKernel } from '../../cluster/kernel/kernel.ts';
import { silentLog } from '../../cluster/kernel/log.ts';
import { systemRandom } from '../../cluster/kernel/random.ts';
import { memoryStore } from '../../cluster/kernel/store.ts';
import { createSandboxDirectories } from '../executors/sandbox-directories.ts';
import { containerSpec } from '../executors/testing/container-spec.ts';
import { watchRun, type WatchedRun } from '../executors/testing/watched-run.ts';
import { ensureImage } from '../images/ensure-image.ts';
import { createDockerContainerizer } from './docker-containerizer.ts';
import { testEngine } from './testing/test-engine.ts';

const found = await testEngine();
if ('reason' in found) console.warn(`Tests with real containers are left out: ${found.reason}.`);

describe.skipIf('reason' in found)('with a real engine', () => {
  if ('reason' in found) return;
  const { engine } = found;
  const { docker } = engine;
  const files = createSandboxDirectories();
  const cluster = `test-${process.pid}`;
  const newContainerizer = (): Containerizer =>
    createDockerContainerizer(
      createKernel({ clock: realClock(), random: systemRandom(), store: memoryStore(), log: silentLog }),
      engine,
      files,
      { cluster },
    );
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

  async function launch(value: string | undefined, more: Partial<ContainerSpec> = {}): Promise<WatchedRun> {
    const spec = containerSpec(join(base, 'runs:with a colon'), {
      ...(value !== undefined && { command: { value } }),
      docker: { image: 'busybox', network: 'BRIDGE' },
      environment: { MARATHON_APP_ID: '/test' },
      ...more,
    });
    await files.createSandbox(spec.sandbox);
    return watchRun(spec, (report) => containerizer.launch(spec, report));
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

  describe('after a restart of the server', () => {
    const recover = (run: WatchedRun): WatchedRun => watchRun(run.spec, (report) => newContainerizer().recover(run.spec, {}, report));

    it('a running container is found again and its output goes on without loss or repetition', async () => {
      const script =
        'for i in $(seq 1 2000); do echo "$i"; done; while [ ! -e /mnt/mesos/sandbox/go ]; do sleep 0.02; done; echo end; exit 5';
      const first = await launch(script);
      const { pid } = await first.running;
      await expect.poll(() => output(first)).toContain('\n2000\n');
      const again = recover(first);
      expect((await again.running).pid).toBe(pid);
      await writeFile(join(first.spec.sandbox, 'go'), '');
      expect(await again.ended).toEqual({ state: 'TASK_FAILED', message: 'Container exited with status 5' });
      await first.ended;
    });

    it('a container that nobody knows any more is a failed task', async () => {
      const spec = containerSpec(join(base, 'runs'), { docker: { image: 'busybox' } });
      await files.createSandbox(spec.sandbox);
      const gone = watchRun(spec, (report) => newContainerizer().recover(spec, {}, report));
      expect(await gone.ended).toMatchObject({ state: 'TASK_FAILED', message: 'The container was removed while the server was stopped' });
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
