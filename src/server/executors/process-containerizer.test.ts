import { once } from 'node:events';
import { chmod, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFileSync, spawn } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandInfo } from '../../api/mesos/task.ts';
import type { Checkpoint, Containerizer, ContainerOutcome, ContainerSpec } from '../../cluster/executor/containerizer.ts';
import { processStartTime } from './process-table.ts';
import { createProcessContainerizer } from './process-containerizer.ts';
import { createSandboxDirectories } from './sandbox-directories.ts';
import { containerSpec } from './testing/container-spec.ts';
import { launchInChild } from './testing/launch-in-child.ts';
import { testKernel } from './testing/test-kernel.ts';
import { fileAppears, watchRun, type WatchedRun } from './testing/watched-run.ts';

const files = createSandboxDirectories(tmpdir());
const newContainerizer = (): Containerizer => createProcessContainerizer(testKernel(), files);

let base = '';
let containerizer: Containerizer;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'process-'));
  containerizer = newContainerizer();
});
afterEach(() => rm(base, { recursive: true, force: true }));

async function prepare(command: CommandInfo, more: Partial<ContainerSpec> = {}): Promise<ContainerSpec> {
  const spec = containerSpec(join(base, 'runs'), { command, ...more });
  await files.createSandbox(spec.sandbox);
  return spec;
}

async function launch(command: CommandInfo, more: Partial<ContainerSpec> = {}): Promise<WatchedRun> {
  const spec = await prepare(command, more);
  return watchRun(spec, (report) => containerizer.launch(spec, report));
}

const run = async (value: string, more: Partial<ContainerSpec> = {}): Promise<WatchedRun> => launch({ value }, more);
const output = (task: WatchedRun, file: string): Promise<string> => readFile(join(task.spec.sandbox, file), 'utf8');

describe('a command', () => {
  it('runs in its sandbox and finishes; its stdout holds nothing else', async () => {
    const task = await run('echo to stdout; echo to stderr >&2; pwd; ls -a');
    expect(await task.ended).toEqual({ state: 'TASK_FINISHED', message: 'Command exited with status 0' });
    expect(task.updates.map(({ type }) => type)).toEqual(['running', 'ended']);
    expect(await output(task, 'stdout')).toBe(`to stdout\n${task.spec.sandbox}\n.\n..\nstderr\nstdout\n`);
    expect(await output(task, 'stderr')).toContain('to stderr\n');
  });

  it.each<[string, ContainerOutcome]>([
    ['exit 3', { state: 'TASK_FAILED', message: 'Command exited with status 3' }],
    ['kill -9 $$', { state: 'TASK_FAILED', message: 'Command terminated with signal Killed' }],
    ['exec /no/such/program', { state: 'TASK_FAILED', message: 'Command exited with status 127' }],
  ])('%s is a failure that says why', async (value, outcome) => {
    expect(await (await run(value)).ended).toEqual(outcome);
  });

  it('without a shell gets its arguments as they are', async () => {
    const task = await launch({ shell: false, value: '/bin/echo', arguments: ['echo', '$HOME', 'a  b'] });
    await task.ended;
    expect(await output(task, 'stdout')).toBe('$HOME a  b\n');
  });

  it('finds its own environment, a search path with node on it, and nothing else of the server', async () => {
    process.env.SERVER_SECRET = 'x';
    const task = await run('echo "$GREETING/$SERVER_SECRET/$HOME"; command -v node >/dev/null && echo node', {
      environment: { GREETING: 'hello world' },
    });
    await task.ended;
    delete process.env.SERVER_SECRET;
    expect(await output(task, 'stdout')).toBe(`hello world//${task.spec.sandbox}\nnode\n`);
  });

  it('can be interrupted, since no signal is ignored that a login shell would not ignore', async () => {
    expect(await (await run('trap "exit 7" INT; kill -INT $$; exit 0')).ended).toMatchObject({ message: 'Command exited with status 7' });
  });

  it('that is over at once ends well, of many at the same time each', async () => {
    const outcomes = await Promise.all(Array.from({ length: 40 }, async () => (await run('exit 0')).ended));
    expect(new Set(outcomes.map(({ message }) => message))).toEqual(new Set(['Command exited with status 0']));
  });

  it('that is nothing fails', async () => {
    expect(await (await launch({ shell: false })).ended).toMatchObject({ state: 'TASK_FAILED', reason: 'REASON_CONTAINER_LAUNCH_FAILED' });
  });

  it.runIf(process.getuid?.() === 0)('runs as the user it names, in a sandbox and with volumes of theirs', async () => {
    const volume = await mkdtemp(join(tmpdir(), 'volume-'));
    await chmod(volume, 0o755);
    const task = await launch({ value: `id -un; touch made ${volume}/made`, user: 'nobody' }, { persistentVolumes: [volume] });
    expect(await task.ended).toMatchObject({ state: 'TASK_FINISHED' });
    expect(await output(task, 'stdout')).toBe('nobody\n');
    await rm(volume, { recursive: true });
    expect(await (await launch({ value: 'id', user: 'no-such-user' })).ended).toMatchObject({
      message: 'Failed to launch the command: this machine has no user no-such-user',
    });
  });
});

describe('kill', () => {
  it('ends the whole group with SIGTERM', async () => {
    const task = await run('sleep 1000 & echo $! > child; wait');
    await task.running;
    await task.file('child');
    containerizer.kill(task.spec.containerId, 10_000);
    expect(await task.ended).toEqual({ state: 'TASK_KILLED', message: 'Command terminated with signal Terminated' });
    expect(await processStartTime(Number(await output(task, 'child')))).toBeUndefined();
  });

  it('ends with SIGKILL what does not listen, after the grace', async () => {
    const task = await run('trap "" TERM; touch ready; while :; do sleep 0.05; done');
    await task.file('ready');
    containerizer.kill(task.spec.containerId, 50);
    expect(await task.ended).toEqual({ state: 'TASK_KILLED', message: 'Command terminated with signal Killed' });
  });

  it('is a kill even when the command ends in good order', async () => {
    const task = await run('trap "exit 0" TERM; touch ready; while :; do sleep 0.05; done');
    await task.file('ready');
    containerizer.kill(task.spec.containerId, 10_000);
    expect(await task.ended).toEqual({ state: 'TASK_KILLED', message: 'Command exited with status 0' });
  });

  it('leaves nothing running that the command put in the background', async () => {
    const task = await run('sleep 1000 & echo $! > child');
    expect(await task.ended).toMatchObject({ state: 'TASK_FINISHED' });
    expect(await processStartTime(Number(await output(task, 'child')))).toBeUndefined();
  });
});

describe('after a restart of the server', () => {
  const recover = (spec: ContainerSpec, checkpoint: Checkpoint): WatchedRun =>
    watchRun(spec, (report) => newContainerizer().recover(spec, checkpoint, report));

  it('that was killed, a running command is found again, its output and its end are there', async () => {
    const spec = await prepare({ value: 'echo before; while [ ! -e go ]; do sleep 0.02; done; echo after; exit 5' });
    const server = launchInChild('process', spec);
    const running = await server.update('running');
    await server.die();
    const again = recover(spec, {});
    expect(await again.running).toEqual(running);
    await writeFile(join(spec.sandbox, 'go'), '');
    expect(await again.ended).toEqual({ state: 'TASK_FAILED', message: 'Command exited with status 5' });
    expect(await output(again, 'stdout')).toBe('before\nafter\n');
  });

  it('a command that ended while there was no server has its outcome all the same', async () => {
    const spec = await prepare({ value: 'while [ ! -e go ]; do sleep 0.02; done; touch done; exit 6' });
    const server = launchInChild('process', spec);
    await server.update('running');
    await server.die();
    await writeFile(join(spec.sandbox, 'go'), '');
    await fileAppears(spec.sandbox, 'done');
    expect(await recover(spec, {}).ended).toEqual({ state: 'TASK_FAILED', message: 'Command exited with status 6' });
  });

  it('a kill that was under way is carried on', async () => {
    const spec = await prepare({
      value: 'trap "" TERM; touch ready; while [ ! -e go ]; do sleep 0.02; done; trap - TERM; touch listens; sleep 1000',
    });
    const server = launchInChild('process', spec);
    await server.update('running');
    await fileAppears(spec.sandbox, 'ready');
    await server.kill();
    await server.die();
    await writeFile(join(spec.sandbox, 'go'), '');
    await fileAppears(spec.sandbox, 'listens');
    expect(await recover(spec, {}).ended).toEqual({ state: 'TASK_KILLED', message: 'Command terminated with signal Terminated' });
  });

  it('the end of a command that ended meanwhile is known', async () => {
    const first = await run('exit 3');
    const { checkpoint } = await first.running;
    await first.ended;
    const again = recover(first.spec, checkpoint);
    expect(await again.ended).toEqual({ state: 'TASK_FAILED', message: 'Command exited with status 3' });
    expect(again.updates.map(({ type }) => type)).toEqual(['ended']);
  });

  it('another process with the same pid is not taken for the command', async () => {
    const spec = await prepare({ value: 'sleep 1000' });
    const stranger = spawn('sleep', ['1000'], { detached: true });
    const again = recover(spec, { pid: stranger.pid ?? 0, startTime: '1' });
    expect(await again.ended).toMatchObject({ state: 'TASK_FAILED' });
    expect(stranger.exitCode).toBeNull();
    stranger.kill();
    expect((await once(stranger, 'exit'))[1]).toBe('SIGTERM');
  });

  it('nothing is left on disk once it is removed', async () => {
    const task = await run('true');
    const { checkpoint } = await task.running;
    await task.ended;
    containerizer.remove(task.spec.containerId, checkpoint);
    await expect.poll(() => readdir(join(base, 'runs')).then((names) => names.sort())).toEqual([task.spec.containerId, 'latest'].sort());
  });
});

describe('artifacts', () => {
  it('are fetched, unpacked and made executable before the command starts', async () => {
    await writeFile(join(base, 'inside.txt'), 'unpacked');
    execFileSync('tar', ['-C', base, '-czf', join(base, 'pack.tar.gz'), 'inside.txt']);
    const server = createServer((_, response) => response.end('#!/bin/sh\necho from afar\n')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const uris = [
      { value: `file://${base}/pack.tar.gz` },
      { value: `http://127.0.0.1:${port}/tools/hello?x=1`, executable: true },
      { value: join(base, 'inside.txt'), output_file: 'renamed' },
    ];
    const task = await launch({ value: 'cat inside.txt renamed; ./hello', uris });
    expect(await task.ended).toMatchObject({ state: 'TASK_FINISHED' });
    server.close();
    expect(await output(task, 'stdout')).toBe('unpackedunpackedfrom afar\n');
  });

  it.each([
    ['file:///no/such/file', /ENOENT/],
    ['hdfs://name/x', /only http:, https: and file:/],
    ['http://127.0.0.1:49/x', /ECONNREFUSED/],
  ])('%s that cannot be fetched fails the task and says why', async (value, message) => {
    const outcome = await (await launch({ value: 'true', uris: [{ value }] })).ended;
    expect(outcome).toMatchObject({ state: 'TASK_FAILED', reason: 'REASON_CONTAINER_LAUNCH_FAILED' });
    expect(outcome.message).toMatch(message);
    expect(outcome.message).toContain(`Failed to fetch '${value}'`);
  });

  it('never leave the sandbox', async () => {
    await writeFile(join(base, 'x'), '');
    const outcome = await (await launch({ value: 'true', uris: [{ value: join(base, 'x'), output_file: '../../x' }] })).ended;
    expect(outcome.message).toContain('outside the sandbox');
  });
});

it('usage counts all processes of the command', async () => {
  const task = await run('i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done; touch busy; sleep 1000');
  await task.file('busy');
  const usage = await containerizer.usage(task.spec.containerId);
  expect(usage?.cpusUserTimeSecs).toBeGreaterThan(0);
  expect(usage?.memRssBytes).toBeGreaterThan(500_000);
  expect(usage?.memLimitBytes).toBe(32 * 1024 * 1024);
  containerizer.kill(task.spec.containerId, 0);
  await task.ended;
  expect(await containerizer.usage(task.spec.containerId)).toBeUndefined();
});

it('exec runs a check in the sandbox with the environment of the task, and stops one that takes too long', async () => {
  const task = await run('echo yes > answer; sleep 1000', { environment: { WANTED: 'yes' } });
  await task.file('answer');
  const check = (value: string, timeoutMs = 10_000): Promise<number> => containerizer.exec(task.spec.containerId, { value }, timeoutMs);
  expect(await check('test "$(cat answer)" = "$WANTED"')).toBe(0);
  expect(await check('exit 4')).toBe(4);
  expect(await check('sleep 1000', 30)).toBe(124);
  containerizer.kill(task.spec.containerId, 0);
  await task.ended;
});
