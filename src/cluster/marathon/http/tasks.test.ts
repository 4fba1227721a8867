import { describe, expect, test } from 'vitest';
import { marathon, running, type Asked } from './ask.test-support.ts';

/** An app with two ports and two running tasks, and one without ports and tasks. */
async function withTasks(): Promise<Asked> {
  const asked = marathon();
  await asked.ask('POST', '/v2/apps', { id: '/g/two', cmd: 'sleep 1000', instances: 2, portDefinitions: [{ port: 9401 }, { port: 9402 }] });
  await asked.ask('POST', '/v2/apps', { id: '/g/none', cmd: 'sleep 1000', portDefinitions: [] });
  asked.core.running = [
    running('/g/two', 1, { hostPorts: [31_001, 31_002] }),
    running('/g/two', 2, { hostPorts: [31_003, 31_004], host: 'p1' }),
    running('/g/none', 3, { hostPorts: [], condition: 'Staging', state: 'TASK_STAGING' }),
  ];
  return asked;
}

const [ONE, TWO] = [running('/g/two', 1).taskId, running('/g/two', 2).taskId];

describe('a task', () => {
  test('is printed as recorded; its service ports only among all tasks', async () => {
    const { ask, core } = await withTasks();
    core.running = [
      running('/g/two', 1, {
        health: [{ instanceId: 'g_two.instance-1', alive: false, consecutiveFailures: 2, lastFailure: 't', lastFailureCause: '404' }],
      }),
    ];
    const [task] = (await ask('GET', '/v2/apps/g/two/tasks')).body.tasks;
    expect(JSON.stringify(task)).toBe(
      '{"appId":"/g/two","healthCheckResults":[{"alive":false,"consecutiveFailures":2,"instanceId":"instance [g_two.instance-1]",' +
        `"lastFailure":"t","lastFailureCause":"404"}],"host":"a1","id":"${ONE}",` +
        '"ipAddresses":[{"ipAddress":"10.0.0.1","protocol":"IPv4"}],"ports":[31001],"servicePorts":[],"slaveId":"agent-S0",' +
        '"state":"TASK_RUNNING","stagedAt":"2016-04-26T08:59:58.000Z","startedAt":"2016-04-26T08:59:59.000Z",' +
        '"version":"2016-04-26T09:00:00.001Z","localVolumes":[],"role":"slave_public"}',
    );
    expect((await ask('GET', '/v2/tasks')).body.tasks[0]).toMatchObject({ servicePorts: [9401, 9402] });
  });

  test('that failed and waits for its replacement has lost its times and ports', async () => {
    const { ask, core } = await withTasks();
    core.running = [running('/g/two', 1, { condition: 'Scheduled', state: 'TASK_FAILED' })];
    const [task] = (await ask('GET', '/v2/apps/g/two/tasks')).body.tasks;
    expect(task).toMatchObject({ state: 'TASK_FAILED', ports: [] });
    for (const key of ['stagedAt', 'startedAt', 'version']) expect(task).not.toHaveProperty(key);
  });

  test('is not there before its first launch', async () => {
    const { ask, core } = await withTasks();
    const { state: _state, ...waiting } = running('/g/two', 1, { condition: 'Scheduled' });
    core.running = [waiting];
    expect((await ask('GET', '/v2/apps/g/two/tasks')).body).toEqual({ tasks: [] });
    expect((await ask('GET', '/v2/apps/g/two')).body.app).toMatchObject({ tasksStaged: 0, tasksRunning: 0, tasks: [] });
  });
});

describe('lists', () => {
  test.each([
    ['', 3],
    ['?status=running', 2],
    ['?status=RUNNING', 2],
    ['?status=staging', 1],
    ['?status[]=running&status[]=staging', 3],
    ['?status=TASK_RUNNING', 3],
    ['?status=', 3],
  ])('/v2/tasks%s has %i', async (query, count) => {
    const { ask } = await withTasks();
    expect((await ask('GET', `/v2/tasks${query}`)).body.tasks).toHaveLength(count);
  });

  test('of all apps below a group', async () => {
    const { ask } = await withTasks();
    expect((await ask('GET', '/v2/apps/g/*/tasks')).body.tasks).toHaveLength(3);
  });

  test('as text for load balancers, a line for each app and service port', async () => {
    const { ask, core } = await withTasks();
    core.running = core.running.slice(0, 2);
    const { text, headers } = await ask('GET', '/v2/tasks', undefined, { accept: 'text/plain, application/json;q=0.5' });
    expect(headers.get('content-type')).toContain('text/plain');
    expect(text).toBe('g_two\t9401\ta1:31001\tp1:31003\t\ng_two\t9402\ta1:31002\tp1:31004\t\ng_none\t \t\n');
  });
});

describe('kills', () => {
  test.each([
    ['DELETE', `/v2/apps/g/two/tasks/${ONE}`, undefined, `kill ${ONE}`, 'task'],
    ['DELETE', '/v2/apps/g/two/tasks', undefined, `kill ${ONE} ${TWO}`, 'tasks'],
    ['DELETE', '/v2/apps/g/two/tasks?host=p1', undefined, `kill ${TWO}`, 'tasks'],
    ['DELETE', '/v2/apps/g/two/tasks?wipe=true', undefined, `kill ${ONE} ${TWO} wipe`, 'tasks'],
    ['POST', '/v2/tasks/delete', { ids: [TWO, 'g_none.instance-x._app.1'] }, `kill ${TWO}`, 'tasks'],
  ])('%s %s', async (method, path, body, call, key) => {
    const { ask, core } = await withTasks();
    const answer = await ask(method, path, body);
    expect([answer.status, Object.keys(answer.body), core.calls.at(-1)]).toEqual([200, [key], call]);
  });

  test('with scale kills first, then wants as many fewer', async () => {
    const { ask, core } = await withTasks();
    const { status, body } = await ask('POST', '/v2/tasks/delete?scale=true', { ids: [ONE] });
    expect([status, Object.keys(body)]).toEqual([200, ['deploymentId', 'version']]);
    expect(core.calls.slice(-2)).toEqual([`kill ${ONE}`, 'update /g/two']);
    expect(core.app('/g/two')?.instances).toBe(1);
  });

  test('with scale of a locked app kills nothing', async () => {
    const { ask, core } = await withTasks();
    core.stays = true;
    await ask('PUT', '/v2/apps/g/two', { mem: 24 });
    const { status, body } = await ask('DELETE', '/v2/apps/g/two/tasks?scale=true');
    expect([status, body.deployments]).toEqual([409, [{ id: core.open[0]?.id }]]);
    expect(core.calls.filter((call) => call.startsWith('kill'))).toEqual([]);
  });

  test.each([
    ['DELETE', '/v2/apps/none/tasks', undefined, 404, { message: "App '/none' does not exist", details: [] }],
    ['DELETE', '/v2/apps/g/two/tasks/no', undefined, 404, { message: "Task 'no' does not exist", details: [] }],
    ['DELETE', '/v2/apps/g/two/tasks?scale=true&wipe=true', undefined, 400, { message: 'You cannot use scale and wipe at the same time.' }],
    ['DELETE', '/v2/apps/g/two/tasks?host=none&scale=true', undefined, 404, { message: "Path '/g/two' does not exist" }],
    ['POST', '/v2/tasks/delete', { ids: ['garbage'] }, 400, { message: expect.stringContaining("'garbage'") }],
    [
      'POST',
      '/v2/tasks/delete',
      {},
      422,
      { message: 'Invalid JSON', details: [{ path: '', errors: ["'ids' is undefined on object: {}"] }] },
    ],
    ['POST', '/v2/tasks/delete', { ids: [] }, 200, { tasks: [] }],
  ])('%s %s %j is %i', async (method, path, body, status, expected) => {
    const { ask } = await withTasks();
    const answer = await ask(method, path, body);
    expect([answer.status, answer.body]).toEqual([status, expected]);
  });
});

test('statistics tell tasks by the version that they run', async () => {
  const { ask, core, clock } = await withTasks();
  const at = (ms: number): string => new Date(clock.now() - ms).toISOString();
  const healthy = [{ instanceId: 'i', alive: true, consecutiveFailures: 0 }];
  core.running = [
    running('/g/two', 1, { startedAt: at(1000), health: healthy }),
    running('/g/two', 2, { startedAt: at(4000), version: '2016-01-01T00:00:00.000Z' }),
  ];
  const { tasksStats } = (await ask('GET', '/v2/apps/g/two?embed=app.taskStats')).body.app;
  const one = { stats: { counts: { staged: 0, running: 1, healthy: 1, unhealthy: 0 }, lifeTime: { averageSeconds: 1, medianSeconds: 1 } } };
  expect(tasksStats).toMatchObject({ startedAfterLastScaling: one, withLatestConfig: one });
  expect(tasksStats.withOutdatedConfig.stats.lifeTime).toEqual({ averageSeconds: 4, medianSeconds: 4 });
  expect(tasksStats.totalSummary.stats).toEqual({
    counts: { staged: 0, running: 2, healthy: 1, unhealthy: 0 },
    lifeTime: { averageSeconds: 2.5, medianSeconds: 2.5 },
  });
});
