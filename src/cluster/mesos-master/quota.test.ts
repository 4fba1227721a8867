import { expect, test } from 'vitest';
import { poolOf, totalOf } from '../../api/mesos/quantities.ts';
import type { RoleJson } from '../../api/mesos/state.ts';
import { memoryStore } from '../kernel/store.ts';
import { testMesos, testTask, type TestFramework, type TestMesos } from './test-mesos.test-support.ts';

const cpus = (value: number) => [{ name: 'cpus', type: 'SCALAR', scalar: { value } }];
const ask = (mesos: TestMesos, method: string, path: string, body?: unknown): Promise<Response> =>
  mesos.master.fetch(
    new Request(`http://mesos${path}`, {
      method,
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      headers: { 'content-type': 'application/json' },
    }),
  );
const set = (mesos: TestMesos, body: unknown): Promise<Response> => ask(mesos, 'POST', '/quota', body);

test('a quota is set once, shown, kept over a restart, and removed', async () => {
  const store = memoryStore();
  const mesos = testMesos({ store });
  expect(await mesos.get('/quota')).toEqual({});
  expect((await set(mesos, { role: 'dev', guarantee: cpus(0.5), force: true })).status).toBe(200);
  const again = await set(mesos, { role: 'dev', guarantee: cpus(0.5), force: true });
  expect([again.status, await again.text()]).toEqual([
    400,
    "Failed to validate set quota request: Cannot set quota for role 'dev' which already has quota",
  ]);
  mesos.master.stop();
  const later = testMesos({ store, seed: 2 });
  expect(await later.get('/quota')).toEqual({ infos: [{ role: 'dev', guarantee: cpus(0.5) }] });
  const { roles } = await later.get<{ roles: RoleJson[] }>('/roles');
  expect(roles.find((role) => role.name === 'dev')?.quota).toEqual({
    role: 'dev',
    guarantee: { cpus: 0.5 },
    limit: { cpus: 0.5 },
    consumed: {},
  });
  expect((await ask(later, 'DELETE', '/quota/dev')).status).toBe(200);
  const gone = await ask(later, 'DELETE', '/quota/dev');
  expect([gone.status, await gone.text()]).toEqual([
    400,
    "Failed to remove quota for path '/master/quota/dev': Role 'dev' has no quota set",
  ]);
  expect(await later.get('/quota')).toEqual({});
});

test('more than the agents have left is refused, unless it is forced', async () => {
  const mesos = testMesos();
  mesos.agent('a1');
  await mesos.settle();
  expect((await set(mesos, { role: 'dev', guarantee: cpus(0.6) })).status).toBe(200);
  expect((await set(mesos, { role: 'ops', guarantee: cpus(0.6) })).status).toBe(409);
  expect((await set(mesos, { role: 'ops', guarantee: cpus(0.6), force: true })).status).toBe(200);
  expect((await set(mesos, { role: 'qa', guarantee: cpus(0.1) })).status).toBe(409);
});

test.each([
  [{ guarantee: cpus(1) }, /Role names cannot be the empty string/],
  [{ role: '*', guarantee: cpus(1) }, /default '\*' role/],
  [{ role: 'dev' }, /guarantee that is not empty/],
  [{ role: 'dev', guarantee: [...cpus(1), ...cpus(1)] }, /duplicate resource names/],
  [{ role: 'dev', guarantee: cpus(-1) }, /has to be a number from 0 up/],
  [{ role: 'dev', guarantee: [{ name: 'bandwidth', type: 'SCALAR', scalar: { value: 1 } }] }, /There is no resource 'bandwidth'/],
  [{ role: 'dev', guarantee: [{ name: 'ports', type: 'RANGES', ranges: { range: [] } }] }, /non-scalar resources/],
  [{ role: 'dev', guarantee: [{ name: 'ports', type: 'SCALAR', scalar: { value: 1 } }] }, /non-scalar resources/],
  [{ role: 'dev', guarantee: 'all' }, /'guarantee' is not as expected/],
  ['[', /it is not JSON/],
])('%j is refused', async (body, message) => {
  const mesos = testMesos();
  const answer = await set(mesos, body);
  expect(answer.status).toBe(400);
  expect(await answer.text()).toMatch(message);
  expect(await mesos.get('/quota')).toEqual({});
});

test('the operator API sets, shows and removes the same; an unknown role is a fault of the caller', async () => {
  const mesos = testMesos();
  const call = (body: Record<string, unknown>): Promise<Response> => ask(mesos, 'POST', '/api/v1', body);
  const quota_request = { role: 'dev', guarantee: cpus(1), force: true };
  expect((await call({ type: 'SET_QUOTA', set_quota: { quota_request } })).status).toBe(200);
  expect(await (await call({ type: 'GET_QUOTA' })).json()).toEqual({
    type: 'GET_QUOTA',
    get_quota: {
      status: {
        infos: [{ role: 'dev', guarantee: cpus(1) }],
        configs: [{ role: 'dev', guarantees: { cpus: { value: 1 } }, limits: { cpus: { value: 1 } } }],
      },
    },
  });
  expect((await call({ type: 'REMOVE_QUOTA', remove_quota: { role: 'dev' } })).status).toBe(200);
  expect((await call({ type: 'REMOVE_QUOTA', remove_quota: { role: 'dev' } })).status).toBe(400);
  expect((await call({ type: 'SET_QUOTA' })).status).toBe(400);
});

test('the operator API changes weights as /weights does', async () => {
  const mesos = testMesos();
  const update = (weight: number): Promise<Response> =>
    ask(mesos, 'POST', '/api/v1', { type: 'UPDATE_WEIGHTS', update_weights: { weight_infos: [{ role: 'dev', weight }] } });
  expect((await update(3)).status).toBe(200);
  expect((await update(0)).status).toBe(400);
  expect(await mesos.get('/weights')).toEqual([{ role: 'dev', weight: 3 }]);
});

const update = (mesos: TestMesos, configs: unknown, force = false): Promise<Response> =>
  ask(mesos, 'POST', '/api/v1', { type: 'UPDATE_QUOTA', update_quota: { force, quota_configs: configs } });
const offeredCpus = (framework: TestFramework): number =>
  [...framework.offers.values()].reduce((sum, offer) => sum + totalOf(poolOf(offer.resources)).cpus, 0);

test('a role is offered no more than its limit, used and offered together, whatever the cluster has', async () => {
  const mesos = testMesos();
  expect((await update(mesos, [{ role: 'dev', limits: { cpus: { value: 0.5 } } }])).status).toBe(200);
  const dev = await mesos.framework({ roles: ['dev/team'] });
  mesos.agent('a1');
  mesos.agent('a2');
  await mesos.settle();
  expect(offeredCpus(dev)).toBe(0.5);
  dev.accept([testTask('t', { cpus: 0.3 })]);
  await mesos.clock.advance(1000);
  expect(offeredCpus(dev)).toBe(0.2);
  await update(mesos, [{ role: 'dev' }]);
  await mesos.clock.advance(1000);
  expect(offeredCpus(dev)).toBe(1.7);
});

test('what a role is guaranteed stays there for it while it has no use for it, and comes first when it has', async () => {
  const mesos = testMesos();
  mesos.agent('a1');
  mesos.agent('a2');
  await mesos.settle();
  expect((await update(mesos, [{ role: 'prod', guarantees: { cpus: { value: 1.5 } }, limits: { cpus: { value: 1.8 } } }])).status).toBe(
    200,
  );
  const greedy = await mesos.framework({ roles: ['*'] });
  expect(offeredCpus(greedy)).toBe(0.5);
  const prod = await mesos.framework({ roles: ['prod'] });
  expect(offeredCpus(prod)).toBe(1.5);
  greedy.decline(3600);
  await mesos.clock.advance(1000);
  expect(offeredCpus(prod)).toBe(1.8);
});

test('reservations count for the quota of their role, and are offered to it all the same', async () => {
  const mesos = testMesos();
  mesos.agent('p1', { defaultRole: 'dev' });
  mesos.agent('a1');
  await mesos.settle();
  await update(mesos, [{ role: 'dev', limits: { cpus: { value: 1.2 } } }]);
  const dev = await mesos.framework({ roles: ['dev'] });
  expect(offeredCpus(dev)).toBe(1.2);
});

test('a new quota takes offers back that are against it, and holds over a restart', async () => {
  const store = memoryStore();
  const mesos = testMesos({ store });
  mesos.agent('a1');
  const dev = await mesos.framework({ roles: ['dev'] });
  expect(offeredCpus(dev)).toBe(1);
  await update(mesos, [{ role: 'dev', limits: { cpus: { value: 0.4 } } }], true);
  await mesos.settle();
  expect(offeredCpus(dev)).toBe(0.4);
  mesos.master.stop();
  const later = testMesos({ store, seed: 2 });
  const { roles } = await later.get<{ roles: RoleJson[] }>('/roles');
  expect(roles.find(({ name }) => name === 'dev')?.quota).toMatchObject({ guarantee: {}, limit: { cpus: 0.4 } });
});

test.each([
  [[{ role: 'dev', guarantees: { cpus: { value: 2 } }, limits: { cpus: { value: 1 } } }], 400, /above its limit/],
  [[{ role: '*', limits: { cpus: { value: 1 } } }], 400, /default '\*' role/],
  [[{ role: 'dev/', limits: { cpus: { value: 1 } } }], 400, /end with a slash/],
  [[{ role: 'dev', limits: { bandwidth: { value: 1 } } }], 400, /no resource 'bandwidth'/],
  [[{ role: 'dev', limits: { cpus: { value: -1 } } }], 400, /from 0 up/],
  [[{ role: 'dev' }, { role: 'dev' }], 400, /twice/],
  [
    [
      { role: 'ok', limits: { cpus: { value: 1 } } },
      { role: 'dev', guarantees: { cpus: { value: 99 } } },
    ],
    409,
    /Not enough/,
  ],
  ['all', 400, /'quota_configs'/],
])('UPDATE_QUOTA with %j is %i and changes nothing', async (configs, status, message) => {
  const mesos = testMesos();
  const answer = await update(mesos, configs);
  expect([answer.status, await answer.text()]).toEqual([status, expect.stringMatching(message)]);
  expect(await (await ask(mesos, 'POST', '/api/v1', { type: 'GET_QUOTA' })).json()).toMatchObject({ get_quota: { status: {} } });
});
