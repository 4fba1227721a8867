import { describe, expect, it, test } from 'vitest';
import { testWorld, type TestWorld } from '../test-world.test-support.ts';
import { createChronosHttp } from './chronos-http.ts';

const JOB = { name: 'backup', command: 'true', schedule: 'R/2099-01-01T00:00:00.000Z/PT1H' };

function api(world: TestWorld = testWorld()) {
  const fetch = createChronosHttp(world.chronos, { leader: 'm1:4400' });
  const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const typed = body === undefined ? headers : { 'content-type': 'application/json', ...headers };
    return fetch(new Request(`http://m1${path}`, { method, headers: typed, ...sent }));
  };
  return {
    world,
    ask,
    get: async (path: string): Promise<unknown> => (await ask('GET', `/v1/scheduler/${path}`)).json(),
    status: async (...call: Parameters<typeof ask>): Promise<number> => (await ask(...call)).status,
    names: async (): Promise<string[]> =>
      ((await (await ask('GET', '/v1/scheduler/jobs')).json()) as { name: string }[]).map(({ name }) => name),
  };
}

describe('jobs', () => {
  it('are created, listed, summarised, replaced and removed', async () => {
    const { ask, get, status, names } = api();
    expect(await status('POST', '/v1/scheduler/iso8601', JOB)).toBe(204);
    expect(await status('POST', '/v1/scheduler/dependency', { name: 'report', command: 'true', parents: ['backup', 'backup'] })).toBe(204);
    expect(await names()).toEqual(['backup', 'report']);
    expect(await get('jobs/summary')).toEqual({
      jobs: [
        { name: 'backup', status: 'fresh', state: 'idle', schedule: JOB.schedule, parents: [], disabled: false },
        { name: 'report', status: 'fresh', state: 'idle', schedule: '', parents: ['backup'], disabled: false },
      ],
    });
    await ask('POST', '/v1/scheduler/iso8601', { ...JOB, description: 'each hour' });
    expect(await get('job/backup')).toMatchObject({ description: 'each hour', retries: 2, cpus: 0.1, mem: 128, disk: 256 });
    expect(await status('DELETE', '/v1/scheduler/job/backup')).toBe(204);
    expect(await get('job/report')).toMatchObject({ schedule: JOB.schedule });
  });

  it('print their keys in the order of the real ones', async () => {
    const { ask, get } = api();
    await ask('POST', '/v1/scheduler/iso8601', JOB);
    const keys = Object.keys((await get('job/backup')) as object);
    expect(keys.slice(0, 4)).toEqual(['name', 'command', 'shell', 'executor']);
    expect(keys.slice(-3)).toEqual(['constraints', 'schedule', 'scheduleTimeZone']);
  });

  it('show what they fetch in both spellings in lists alone', async () => {
    const { ask, get } = api();
    await ask('POST', '/v1/scheduler/iso8601', { ...JOB, uris: ['http://m1/a.tgz'] });
    expect(await get('job/backup')).toMatchObject({ uris: ['http://m1/a.tgz'], fetch: [] });
    expect(await get('jobs')).toMatchObject([{ fetch: [{ uri: 'http://m1/a.tgz', extract: true }] }]);
  });

  it('are found by name, by command, by either, ten at a time', async () => {
    const { ask, get, status } = api();
    for (let n = 10; n < 25; n++)
      await ask('POST', '/v1/scheduler/iso8601', { ...JOB, name: `job${n}`, command: n % 2 === 0 ? 'Apples' : 'pears' });
    const found = async (query: string) => ((await get(`jobs/search?${query}`)) as unknown[]).length;
    expect(await found('name=JOB1')).toBe(10);
    expect(await found('name=job&limit=100')).toBe(15);
    expect(await found('name=job&offset=12')).toBe(3);
    expect(await found('name=job1&command=apples')).toBe(5);
    expect(await found('name=nothing&any=pears')).toBe(7);
    expect(await found('any=pears&limit=100')).toBe(15);
    expect(await found('limit=-1')).toBe(0);
    expect(await status('GET', '/v1/scheduler/jobs/search?limit=many')).toBe(404);
  });
});

describe('runs', () => {
  it('begin when asked for, and are told with their end', async () => {
    const { ask, get, world } = api();
    await ask('POST', '/v1/scheduler/iso8601', JOB);
    expect((await ask('PUT', '/v1/scheduler/job/backup?arguments=--full')).status).toBe(204);
    await world.settle();
    expect(await get('job/runs/backup')).toMatchObject([{ state: 'success', arguments: '--full', attempt: 0, exitCode: 0 }]);
    expect(await get('job/stat/backup')).toMatchObject({ histogram: { count: 1 }, taskStatHistory: [] });
    expect(await get('stats/count')).toEqual([{ jobNameLabel: 'backup', time: 0.001 }]);
    expect(await get('stats/mode')).toEqual([]);
  });

  it('are ended, and counted by hand', async () => {
    const { ask, get, world } = api();
    world.mesos.life = () => ['TASK_RUNNING'];
    await ask('POST', '/v1/scheduler/iso8601', { ...JOB, schedule: 'R//PT1H' });
    await world.settle();
    expect(await get('jobs/summary')).toMatchObject({ jobs: [{ state: '1 running' }] });
    expect((await ask('DELETE', '/v1/scheduler/task/kill/backup')).status).toBe(204);
    await world.settle();
    expect(await get('jobs/summary')).toMatchObject({ jobs: [{ state: 'idle', status: 'fresh' }] });
    expect(await (await ask('PUT', '/v1/scheduler/job/success/backup')).text()).toBe('marked job backup as successful: true');
    expect(await get('job/backup')).toMatchObject({ successCount: 1 });
  });
});

it('draws the graph of dependencies as lines and for Graphviz', async () => {
  const { ask, status } = api();
  await ask('POST', '/v1/scheduler/iso8601', JOB);
  await ask('POST', '/v1/scheduler/dependency', { name: 'report', command: 'true', parents: ['backup'] });
  expect(await (await ask('GET', '/v1/scheduler/graph/csv')).text()).toBe(
    'node,backup,fresh,idle\nnode,report,fresh,idle\nlink,backup,report\n',
  );
  expect(await (await ask('GET', '/v1/scheduler/graph/dot')).text()).toBe(
    'digraph G {\n  1 [ label="backup" ];\n  2 [ label="report" ];\n  1 -> 2;\n}\n',
  );
  expect(await status('GET', '/v1/scheduler/graph/csv', undefined, { accept: 'application/json' })).toBe(406);
});

describe('what a user may get wrong is 400 with a sentence, and nothing changes', () => {
  test.each([
    ['iso8601', { ...JOB, name: 'bad name' }, 'The name'],
    ['iso8601', { ...JOB, name: '' }, 'The name'],
    ['iso8601', { command: 'true', schedule: JOB.schedule }, "'name'"],
    ['iso8601', { ...JOB, schedule: 'each day' }, 'The schedule'],
    ['iso8601', { ...JOB, schedule: 'R//PT0S' }, 'no length'],
    ['iso8601', { ...JOB, schedule: undefined }, 'needs a schedule'],
    ['iso8601', { ...JOB, scheduleTimeZone: 'Mars/Base' }, 'time zone'],
    ['iso8601', { ...JOB, cpus: -1 }, "'cpus'"],
    ['iso8601', { ...JOB, cpus: 'many' }, "'cpus'"],
    ['iso8601', { ...JOB, retries: 1.5 }, 'whole number'],
    ['iso8601', { ...JOB, constraints: [['rack', 'LIKE', '(']] }, 'regular expression'],
    ['iso8601', { ...JOB, uris: ['a'], fetch: [{ uri: 'b' }] }, 'both uris'],
    ['iso8601', { ...JOB, environmentVariables: [{ name: 'A' }] }, "'environmentVariables.0.value'"],
    ['iso8601', [JOB], 'JSON object'],
    ['iso8601', '{"name":', 'not JSON'],
    ['iso8601', '', 'empty'],
    ['dependency', { name: 'report', command: 'true', parents: [] }, 'at least one parent'],
    ['dependency', { name: 'report', command: 'true', parents: ['nobody'] }, "'nobody'"],
    ['dependency', { name: 'backup', command: 'true', parents: ['backup'] }, 'wait for itself'],
  ])('%s %j', async (kind, body, sentence) => {
    const { ask, get } = api();
    await ask('POST', '/v1/scheduler/iso8601', { ...JOB, description: 'as it was' });
    const answer = await ask('POST', `/v1/scheduler/${kind}`, body);
    expect(answer.status).toBe(400);
    const { message, status } = (await answer.json()) as { message: string; status: string };
    expect(message).toContain(sentence);
    expect(status).toBe('Bad Request');
    expect(await get('jobs')).toMatchObject([{ name: 'backup', description: 'as it was', schedule: JOB.schedule }]);
  });

  test.each([
    ['GET', 'job/nobody'],
    ['PUT', 'job/nobody'],
    ['DELETE', 'job/nobody'],
    ['GET', 'job/stat/nobody'],
    ['DELETE', 'task/kill/nobody'],
  ])('%s %s of an unknown job', async (method, path) => {
    const { status } = api();
    expect(await status(method, `/v1/scheduler/${path}`)).toBe(400);
  });

  it('takes numbers and truth that were written as texts', async () => {
    const { ask, get } = api();
    await ask('POST', '/v1/scheduler/iso8601', { ...JOB, cpus: '0.5', disabled: 'true', retries: null });
    expect(await get('job/backup')).toMatchObject({ cpus: 0.5, disabled: true, retries: 2 });
  });
});

describe('the paths', () => {
  it('are those of 3.x and the older ones, where a job is replaced by PUT too', async () => {
    const { names, status } = api();
    expect(await status('GET', '/v1/scheduler/jobs')).toBe(200);
    expect(await status('GET', '/scheduler/jobs')).toBe(200);
    expect(await status('GET', '/v2/scheduler/jobs')).toBe(404);
    expect(await status('PUT', '/scheduler/iso8601', JOB)).toBe(204);
    expect(await status('PUT', '/scheduler/dependency', { name: 'report', command: 'true', parents: ['backup'] })).toBe(204);
    expect(await names()).toEqual(['backup', 'report']);
  });

  it('say which methods they have', async () => {
    const { ask, status } = api();
    expect(await status('PUT', '/v1/scheduler/iso8601', {})).toBe(405);
    expect(await status('POST', '/v1/scheduler/iso8601', JSON.stringify(JOB), { 'content-type': 'text/plain' })).toBe(415);
    const options = await ask('OPTIONS', '/v1/scheduler/jobs');
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'HEAD,GET,OPTIONS']);
    expect((await ask('HEAD', '/v1/scheduler/jobs')).status).toBe(200);
  });

  it('welcome pages of any origin, and tell who leads', async () => {
    const { ask, get } = api();
    expect((await ask('GET', '/ping')).headers.get('access-control-allow-origin')).toBe('*');
    expect(await (await ask('GET', '/ping')).text()).toBe('pong\n');
    expect(await get('leader')).toEqual({ leader: 'm1:4400' });
  });
});
