import { describe, expect, test } from 'vitest';
import type { ContainerTask, Instance } from '../core.ts';
import { marathon, running, type Asked } from './ask.test-support.ts';

const CONTAINER = { name: 'one', exec: { command: { shell: 'sleep 1000' } }, resources: { cpus: 0.01, mem: 16 } };
const POD = { id: '/g/pod', networks: [{ mode: 'host' }], scaling: { kind: 'fixed', instances: 1 }, containers: [CONTAINER] };

async function withPod(more: object = {}): Promise<Asked> {
  const asked = marathon();
  expect((await asked.ask('POST', '/v2/pods', { ...POD, ...more })).status).toBe(201);
  asked.core.events.length = 0;
  return asked;
}

/** An instance of the pod with a task of its container. */
function instanceOf({ core }: Asked, more: Partial<Instance> = {}, task: Partial<ContainerTask> = {}): Instance {
  const made = running('/g/pod', 1);
  const one: ContainerTask = {
    name: 'one',
    id: `${made.id}.one.1`,
    condition: 'Running',
    state: 'TASK_RUNNING',
    stagedAt: '2016-04-26T08:59:58.000Z',
    startedAt: '2016-04-26T08:59:59.000Z',
    hostPorts: [31_000],
    networks: [{ addresses: ['10.0.0.1'] }],
    ...task,
  };
  const version = core.pod('/g/pod')?.version ?? '';
  const instance = { ...made, version, taskId: one.id, tasks: [one], since: '2016-04-26T09:00:00.000Z', ...more };
  core.running.push(instance);
  return instance;
}

describe('/v2/pods', () => {
  test('HEAD says that pods are there', async () => {
    const { status, text } = await marathon().ask('HEAD', '/v2/pods');
    expect([status, text]).toEqual([200, '']);
  });

  test('POST makes a pod, answers with its defaults filled in, and tells of it', async () => {
    const { ask, core } = marathon();
    const { status, headers, body } = await ask('POST', '/v2/pods', POD);
    expect([status, headers.get('location')]).toEqual([201, 'http://m1.test:8080/g/pod']);
    expect(headers.get('marathon-deployment-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(Object.keys(body)).toEqual(['id', 'version', 'containers', 'networks', 'scaling', 'scheduling', 'executorResources', 'role']);
    expect(body).toMatchObject({ version: core.pod('/g/pod')?.version, scheduling: { placement: {} } });
    expect((await ask('GET', '/v2/pods/g/pod')).body).toEqual(body);
    expect((await ask('GET', '/v2/pods')).body).toEqual([body]);
    expect(core.events).toMatchObject([{ eventType: 'pod_created_event', clientIp: '127.0.0.1', uri: '/v2/pods' }]);
  });

  test('a second POST is a conflict, and changes nothing', async () => {
    const { ask, core } = await withPod();
    const { status, body } = await ask('POST', '/v2/pods', { ...POD, scaling: { kind: 'fixed', instances: 9 } });
    expect([status, body]).toEqual([409, { message: 'A pod with id [/g/pod] already exists.' }]);
    expect(core.pod('/g/pod')?.instances).toBe(1);
  });

  test.each([
    ['a broken rule', { ...POD, containers: [] }, '/containers'],
    ['a wrong form', { ...POD, containers: 'one' }, '/containers'],
    ['a relative id', { ...POD, id: 'pod' }, '/id'],
    ['the id of its group', { ...POD, id: '/g' }, '/'],
  ])('POST with %s is 422', async (_what, body, path) => {
    const { ask, core } = await withPod();
    const answer = await ask('POST', '/v2/pods', body);
    expect([answer.status, answer.body.details[0].path]).toEqual([422, path]);
    expect(core.calls).toHaveLength(1);
  });

  test('an app and a pod may not have one id', async () => {
    const { ask } = await withPod();
    const errors = ['Applications and Pods may not share the same id'];
    const refused = await ask('POST', '/v2/apps', { id: '/g/pod', cmd: 'sleep 1' });
    expect([refused.status, refused.body.details]).toEqual([
      422,
      [
        { path: '/', errors },
        { path: '/groups(0)', errors },
      ],
    ]);
    await ask('POST', '/v2/apps', { id: '/g/app', cmd: 'sleep 1' });
    expect((await ask('POST', '/v2/pods', { ...POD, id: '/g/app' })).status).toBe(422);
  });

  test('locked by a deployment it is not changed without force', async () => {
    const { ask, core } = marathon();
    core.stays = true;
    await ask('POST', '/v2/pods', POD);
    const change = { ...POD, scaling: { kind: 'fixed', instances: 2 } };
    expect((await ask('PUT', '/v2/pods/g/pod', change)).body).toMatchObject({ deployments: [{ id: core.open[0]?.id }] });
    expect((await ask('PUT', '/v2/pods/g/pod?force=true', change)).status).toBe(200);
    expect((await ask('DELETE', '/v2/pods/g/pod')).status).toBe(409);
  });
});

describe('one pod', () => {
  test('PUT changes it in a new version, and an older version can still be read', async () => {
    const { ask, core } = await withPod();
    const first = core.pod('/g/pod')?.version ?? '';
    const { status, body } = await ask('PUT', '/v2/pods/g/pod', { ...POD, scaling: { kind: 'fixed', instances: 2 } });
    expect([status, body.scaling.instances]).toEqual([200, 2]);
    expect((await ask('GET', '/v2/pods/g/pod::versions')).body).toEqual([body.version, first]);
    expect((await ask('GET', `/v2/pods/g/pod::versions/${first}`)).body).toMatchObject({ version: first, scaling: { instances: 1 } });
    expect(core.events.at(-1)).toMatchObject({ eventType: 'pod_updated_event', uri: '/v2/pods/g/pod' });
  });

  test('PUT of the same replaces its instances: it is a new version as well', async () => {
    const { ask, core } = await withPod();
    const first = core.pod('/g/pod')?.version;
    const { body } = await ask('PUT', '/v2/pods/g/pod', POD);
    expect(core.calls.at(-1)).toBe('update /g/pod');
    expect([body.version, body.version === first]).toEqual([core.pod('/g/pod')?.version, false]);
  });

  test('PUT of one that is not there makes it', async () => {
    const { ask, core } = marathon();
    expect((await ask('PUT', '/v2/pods/g/pod', POD)).status).toBe(200);
    expect(core.pod('/g/pod')).toBeDefined();
  });

  test('PUT with another id is refused', async () => {
    const { ask } = await withPod();
    const { status, body } = await ask('PUT', '/v2/pods/g/pod', { ...POD, id: '/g/other' });
    expect([status, body]).toEqual([400, { message: "'/g/pod' does not match definition's id ('/g/other')" }]);
  });

  test('DELETE takes it down, and answers with the deployment as the location', async () => {
    const { ask, core } = await withPod();
    const { status, headers, text } = await ask('DELETE', '/v2/pods/g/pod');
    const id = headers.get('marathon-deployment-id');
    expect([status, text, headers.get('location')]).toEqual([202, '', `http://m1.test:8080/${id}`]);
    expect(core.pod('/g/pod')).toBeUndefined();
    expect(core.events.at(-1)).toMatchObject({ eventType: 'pod_deleted_event' });
  });

  test.each([
    ['GET', '/v2/pods/no', '{"message": "pod with /no does not exist"}'],
    ['DELETE', '/v2/pods/no', "Pod '/no' does not exist"],
    ['GET', '/v2/pods/no::status', "Pod '/no' does not exist"],
    ['GET', '/v2/pods/no::versions', "Pod '/no' does not exist"],
    ['GET', '/v2/pods/g/pod::versions/2016-04-26T08:00:00.000Z', "Pod '/g/pod' does not exist"],
    ['DELETE', '/v2/pods/g/pod::instances/g_pod.instance-1', "Task 'g_pod.instance-1' does not exist"],
  ])('%s %s is 404', async (method, path, message) => {
    const { status, body } = await (await withPod()).ask(method, path);
    expect([status, body]).toEqual([404, { message, details: [] }]);
  });

  test('it is no app, and its tasks are not among those of apps', async () => {
    const asked = await withPod();
    instanceOf(asked);
    const { ask } = asked;
    expect((await ask('GET', '/v2/apps/g/pod')).status).toBe(404);
    expect((await ask('GET', '/v2/apps')).body).toEqual({ apps: [] });
    expect((await ask('GET', '/v2/tasks')).body).toEqual({ tasks: [] });
  });
});

describe('::status', () => {
  const healthCheck = { http: { endpoint: 'web' } };
  const endpoints = [{ name: 'web', hostPort: 0 }];

  test('a running instance is stable, with its ports, its addresses and what it holds', async () => {
    const asked = await withPod({ containers: [{ ...CONTAINER, endpoints }] });
    const { id } = instanceOf(asked);
    const { body } = await asked.ask('GET', '/v2/pods/g/pod::status');
    expect(body).toMatchObject({ id: '/g/pod', status: 'STABLE', statusSince: '2016-04-26T09:00:00.000Z', terminationHistory: [] });
    expect(body.spec.scheduling).not.toHaveProperty('placement');
    expect(body.instances).toMatchObject([
      {
        id,
        status: 'STABLE',
        agentHostname: 'a1',
        agentId: 'agent-S0',
        resources: { cpus: 0.11, mem: 48, disk: 10, gpus: 0 },
        networks: [{ addresses: ['10.0.0.1'] }],
        containers: [
          {
            name: 'one',
            status: 'TASK_RUNNING',
            statusSince: '2016-04-26T08:59:59.000Z',
            conditions: [],
            containerId: `${id}.one.1`,
            endpoints: [{ name: 'web', allocatedHostPort: 31_000 }],
          },
        ],
      },
    ]);
    expect((await asked.ask('GET', '/v2/pods/::status')).body).toEqual([body]);
  });

  test.each([
    ['unknown', undefined, 'DEGRADED', { value: 'false', reason: 'health-unreported-by-mesos' }],
    ['good', true, 'STABLE', { value: 'true', reason: 'health-reported-by-mesos' }],
    ['bad', false, 'DEGRADED', { value: 'false', reason: 'health-reported-by-mesos' }],
  ])('with %s health', async (_word, healthy, status, condition) => {
    const asked = await withPod({ containers: [{ ...CONTAINER, endpoints, healthCheck }] });
    instanceOf(asked, {}, healthy === undefined ? {} : { healthy });
    const { body } = await asked.ask('GET', '/v2/pods/g/pod::status');
    expect([body.status, body.instances[0].status]).toEqual([status, status]);
    expect(body.instances[0].containers[0].conditions).toMatchObject([{ name: 'healthy', ...condition }]);
  });

  test.each([
    ['Scheduled', 'PENDING'],
    ['Provisioned', 'PENDING'],
    ['Starting', 'STAGING'],
    ['Unreachable', 'DEGRADED'],
    ['Killing', 'TERMINAL'],
  ] as const)('an instance that is %s is %s, and its pod degraded', async (condition, status) => {
    const asked = await withPod();
    instanceOf(asked, { condition });
    const { body } = await asked.ask('GET', '/v2/pods/g/pod::status');
    expect([body.status, body.instances[0].status]).toEqual(['DEGRADED', status]);
  });

  test('a container that failed says why, and holds nothing', async () => {
    const asked = await withPod({ containers: [{ ...CONTAINER, endpoints }] });
    instanceOf(asked, { condition: 'Failed' }, { condition: 'Failed', state: 'TASK_FAILED', message: 'exited with status 1' });
    const [instance] = (await asked.ask('GET', '/v2/pods/g/pod::status')).body.instances;
    expect(instance.containers).toMatchObject([{ status: 'TASK_FAILED', message: 'exited with status 1', endpoints: [] }]);
    expect(instance.resources).toEqual({ cpus: 0.1, mem: 32, disk: 10, gpus: 0 });
  });
});

describe('::instances', () => {
  test('DELETE of one kills it', async () => {
    const asked = await withPod();
    const { id, taskId, version } = instanceOf(asked);
    const { status, body } = await asked.ask('DELETE', `/v2/pods/g/pod::instances/${id}`);
    expect([status, body]).toEqual([
      200,
      {
        instanceId: id,
        state: { condition: 'Running', since: '2016-04-26T09:00:00.000Z', activeSince: '2016-04-26T08:59:59.000Z' },
        agentInfo: { host: 'a1', agentId: 'agent-S0', attributes: [] },
        runSpecVersion: version,
        unreachableStrategy: { inactiveAfterSeconds: 0, expungeAfterSeconds: 0 },
      },
    ]);
    expect(asked.core.calls.at(-1)).toBe(`kill ${taskId}`);
  });

  test('DELETE of a list kills those of the pod', async () => {
    const asked = await withPod();
    const { id, taskId } = instanceOf(asked);
    const { body } = await asked.ask('DELETE', '/v2/pods/g/pod::instances?wipe=true', [id, 'g_pod.instance-other']);
    expect(body).toMatchObject([{ instanceId: id }]);
    expect(asked.core.calls.at(-1)).toBe(`kill ${taskId} wipe`);
  });

  test.each([
    ['a list that is none', '/v2/pods/g/pod::instances', { ids: [] }, 422],
    ['an id that is none', '/v2/pods/g/pod::instances', ['task'], 422],
    ['an id that is none in the path', '/v2/pods/g/pod::instances/task', undefined, 422],
    ['an unknown pod', '/v2/pods/no::instances', ['no.instance-1'], 404],
  ])('%s kills nothing', async (_what, path, body, status) => {
    const asked = await withPod();
    instanceOf(asked);
    expect((await asked.ask('DELETE', path, body)).status).toBe(status);
    expect(asked.core.calls).toHaveLength(1);
  });
});

describe('pods in groups', () => {
  const GROUP = { id: '/site', pods: [{ ...POD, id: 'pod' }], apps: [{ id: 'app', cmd: 'sleep 1' }] };

  test('are made with the group, and shown with it as the query wishes', async () => {
    const { ask } = marathon();
    expect((await ask('POST', '/v2/groups', GROUP)).status).toBe(201);
    const pod = (await ask('GET', '/v2/pods/site/pod')).body;
    expect((await ask('GET', '/v2/groups/site')).body.pods).toEqual([pod]);
    expect((await ask('GET', '/v2/groups/site?embed=group.pods')).body).toMatchObject({ apps: [], pods: [{ id: '/site/pod' }] });
    expect((await ask('GET', '/v2/groups/site?embed=group.apps')).body).toMatchObject({ apps: [{ id: '/site/app' }], pods: [] });
  });

  test('stay as they are when a change names only apps, scale with their group, and go with it', async () => {
    const { ask, core } = marathon();
    await ask('POST', '/v2/groups', GROUP);
    await ask('PUT', '/v2/groups/site', { apps: [] });
    expect([core.app('/site/app'), core.pod('/site/pod')?.instances]).toEqual([undefined, 1]);
    await ask('PUT', '/v2/groups/site', { scaleBy: 3 });
    expect(core.pod('/site/pod')?.instances).toBe(3);
    await ask('DELETE', '/v2/groups/site');
    expect(core.pod('/site/pod')).toBeUndefined();
  });

  test.each([
    ['outside of it', { id: '/g', pods: [{ ...POD, id: '/other/pod' }] }, '/pods(0)/id'],
    ['without a container', { id: '/g', pods: [{ ...POD, id: 'pod', containers: [] }] }, '/pods(0)/containers'],
    ['of an id that an app has', { id: '/g', pods: [{ ...POD, id: 'a' }], apps: [{ id: 'a', cmd: 'sleep 1' }] }, '/'],
  ])('%s are refused', async (_what, body, path) => {
    const answer = await marathon().ask('POST', '/v2/groups', body);
    expect([answer.status, answer.body.details[0].path]).toEqual([422, path]);
  });
});

test('a queued pod is named as such', async () => {
  const { ask, core } = await withPod();
  const pod = core.pod('/g/pod');
  const waits = { count: 1, since: 's', delay: { timeLeftSeconds: 0, overdue: true }, processedOffersCount: 0, unusedOffersCount: 0 };
  const none = { rejectSummaryLastOffers: [], rejectSummaryLaunchAttempt: [], lastUnusedOffers: [] };
  core.queued = pod ? [{ spec: pod, ...waits, ...none }] : [];
  const [entry] = (await ask('GET', '/v2/queue')).body.queue;
  expect(entry).toMatchObject({ pod: { id: '/g/pod' }, role: 'slave_public' });
  expect(entry).not.toHaveProperty('app');
  expect((await ask('DELETE', '/v2/queue/g/pod/delay')).status).toBe(204);
});
