import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readServerRecord } from './cli/server-record.ts';
import { startLocalServer, type LocalServer } from './testing/local-server.ts';

/** The commands against the real server, as a user gives them in a script: without a terminal. */

const ROOT = path.resolve(import.meta.dirname, '../..');
const directory = mkdtempSync(path.join(tmpdir(), 'dcos-local-command-'));
const WITHIN = { timeout: 30_000, interval: 50 };
let server: LocalServer;

interface Result {
  code: number | null;
  stdout: string;
  stderr: string;
}

async function run(state: string, ...args: string[]): Promise<Result> {
  const child = spawn(process.execPath, ['src/server/dcos-local.mjs', '--state', state, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const result = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (result.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (result.stderr += chunk.toString()));
  await once(child, 'close');
  return { code: child.exitCode, ...result };
}

const local = (...args: string[]): Promise<Result> => run(server.stateDirectory, ...args);

beforeAll(async () => {
  server = await startLocalServer(ROOT, ['--executor', 'process']);
}, 60_000);
afterAll(async () => {
  await server?.dispose();
  rmSync(directory, { recursive: true, force: true });
});

interface Status {
  server: { origin: string };
  machines: { name: string; state: string; units: { active: number; total: number; others: { id: string; state: string }[] } }[];
}
const status = async (): Promise<Status> => JSON.parse((await local('status', '--json')).stdout) as Status;

describe('machines', () => {
  test('the status is a table for people and JSON for programs, without colours', async () => {
    const { code, stdout } = await local('status');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^NAME +TYPE +IP +STATE +UNITS +AGENT ID\nm1 +master +192\.168\.65\.90 +running +(\d+)\/\1\n/);
    expect(stdout).not.toContain('\u001b');
    const told = await status();
    expect(told.server.origin).toBe(server.origin());
    expect(told.machines.map(({ name, state }) => `${name} ${state}`)).toEqual(['m1 running', 'a1 running', 'p1 running', 'boot running']);
  });

  test('a2 is added by up, halted, brought up again and destroyed', { timeout: 60_000 }, async () => {
    const up = await local('up', 'a2');
    expect([up.code, up.stdout]).toEqual([0, `${server.origin()}/\n`]);
    expect(up.stderr).toMatch(/✔ a2: running \([\d.]+ s\)\n$/);
    expect((await local('halt', 'a2')).stderr).toContain('✔ a2: halted');
    expect((await local('up', 'a2')).code).toBe(0);
    expect((await local('destroy', 'a2')).code).toBe(2);
    expect((await status()).machines.map(({ name }) => name)).toContain('a2');
    expect((await local('destroy', '--force', 'a2')).stderr).toContain('✔ a2: gone');
    expect((await status()).machines.map(({ name }) => name)).not.toContain('a2');
  });

  test('the only master is not halted, neither by name nor with all, and the reason and what helps are said', async () => {
    for (const names of [['m1'], []]) {
      const { code, stderr } = await local('halt', ...names);
      expect([code, stderr]).toEqual([
        4,
        expect.stringMatching(/^m1 is the only master .*stop the whole cluster instead[^\n]*\n {2}dcos-local stop\n$/),
      ]);
    }
    expect((await status()).machines[0]?.state).toBe('running');
  });

  test('a machine that cannot be is refused', async () => {
    expect((await local('halt', 'a9')).code).toBe(4);
    expect((await local('up', 'x!')).code).toBe(4);
  });
});

describe('components', () => {
  test('are stopped and started, and what they say is printed', async () => {
    expect(await local('stop', 'marathon@m1')).toEqual({ code: 0, stdout: 'dcos-marathon@m1 inactive\n', stderr: '' });
    const [m1] = (await status()).machines;
    expect(m1?.units.others).toEqual([{ id: 'dcos-marathon.service', state: 'inactive' }]);
    expect((await fetch(`${server.origin()}/marathon/v2/apps`, { headers: { authorization: `token=${server.token}` } })).status).toBe(503);
    expect((await local('start', 'marathon@m1')).code).toBe(0);
    await vi.waitFor(async () => expect((await status()).machines[0]?.units.others).toEqual([]), WITHIN);
    const { stdout } = await local('logs', 'dcos-marathon@m1');
    expect(stdout).toMatch(/Stopped Marathon\.\n(.*\n)*.*Started Marathon\.\n/);
  });

  test('logs go on with what comes', async () => {
    const child = spawn(
      process.execPath,
      ['src/server/dcos-local.mjs', '--state', server.stateDirectory, 'logs', '-f', 'history-service@m1'],
      {
        cwd: ROOT,
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    let stdout = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    await vi.waitFor(() => expect(stdout).toContain('Started Mesos History.'), WITHIN);
    await local('restart', 'history-service@m1');
    await vi.waitFor(() => expect(stdout).toContain('Stopped Mesos History.'), WITHIN);
    child.kill();
  });

  test('a name that is none is a wrong command line that names those that there are', async () => {
    for (const name of ['marathon', 'marathon@m9', 'nothing@m1']) expect((await local('logs', name)).code, name).toBe(2);
    expect((await local('crash', 'nothing@m1')).stderr).toContain('there are dcos-exhibitor, ');
    expect((await local('stop', 'adminrouter@m1')).code).toBe(4);
  });
});

test('exec runs a command in the place of a machine and ends as it does', async () => {
  expect(await local('exec', 'a1', '--', 'sh', '-c', 'basename "$PWD"; echo $DCOS_MACHINE_IP; exit 7')).toEqual({
    code: 7,
    stdout: 'a1\n192.168.65.111\n',
    stderr: '',
  });
  expect((await local('exec', 'a9', '--', 'true')).code).toBe(2);
  expect((await local('exec', 'a1', '--', '/no/such/program')).code).toBe(1);
});

test.each([
  ['ui', '/'],
  ['marathon', '/marathon/'],
  ['chronos', '/service/chronos/'],
  ['mesos', '/mesos/'],
])('open %s prints where it is', async (page, at) => {
  expect((await local('open', page)).stdout).toBe(`${server.origin()}${at}\n`);
});

test('the names for completion are those of the running cluster', async () => {
  expect((await local('names', 'halt')).stdout).toBe('m1\na1\np1\nboot\n');
  expect((await local('names', 'logs')).stdout.split('\n')).toContain('marathon@m1');
});

test('a snapshot brings back what was there', { timeout: 180_000 }, async () => {
  const headers = { authorization: `token=${server.token}`, 'content-type': 'application/json' };
  const apps = async (): Promise<string[]> => {
    const response = await fetch(`${readServerRecord(state)?.origin}/marathon/v2/apps`, { headers });
    return ((await response.json()) as { apps: { id: string }[] }).apps.map(({ id }) => id);
  };
  const state = path.join(directory, 'snapshots');
  const started = await run(state, 'up', 'm1', 'a1', 'boot', '--', '--port', '0', '--executor', 'process', '--token', server.token);
  expect([started.code, started.stderr]).toEqual([0, expect.stringContaining('✔ Server: http://127.0.0.1:')]);
  const app = JSON.stringify({ id: '/kept', cmd: 'sleep 1000', cpus: 0.1, mem: 32 });
  expect((await fetch(`${readServerRecord(state)?.origin}/marathon/v2/apps`, { method: 'POST', headers, body: app })).status).toBe(201);
  expect((await run(state, 'snapshot', 'one')).code).toBe(0);
  expect((await run(state, 'snapshot', 'one')).code).toBe(4);
  expect((await run(state, 'snapshot', '--list')).stdout).toMatch(/^one {2}\d{4}-/);

  expect((await run(state, 'reset')).code).toBe(2);
  expect((await run(state, 'reset', '--force')).code).toBe(0);
  expect(await apps()).toEqual([]);
  expect((await run(state, 'restore', 'two')).code).toBe(4);
  const restored = await run(state, 'restore', 'one');
  expect([restored.code, restored.stderr]).toEqual([0, expect.stringContaining('✔ Bringing back one')]);
  expect(await apps()).toEqual(['/kept']);
  await run(state, 'reset', '--force');
  expect((await run(state, 'stop')).code).toBe(0);
  expect(readServerRecord(state)).toBeUndefined();
});

describe('without a server', () => {
  const state = path.join(directory, 'none');

  test.each([['status'], ['halt', 'a1'], ['logs', 'marathon@m1'], ['open'], ['stop']])('%s says so, and what helps', async (...args) => {
    expect(await run(state, ...args)).toEqual({ code: 3, stdout: '', stderr: 'The cluster is not running.\n  dcos-local up\n' });
  });

  test('a wrong command line is one line and exit code 2; help tells the exit codes', async () => {
    for (const args of [['nonsense'], ['status', '--nonsense'], ['open', 'nothing'], ['--timeout', 'x', 'status'], ['destroy']]) {
      const { code, stderr } = await run(state, ...args);
      expect([code, stderr.trim().split('\n').length], args.join(' ')).toEqual([2, 1]);
    }
    const help = await run(state, '--help');
    expect(help.code).toBe(0);
    expect(help.stdout).toContain('Exit codes: 0 ');
  });

  test('a server that cannot start is told with its last words', { timeout: 30_000 }, async () => {
    const { code, stderr } = await run(state, 'up', 'a9', '--', '--port', '0');
    expect([code, stderr]).toEqual([1, expect.stringMatching(/✘ Server: .*a9[\s\S]*dcos-local doctor\n$/)]);
  });

  test('the doctor finds a taken port and names a way around it', { timeout: 30_000 }, async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const taken = await run(state, 'doctor', '--port', String(port));
    expect(taken.code).toBe(1);
    expect(taken.stdout).toContain(`✘ Server: Port ${port} cannot be used: another program has it.\n    dcos-local up -- --port 0\n`);
    other.close();
    const free = await run(state, 'doctor', '--port', String(port));
    expect([free.code, free.stdout]).toEqual([0, expect.stringMatching(/✔ Node: .*\n[\s\S]*✔ Machines: m1, a1, p1, boot\n/)]);
  });

  test('the doctor names file and line of a broken configuration', async () => {
    const config = path.join(directory, 'broken.yaml');
    writeFileSync(config, 'm1: {ip: [\n');
    const { code, stdout } = await run(state, 'doctor', '--config', config, '--port', '0');
    expect([code, stdout]).toEqual([1, expect.stringMatching(/✘ Machines: .*broken\.yaml:\d+/)]);
  });

  test.each(['bash', 'zsh', 'fish'])('a completion for %s names every command', async (shell) => {
    const { stdout, code } = await run(state, 'completion', shell);
    expect(code).toBe(0);
    for (const command of ['up', 'halt', 'destroy', 'status', 'logs', 'exec', 'open', 'doctor', 'snapshot', 'restore', 'reset'])
      expect(stdout).toContain(command);
  });

  test('bash can read its completion, and completes by it', async () => {
    const script = `${(await run(state, 'completion', 'bash')).stdout}
COMP_WORDS=(dcos-local sn); COMP_CWORD=1; _dcos_local; echo "\${COMPREPLY[@]}"
COMP_WORDS=(dcos-local status --); COMP_CWORD=2; _dcos_local; echo "\${COMPREPLY[@]}"`;
    const child = spawn('bash', ['-c', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    let stdout = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    await once(child, 'close');
    expect(stdout).toBe('snapshot\n--json\n');
  });
});

test('only the owner may read how the server is reached', () => {
  expect(statSync(path.join(server.stateDirectory, 'server.json')).mode & 0o077).toBe(0);
});
