import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLocalServer, type LocalServer } from './testing/local-server.ts';

/** The framework of examples/ against the real server: it shares no code with us, as any framework that nobody here wrote. */

const ROOT = path.resolve(import.meta.dirname, '../..');
let server: LocalServer;
beforeAll(async () => {
  server = await startLocalServer(ROOT, ['--executor', 'process']);
});
afterAll(() => server.dispose());

async function run(...commands: string[]): Promise<{ code: number; output: string[]; errors: string }> {
  const argv = ['examples/run-commands.ts', `${server.origin()}/mesos`, ...commands];
  const env = { ...process.env, DCOS_TOKEN: server.token };
  const {
    code = 0,
    stdout,
    stderr,
  } = (await promisify(execFile)(process.execPath, argv, { cwd: ROOT, env }).catch(
    (fault: { code: number; stdout: string; stderr: string }) => fault,
  )) as { code?: number; stdout: string; stderr: string };
  return { code, output: stdout.trim().split('\n'), errors: stderr };
}

test('it runs commands to their end through the adminRouter, and is gone afterwards', async () => {
  const { code, output, errors } = await run('echo hello', 'exit 0');
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  for (const name of ['command-1', 'command-2'])
    expect(output.filter((line) => line.startsWith(name)).map((line) => line.split(/[ :]/)[1])).toEqual([
      'TASK_STARTING',
      'TASK_RUNNING',
      'TASK_FINISHED',
    ]);
  const answer = await fetch(`${server.origin()}/mesos/frameworks`, { headers: { authorization: `token=${server.token}` } });
  const { frameworks, completed_frameworks } = (await answer.json()) as Record<string, { name: string; completed_tasks: unknown[] }[]>;
  expect(frameworks?.map(({ name }) => name)).toEqual(['marathon', 'chronos']);
  expect(completed_frameworks?.map(({ name, completed_tasks }) => [name, completed_tasks.length])).toEqual([['run-commands', 2]]);
});

test('a command that fails makes it fail, and says why', async () => {
  const { code, output } = await run('exit 3');
  expect(code).toBe(1);
  expect(output.at(-1)).toBe('command-1 TASK_FAILED: Command exited with status 3');
});
