import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ChronosJob, JobRun } from '../api/chronos/job.ts';
import { silentLog } from '../cluster/kernel/log.ts';
import { testEngine } from './engine/testing/test-engine.ts';
import { ensureImage } from './images/ensure-image.ts';
import { startLocalServer, type LocalServer } from './testing/local-server.ts';

// Chronos on the real server: jobs are processes and containers, and their logs are files of the agents.

const ROOT = path.resolve(import.meta.dirname, '../..');
const PATIENT = { timeout: 20_000, interval: 50 };
const NEVER = 'R/2099-01-01T00:00:00Z/PT1H';
const found = await testEngine();
const engine = 'reason' in found ? undefined : found.engine;
if ('reason' in found) console.warn(`The container job is left out: ${found.reason}.`);

const directory = mkdtempSync(path.join(tmpdir(), 'dcos-local-chronos-'));
let server: LocalServer;
beforeAll(async () => {
  if (engine) await ensureImage(engine.docker, 'busybox', { log: silentLog, mayInstall: false });
  server = await startLocalServer(ROOT, engine ? [] : ['--executor', 'process'], engine ? { DOCKER_HOST: engine.socket } : {});
}, 90_000);
afterAll(async () => {
  await server?.dispose();
  rmSync(directory, { recursive: true, force: true });
}, 60_000);

async function call(method: string, target: string, body?: object): Promise<unknown> {
  const answer = await fetch(`${server.origin()}${target}`, {
    method,
    headers: { authorization: `token=${server.token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${target}: ${answer.status} ${await answer.text()}`);
  return answer.status === 204 ? undefined : answer.json();
}
const chronos = (method: string, target: string, body?: object): Promise<unknown> =>
  call(method, `/service/chronos/v1/scheduler/${target}`, body);
const create = (job: Partial<ChronosJob> & { schedule?: string; parents?: string[] }): Promise<unknown> =>
  chronos('POST', job.parents ? 'dependency' : 'iso8601', { cpus: 0.05, mem: 32, disk: 0, retries: 0, ...job });
const runs = async (job: string): Promise<JobRun[]> => (await chronos('GET', `job/runs/${job}`)) as JobRun[];
const jobCalled = async (name: string): Promise<ChronosJob> => (await chronos('GET', `job/${name}`)) as ChronosJob;

/** The newest run of the job, once it is in that state. */
const newest = (job: string, state: JobRun['state']): Promise<JobRun> =>
  vi.waitFor(async () => {
    const [run] = await runs(job);
    if (run?.state !== state) throw new Error(`The newest run of ${job} is ${JSON.stringify(run)}`);
    return run;
  }, PATIENT);

interface AgentFramework {
  executors: { id: string; directory: string }[];
  completed_executors: { id: string; directory: string }[];
}

/** What a run has printed, as a log viewer reads it. */
async function printed({ taskId, agentId }: JobRun): Promise<string> {
  const agent = (await call('GET', `/agent/${agentId}/state`)) as Record<'frameworks' | 'completed_frameworks', AgentFramework[]>;
  // A framework none of whose tasks runs there is a completed one to the agent.
  const executors = [...agent.frameworks, ...agent.completed_frameworks].flatMap((framework) => [
    ...framework.executors,
    ...framework.completed_executors,
  ]);
  const sandbox = executors.find(({ id }) => id === taskId)?.directory;
  if (sandbox === undefined)
    throw new Error(`The agent ${agentId} knows no sandbox of ${taskId}: ${executors.map(({ id }) => id).join(', ')}.`);
  const read = await call('GET', `/agent/${agentId}/files/read?path=${encodeURIComponent(`${sandbox}/stdout`)}&offset=0`);
  return (read as { data: string }).data;
}

test('a command is a process whose log can be read, with arguments of the moment', async () => {
  await create({
    name: 'greet',
    command: 'echo "$GREETING from $CHRONOS_JOB_NAME, try $CHRONOS_JOB_RUN_ATTEMPT:"',
    schedule: NEVER,
    environmentVariables: [{ name: 'GREETING', value: 'hello' }],
  });
  await chronos('PUT', 'job/greet?arguments=to%20all');
  const run = await newest('greet', 'success');
  expect(run).toMatchObject({ job: 'greet', attempt: 0, arguments: 'to all', exitCode: 0, host: expect.any(String) as string });
  expect(await printed(run)).toBe('hello from greet, try 0: to all\n');
  expect((await jobCalled('greet')).successCount).toBe(1);
}, 60_000);

test('a command that fails tells its exit code, and its log is there', async () => {
  await create({ name: 'broken', command: 'echo so far; exit 3', schedule: 'R1//PT1H' });
  const run = await newest('broken', 'failure');
  expect(run.exitCode).toBe(3);
  expect(await printed(run)).toBe('so far\n');
  expect(await jobCalled('broken')).toMatchObject({ errorCount: 1, successCount: 0, disabled: false });
}, 60_000);

test.skipIf(!engine)(
  'a container has its image, its volumes and a log',
  async () => {
    writeFileSync(path.join(directory, 'given'), 'from the host\n');
    const volumes = [{ hostPath: directory, containerPath: '/only-inside', mode: 'RO' as const }];
    const container = {
      type: 'DOCKER',
      image: 'busybox',
      network: 'BRIDGE',
      volumes,
      networkInfos: [],
      forcePullImage: false,
      parameters: [],
    } as const;
    await create({
      name: 'contained',
      command: 'cat /only-inside/given',
      schedule: 'R1//PT1H',
      container: { ...container, networkInfos: [], parameters: [], volumes },
    });
    const run = await newest('contained', 'success');
    expect(await printed(run)).toBe('from the host\n');
    expect(existsSync('/only-inside')).toBe(false);
  },
  60_000,
);

test('kill -9 loses no job, no run and no moment', async () => {
  const gate = path.join(directory, 'gate');
  await create({ name: 'long', command: `until [ -e '${gate}' ]; do sleep 0.05; done; echo through`, schedule: NEVER });
  await create({ name: 'after', command: 'echo after', parents: ['long'] });
  await chronos('PUT', 'job/long');
  const before = await newest('long', 'running');
  const due = Date.now() + 1000;
  await create({ name: 'missed', command: 'true', schedule: `R/${new Date(due).toISOString()}/PT0.2S` });
  await chronos('PUT', 'job/greet');
  await server.kill9();
  writeFileSync(gate, '');
  // Several moments of the job pass while nobody is there.
  await vi.waitFor(() => expect(Date.now()).toBeGreaterThan(due + 1000), PATIENT);
  await server.restart();

  const after = await newest('long', 'success');
  expect([after.taskId, (await runs('long')).length]).toEqual([before.taskId, 1]);
  expect(await printed(after)).toBe('through\n');
  expect(await printed(await newest('after', 'success'))).toBe('after\n');
  await newest('missed', 'success');
  // In flight when the server died: how it ended is told, and it is not done twice.
  const ended = await vi.waitFor(async () => {
    const all = await runs('greet');
    expect(all.map(({ state }) => state)).toEqual([expect.stringMatching(/^(success|failure)$/), 'success']);
    return all;
  }, PATIENT);
  if (ended[0]?.state === 'failure') expect(ended[0].message).toBe('The server was stopped before the command was started');
  const { successCount, errorCount } = await jobCalled('greet');
  expect(successCount + errorCount).toBe(2);
}, 90_000);
