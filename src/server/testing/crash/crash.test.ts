import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EventSourceParserStream } from 'eventsource-parser/stream';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { seededRandom, type Random } from '../../../cluster/kernel/random.ts';
import { startLocalServer, type LocalServer } from '../local-server.ts';
import { createAcknowledgedApps, type Outcome, type Wish } from './acknowledged-apps.ts';
import { isAlive, recordingCommand, repeated, startedTasks } from './started-tasks.ts';

// The server is killed with kill -9 in the middle of what users ask of Marathon: with some event that it tells, so at any
// point between two things that it stores. `CRASH_SEED=n` asks for the same again.

const ROOT = path.resolve(import.meta.dirname, '../../../..');
const SEED = Number(process.env['CRASH_SEED'] ?? Date.now() % 1_000_000);
const LIVES = 12;
const APPS = ['/web', '/shop/api', '/shop/worker'];
const WITHIN = { timeout: 40_000, interval: 50 };
/** Of a life in which less happens than was to be waited for. */
const LONGEST_LIFE_MS = 2000;

interface App {
  id: string;
  instances: number;
  env: { MARK: string };
  versionInfo: { lastConfigChangeAt: string };
  tasksRunning: number;
  deployments: unknown[];
  tasks: { id: string; version: string }[];
}

const directory = mkdtempSync(path.join(tmpdir(), 'dcos-local-crash-'));
const record = path.join(directory, 'started');
let server: LocalServer;

beforeAll(async () => {
  server = await startLocalServer(ROOT, ['--executor', 'process', '--no-auth']);
});
afterAll(async () => {
  await server?.dispose();
  rmSync(directory, { recursive: true, force: true });
});

const call = (method: string, at: string, body?: unknown): Promise<Response> =>
  fetch(`${server.origin()}/marathon/v2${at}`, {
    method,
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
const read = async <T>(at: string): Promise<T> => (await call('GET', at)).json() as Promise<T>;
const readApps = async (): Promise<App[]> => (await read<{ apps: App[] }>('/apps?embed=apps.tasks&embed=apps.deployments')).apps;

const versionsOf = async (id: string): Promise<string[]> => (await read<{ versions: string[] }>(`/apps/${id}/versions`)).versions;

/** A change, and how it ended: without an answer it is lost. */
async function attempt(method: string, at: string, body?: object): Promise<Outcome> {
  const outcome = await outcomeOf(method, at, body);
  story.push(`${method} ${at} ${JSON.stringify({ ...body, cmd: undefined })}: ${outcome}`);
  return outcome;
}

async function outcomeOf(method: string, at: string, body?: object): Promise<Outcome> {
  try {
    const response = await call(method, at, body);
    if (response.status >= 500) throw new Error(`${method} ${at}: ${response.status} ${await response.text()}`);
    return response.ok ? 'acknowledged' : 'refused';
  } catch (fault) {
    // what fetch throws when the line breaks
    if (fault instanceof TypeError || fault instanceof DOMException) return 'lost';
    throw fault;
  }
}

const acknowledged = createAcknowledgedApps();
/** What was asked and how it ended, for whoever reads of a failure. */
const story: string[] = [];

async function ask(id: string, wish: Wish | undefined, method: string, at: string, body?: object): Promise<void> {
  const outcome = await attempt(method, at, body);
  acknowledged.asked(id, wish, outcome);
  // The server may be dead by now.
  if (wish && outcome === 'acknowledged') acknowledged.read(id, await versionsOf(id).catch(() => []));
}

/** Something that a user may want of an app. */
async function operate(random: Random): Promise<void> {
  const id = random.pick(APPS);
  const current = acknowledged.current(id);
  const instances = random.int(0, 4);
  const upgradeStrategy = { minimumHealthCapacity: random.pick([0, 0.5, 1]), maximumOverCapacity: random.pick([0.5, 1]) };
  const acts = [
    () => {
      const mark = String(random.int(0, 9));
      const app = {
        cmd: recordingCommand(record),
        cpus: 0.02,
        mem: 16,
        instances,
        env: { MARK: mark },
        upgradeStrategy,
        backoffSeconds: 0,
      };
      return ask(id, { instances, mark }, 'PUT', `/apps/${id}?force=true`, app);
    },
    () => current && ask(id, { ...current, instances }, 'PUT', `/apps/${id}?force=true`, { instances }),
    () => current && attempt('POST', `/apps/${id}/restart?force=true`),
    () => current && attempt('DELETE', `/apps/${id}/tasks`),
    () => current && ask(id, undefined, 'DELETE', `/apps/${id}?force=true`),
  ];
  // most of all, apps are put and scaled
  await acts[random.pick([0, 0, 0, 0, 1, 1, 1, 2, 3, 4])]?.();
}

/** Resolves when Marathon has told so many events from now on, or stopped telling. */
async function told(count: number): Promise<{ reached: Promise<void> }> {
  const { body } = await fetch(`${server.origin()}/marathon/v2/events`, { headers: { accept: 'text/event-stream' } });
  if (!body) throw new Error('Marathon has no stream of events.');
  const read = async (): Promise<void> => {
    let heard = 0;
    for await (const _ of body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream())) {
      if (++heard > count) return;
    }
  };
  return { reached: read().catch(() => {}) };
}

const atMost = (ms: number): Promise<void> => new Promise((resolve) => AbortSignal.timeout(ms).addEventListener('abort', () => resolve()));

/** Some operations, and the death of the server in the middle of what they lead to. */
async function liveAndDie(random: Random): Promise<void> {
  const events = await told(random.int(0, 60));
  const asking = (async () => {
    for (let left = random.int(2, 8); left > 0; left--) await operate(random);
  })();
  await Promise.race([events.reached, atMost(LONGEST_LIFE_MS)]);
  await server.kill9();
  await asking;
}

/** What of the promises was broken, as sentences. */
async function brokenPromises(): Promise<string[]> {
  const apps = await readApps();
  const broken: string[] = [];
  for (const id of APPS) {
    const app = apps.find((each) => each.id === id);
    broken.push(...acknowledged.compare(id, app && { instances: app.instances, mark: app.env.MARK, versions: await versionsOf(id) }));
  }
  const started = startedTasks(record);
  broken.push(...repeated(started.map(({ taskId }) => taskId)).map((id) => `task ${id} was started twice`));
  const alive = started.filter(isAlive);
  broken.push(...repeated(alive.map(({ instanceId }) => instanceId)).map((id) => `two tasks of ${id} are alive`));
  return broken;
}

/** Just the processes that are wished for run, and Marathon knows each of them. */
async function expectRest(): Promise<void> {
  const apps = await readApps();
  expect(apps.filter(({ deployments }) => deployments.length > 0)).toEqual([]);
  const alive = startedTasks(record).filter(isAlive);
  for (const { id, instances, tasksRunning, tasks, versionInfo } of apps) {
    expect(tasksRunning, id).toBe(instances);
    expect(tasks.map((task) => task.id).sort(), id).toEqual(
      alive
        .filter(({ appId }) => appId === id)
        .map(({ taskId }) => taskId)
        .sort(),
    );
    expect(
      tasks.filter(({ version }) => version < versionInfo.lastConfigChangeAt),
      id,
    ).toEqual([]);
  }
  expect(alive).toHaveLength(apps.reduce((sum, { instances }) => sum + instances, 0));
}

test(
  `killed at random points, the server loses nothing acknowledged and starts nothing twice (seed ${SEED})`,
  { timeout: 120_000 },
  async () => {
    const random = seededRandom(SEED);
    for (let life = 1; life <= LIVES; life++) {
      await liveAndDie(random);
      story.push(`crash ${life}`);
      await server.restart();
      expect(await brokenPromises(), story.join('\n')).toEqual([]);
    }
    await vi.waitFor(expectRest, WITHIN);
    expect(await brokenPromises(), story.join('\n')).toEqual([]);
    expect(startedTasks(record).length).toBeGreaterThan(LIVES);
  },
);
