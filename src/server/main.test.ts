import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startLocalServer, type LocalServer } from './testing/local-server.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const directory = mkdtempSync(path.join(tmpdir(), 'dcos-local-main-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Runs the program to its end. */
async function run(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ['src/server/main.ts', '--no-open', '--executor', 'process', ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const result = { code: null as number | null, stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (result.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (result.stderr += chunk.toString()));
  await once(child, 'close');
  return { ...result, code: child.exitCode };
}

describe('what cannot be started', () => {
  test('a wrong command line is one line and exit code 2', async () => {
    expect(await run('--nonsense')).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^unknown option '--nonsense'[^\n]*\n$/),
    });
  });

  test('help goes to stdout', async () => {
    const { code, stdout, stderr } = await run('--help');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('--keep-tasks');
  });

  test.each([
    [
      'a broken configuration',
      'm1: {ip: 192.168.65.90, type: master}\na1: {ip: 192.168.65.90, type: agent-private, memory: 512, memory-reserved: 600}\n',
      /broken\.yaml:2: a1\.[\s\S]*memory-reserved/,
    ],
    ['one that is no YAML', 'm1: {ip: [\n', /broken\.yaml:\d+: /],
  ])('%s is one line that names line and key, and exit code 1', async (_what, text, message) => {
    const config = path.join(directory, 'broken.yaml');
    writeFileSync(config, text);
    const { code, stdout, stderr } = await run('--config', config, '--port', '0', '--ephemeral');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(message);
    expect(stderr.trim()).not.toContain('\n');
  });

  test('a missing configuration and an unknown machine are told likewise', async () => {
    expect((await run('--config', '/no/such/file', '--port', '0', '--ephemeral')).stderr).toMatch(
      /^The configuration \/no\/such\/file cannot be read: [^\n]*\n$/,
    );
    expect((await run('m1', 'a9', '--port', '0', '--ephemeral')).stderr).toMatch(/^[^\n]*a9[^\n]*\n$/);
  });

  test('a taken port is one line and exit code 1, and leaves no state behind', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const state = path.join(directory, 'never');
    expect(await run('--port', String(port), '--state', state)).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(new RegExp(`^Port ${port} is in use[^\\n]*\\n$`)),
    });
    expect(existsSync(state)).toBe(false);
    other.close();
  });
});

describe('a cluster that runs', () => {
  let server: LocalServer;
  beforeAll(async () => {
    server = await startLocalServer(ROOT, ['--executor', 'process']);
  }, 60_000);
  afterAll(() => server.dispose(), 60_000);

  const call = async (target: string, init: RequestInit = {}): Promise<unknown> => {
    const answer = await fetch(`${server.origin()}${target}`, {
      ...init,
      headers: { authorization: `token=${server.token}`, 'content-type': 'application/json' },
    });
    return answer.json();
  };
  interface App {
    app: { tasksRunning: number; tasks: { id: string; slaveId: string; state: string }[] };
  }
  const runningApp = (id: string) =>
    vi.waitFor(
      async () => {
        const { app } = (await call(`/service/marathon/v2/apps/${id}`)) as App;
        expect(app.tasksRunning).toBe(1);
        return app;
      },
      { timeout: 10_000, interval: 50 },
    );

  test('says ready when both agents are registered and Marathon deploys', async () => {
    const { slaves } = (await call('/mesos/state-summary')) as { slaves: { active: boolean; hostname: string }[] };
    expect(slaves.map(({ active }) => active)).toEqual([true, true]);
    expect(server.url()).toMatch(/^http:\/\/[\w.]+:\d+\/login\?token=\S+$/);
  });

  test('lets nobody in without a token, and the printed link once', async () => {
    expect((await fetch(`${server.origin()}/service/marathon/v2/apps`)).status).toBe(401);
    const login = await fetch(server.url(), { redirect: 'manual' });
    const cookie = (login.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
    expect((await fetch(`${server.origin()}/service/marathon/v2/apps`, { headers: { cookie } })).status).toBe(200);
    const again = await fetch(server.url(), { redirect: 'manual' });
    expect(again.status).not.toBe(302);
  });

  test('refuses a second server on its state', async () => {
    const second = await run('--port', '0', '--state', server.stateDirectory);
    expect([second.code, second.stdout]).toEqual([1, '']);
    expect(second.stderr).toMatch(/^The state directory \S+ is in use by the server with process id \d+:[^\n]*\n$/);
  });

  test('runs a command for real, and finds it again after kill -9', async () => {
    await call('/service/marathon/v2/apps', {
      method: 'POST',
      body: JSON.stringify({ id: 'lasting', cmd: 'echo pid $$; exec sleep 1000', cpus: 0.1, mem: 32 }),
    });
    const before = await runningApp('lasting');
    await server.kill9();
    await server.restart();
    const after = await runningApp('lasting');
    expect(after.tasks[0]?.id).toBe(before.tasks[0]?.id);
    const task = after.tasks[0];
    const { frameworks } = (await call(`/agent/${task?.slaveId}/state`)) as {
      frameworks: { executors: { id: string; directory: string }[] }[];
    };
    const sandbox = frameworks[0]?.executors.find(({ id }) => id === task?.id)?.directory ?? '';
    const { data } = (await call(`/agent/${task?.slaveId}/files/read?path=${encodeURIComponent(`${sandbox}/stdout`)}&offset=0`)) as {
      data: string;
    };
    const pid = Number(/^pid (\d+)$/m.exec(data)?.[1]);
    // throws when there is no such process
    process.kill(pid, 0);
  });

  test('moves broken state aside, names it, and starts', async () => {
    expect(await server.stop()).toBe(0);
    writeFileSync(
      path.join(server.stateDirectory, 'state.sqlite'),
      'no database at all, but long enough to be taken for one by its size'.repeat(100),
    );
    await server.restart();
    const aside = readdirSync(server.stateDirectory).filter((name) => name.includes('.corrupt-'));
    expect(aside.length).toBeGreaterThan(0);
    expect(server.log()).toContain(aside[0]);
    expect(((await call('/service/marathon/v2/apps')) as { apps: unknown[] }).apps).toEqual([]);
  });
});
