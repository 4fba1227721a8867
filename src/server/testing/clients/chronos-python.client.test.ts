import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ChronosJob, JobHistogram } from '../../../api/chronos/job.ts';
import { startLocalServer, type LocalServer } from '../local-server.ts';
import { startClient, works, type ClientProcess } from './client-process.ts';
import { clientDirectory } from './python-packages.ts';

// The PyPI package `chronos-python` as its users call it, through the adminRouter. It asks for the fields name, command, owner
// and disabled of each job, and raises ChronosAPIError for whatever is 400 or more.

const ROOT = path.resolve(import.meta.dirname, '../../../..');
const CALLS = path.join(import.meta.dirname, 'chronos-calls.py');
const WITHIN = { timeout: 20_000, interval: 50 };
const PACKAGES = clientDirectory(ROOT, 'chronos');
const installed = existsSync(PACKAGES) && (await works('python3', '--version'));
if (!installed) console.warn('Skipped: the Python client of Chronos is not installed. `npm test` does that where there is a network.');

type Answer = { returned: unknown } | { raised: string; message: string };

const NEVER = 'R/2099-01-01T00:00:00.000Z/PT1H';
const JOB = { name: 'py-backup', command: 'true', owner: 'me@example.com', disabled: false, schedule: NEVER, cpus: 0.05, mem: 16 };
const CHILD = { name: 'py-report', command: 'exec sleep 1000', owner: '', disabled: false, parents: ['py-backup'], cpus: 0.05, mem: 16 };
const STATISTICS = ['99th', '98th', '95th', '75th', 'median', 'mean'].map((field) => `scheduler_stat_${field}`);

describe.skipIf(!installed)('the Python client of Chronos', { timeout: 60_000 }, () => {
  let server: LocalServer;
  let python: ClientProcess;
  let answers: AsyncIterator<string>;
  /** Methods that came back with something. */
  const returned = new Set<string>();

  const start = (...mode: string[]): { client: ClientProcess; lines: Interface } => {
    const address = `${new URL(server.origin()).host}/service/chronos`;
    const client = startClient('python3', [CALLS, address, server.token, ...mode], { PYTHONPATH: PACKAGES });
    if (!client.child.stdout) throw new Error('python3 has no stdout');
    return { client, lines: createInterface(client.child.stdout) };
  };
  const attempt = async (method: string, args: readonly unknown[] = [], options: Record<string, unknown> = {}): Promise<Answer> => {
    python.child.stdin?.write(`${JSON.stringify({ method, args, options })}\n`);
    const { value, done } = await answers.next();
    if (done) throw new Error(`python3 ended: ${python.said()}`);
    return JSON.parse(value) as Answer;
  };
  const call = async <Returned>(method: string, args?: readonly unknown[], options?: Record<string, unknown>): Promise<Returned> => {
    const answer = await attempt(method, args, options);
    if ('raised' in answer) throw new Error(`${method}: ${answer.raised} ${answer.message}`);
    returned.add(method);
    return answer.returned as Returned;
  };
  const jobs = async (): Promise<Record<string, ChronosJob>> =>
    Object.fromEntries((await call<ChronosJob[]>('list')).map((job) => [job.name, job]));
  const names = (found: readonly ChronosJob[]): string[] => found.map(({ name }) => name);

  beforeAll(async () => {
    server = await startLocalServer(ROOT, ['--executor', 'process']);
    const { client, lines } = start();
    python = client;
    answers = lines[Symbol.asyncIterator]();
  }, 90_000);
  afterAll(async () => {
    await python?.stop();
    await server?.dispose();
  }, 60_000);

  test('adds jobs by the clock and after others, lists and finds them', async () => {
    expect(await call('list')).toEqual([]);
    expect(await call('add', [JOB])).toBeNull();
    expect(await call('add', [CHILD])).toBeNull();
    expect(await jobs()).toMatchObject({
      'py-backup': { schedule: NEVER, owner: 'me@example.com', retries: 2, cpus: 0.05 },
      'py-report': { parents: ['py-backup'] },
    });
    expect(names(await call('search', [], { name: 'BACK' }))).toEqual(['py-backup']);
    expect(names(await call('search', [], { command: 'sleep' }))).toEqual(['py-report']);
    expect(names(await call('search', [], { name: 'nothing' }))).toEqual([]);
    expect(await call('scheduler_graph')).toBe('node,py-backup,fresh,idle\nnode,py-report,fresh,idle\nlink,py-backup,py-report\n');
  });

  test('is told what is wrong with a job, and changes nothing by it', async () => {
    for (const [job, sentence] of [
      [{ ...JOB, schedule: 'each day' }, "The schedule 'each day'"],
      [{ ...JOB, name: 'bad name' }, "The name 'bad name'"],
      [{ ...CHILD, parents: ['nobody'] }, "The parent 'nobody'"],
    ] as const) {
      expect(await attempt('add', [job])).toMatchObject({ raised: 'ChronosAPIError' });
      expect(python.said()).toContain(sentence);
    }
    expect(await attempt('delete', ['nobody'])).toMatchObject({ raised: 'ChronosAPIError' });
    expect(Object.keys(await jobs())).toEqual(['py-backup', 'py-report']);
  });

  test('runs a job, whose child runs after it, and ends that one', async () => {
    expect(await call('run', ['py-backup'])).toBeNull();
    await vi.waitFor(async () => expect(await call('scheduler_graph')).toContain('node,py-report,fresh,1 running\n'), WITHIN);
    expect((await jobs())['py-backup']).toMatchObject({ successCount: 1, errorCount: 0 });
    expect(await call('delete_tasks', ['py-report'])).toBeNull();
    await vi.waitFor(async () => expect(await call('scheduler_graph')).toContain('node,py-report,fresh,idle\n'), WITHIN);
  });

  test('reads how long runs took', async () => {
    const { histogram } = await call<{ histogram: JobHistogram }>('job_stat', ['py-backup']);
    expect(histogram.count).toBe(1);
    expect(histogram.median).toBeGreaterThan(0);
    for (const method of STATISTICS) {
      const [first] = await call<{ jobNameLabel: string; time: number }[]>(method);
      expect(first, method).toEqual({ jobNameLabel: 'py-backup', time: histogram.median / 1000 });
    }
    expect(await call('metrics')).toMatchObject({ gauges: { 'jobs.total': { value: 2 } } });
  });

  test('replaces a job and deletes one, whose child takes over its schedule', async () => {
    await call('update', [{ ...JOB, command: 'false', disabled: true }]);
    expect((await jobs())['py-backup']).toMatchObject({ command: 'false', disabled: true, successCount: 0 });
    expect(await call('delete', ['py-backup'])).toBeNull();
    expect(await jobs()).toMatchObject({ 'py-report': { schedule: NEVER } });
    await call('delete', ['py-report']);
    expect(await call('list')).toEqual([]);
  });

  test('can do all that it has a method for', async () => {
    const { client, lines } = start('methods');
    const methods: string[] = [];
    for await (const name of lines) methods.push(name);
    await client.stop();
    expect([...returned].sort()).toEqual(methods);
  });
});
