import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startLocalServer, type LocalServer } from './testing/local-server.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PATIENT = { timeout: 20_000, interval: 50 };

let server: LocalServer;
beforeAll(async () => {
  server = await startLocalServer(ROOT, ['--executor', 'process']);
}, 60_000);
afterAll(() => server.dispose(), 60_000);

interface Task {
  id: string;
  slaveId: string;
  state: string;
  localVolumes: { persistenceId: string }[];
}

const marathon = async (method: string, target: string, body?: unknown): Promise<unknown> => {
  const answer = await fetch(`${server.origin()}/service/marathon/v2/apps/${target}`, {
    method,
    headers: { authorization: `token=${server.token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return answer.json();
};

const task = async (): Promise<Task | undefined> => ((await marathon('GET', 'db/tasks')) as { tasks: Task[] }).tasks[0];

/** The next task after that one, once it has written its line. */
const next = (before?: Task): Promise<Task> =>
  vi.waitFor(async () => {
    const found = await task();
    if (!found || found.state !== 'TASK_RUNNING' || found.id === before?.id) throw new Error('The next task does not run yet.');
    expect(linesOf(found)).toContain(found.id);
    return found;
  }, PATIENT);

const directoryOf = ({ localVolumes: [volume] }: Task): string =>
  path.join(server.stateDirectory, 'work/a1/volumes/roles/slave_public', volume?.persistenceId ?? '');
const linesOf = (of: Task): string[] =>
  readFileSync(path.join(directoryOf(of), 'log'), 'utf8')
    .trim()
    .split('\n');

test('a task finds what the one before it wrote, whatever ended that; a wipe or the removal of the app destroys it', async () => {
  const volumes = [{ containerPath: 'data', mode: 'RW', persistent: { type: 'root', size: 10 } }];
  const cmd = 'echo $MESOS_TASK_ID >> data/log; exec sleep 1000';
  await marathon('POST', '', { id: '/db', cmd, cpus: 0.05, mem: 32, container: { type: 'MESOS', volumes } });
  const first = await next();

  await marathon('DELETE', `db/tasks/${first.id}`);
  const second = await next(first);
  expect([second.slaveId, second.localVolumes, second.id]).toEqual([
    first.slaveId,
    first.localVolumes,
    first.id.replace(/\._app\.1$/, '._app.2'),
  ]);
  expect(linesOf(second)).toEqual([first.id, second.id]);

  // At rest, over the death of the server.
  await marathon('PUT', 'db', { instances: 0 });
  await vi.waitFor(async () => expect(await task()).toMatchObject({ id: second.id, state: 'TASK_KILLED' }), PATIENT);
  await server.kill9();
  await server.restart();
  await marathon('PUT', 'db?force=true', { instances: 1 });
  const third = await next(second);
  expect([third.slaveId, third.localVolumes, linesOf(third)]).toEqual([first.slaveId, first.localVolumes, [first.id, second.id, third.id]]);

  await marathon('DELETE', `db/tasks/${third.id}?wipe=true`);
  const fresh = await next(third);
  expect(linesOf(fresh)).toEqual([fresh.id]);
  await vi.waitFor(() => expect(existsSync(directoryOf(third))).toBe(false), PATIENT);

  await marathon('DELETE', 'db');
  await vi.waitFor(() => expect(existsSync(directoryOf(fresh))).toBe(false), PATIENT);
}, 120_000);
