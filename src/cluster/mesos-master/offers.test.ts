import { expect, test } from 'vitest';
import { poolOf, totalOf } from '../../api/mesos/quantities.ts';
import { testMesos, testTask } from './test-mesos.test-support.ts';

test('a new agent is offered at once: what is unreserved, and what the role of the framework has reserved', async () => {
  const mesos = testMesos();
  const marathon = await mesos.framework();
  mesos.agent('a1');
  mesos.agent('p1', { defaultRole: 'slave_public' });
  await mesos.settle();
  const offers = [...marathon.offers.values()];
  expect(offers.map((offer) => [offer.hostname, Object.keys(poolOf(offer.resources))])).toEqual([
    ['127.0.65.111', ['*']],
    ['127.0.65.60', ['slave_public']],
  ]);
  expect(offers.every((offer) => offer.allocation_info.role === 'slave_public')).toBe(true);
  expect(offers[0]?.id.value).toMatch(/^[0-9a-f-]{36}-O0$/);
  expect(offers[0]?.agent_id.value).toMatch(/^[0-9a-f-]{36}-S0$/);
  expect(marathon.id()).toMatch(/^[0-9a-f-]{36}-0000$/);
});

test('a framework of another role is not offered what is reserved', async () => {
  const mesos = testMesos();
  const chronos = await mesos.framework({ name: 'chronos', roles: ['*'] });
  mesos.agent('p1', { defaultRole: 'slave_public' });
  await mesos.settle();
  expect(chronos.offers.size).toBe(0);
});

test('declined resources come back when the filter runs out, and go to others meanwhile', async () => {
  const mesos = testMesos();
  const marathon = await mesos.framework();
  mesos.agent('a1');
  await mesos.settle();
  const chronos = await mesos.framework({ name: 'chronos', roles: ['*'] });
  expect(chronos.offers.size).toBe(0);
  marathon.decline(30);
  await mesos.settle();
  expect(chronos.offers.size).toBe(1);
  chronos.decline(3600);
  await mesos.clock.advance(29_999);
  expect(marathon.offers.size).toBe(0);
  await mesos.clock.advance(1);
  expect(marathon.offers.size).toBe(1);
});

test('a decline without a filter is offered again at the next tick, not at once for ever', async () => {
  const mesos = testMesos();
  const marathon = await mesos.framework();
  mesos.agent('a1');
  await mesos.settle();
  marathon.decline(0);
  await mesos.settle();
  expect(marathon.offers.size).toBe(0);
  await mesos.clock.advance(1000);
  expect(marathon.offers.size).toBe(1);
});

test('reviving forgets filters at once; suppressed frameworks get nothing', async () => {
  const mesos = testMesos();
  const marathon = await mesos.framework();
  mesos.agent('a1');
  await mesos.settle();
  marathon.decline(3600);
  marathon.call({ type: 'SUPPRESS' });
  await mesos.settle();
  mesos.agent('a2');
  await mesos.clock.advance(5000);
  expect(marathon.offers.size).toBe(0);
  marathon.call({ type: 'REVIVE' });
  await mesos.settle();
  expect(marathon.offers.size).toBe(2);
});

test('what a task leaves, and what it gives back at its end, is offered at once', async () => {
  const mesos = testMesos();
  const marathon = await mesos.framework();
  mesos.agent('a1');
  await mesos.settle();
  marathon.accept([testTask('t', { cpus: 0.7, mem: 500, ports: [{ begin: 31_005, end: 31_005 }] })]);
  await mesos.settle();
  const [rest] = marathon.offers.values();
  expect(totalOf(poolOf(rest?.resources ?? []))).toMatchObject({
    cpus: 0.3,
    mem: 12,
    ports: [
      { begin: 31_000, end: 31_004 },
      { begin: 31_006, end: 32_000 },
    ],
  });
  marathon.decline(3600);
  await mesos.settle();
  mesos.containers.end('t', { state: 'TASK_FINISHED', message: 'Command exited with status 0' });
  await mesos.settle();
  const [whole] = marathon.offers.values();
  expect(totalOf(poolOf(whole?.resources ?? []))).toMatchObject({ cpus: 1, mem: 512, ports: [{ begin: 31_000, end: 32_000 }] });
});

test('the framework that has less is offered more first', async () => {
  const mesos = testMesos();
  const marathon = await mesos.framework({ roles: ['*'] });
  mesos.agent('a1');
  await mesos.settle();
  marathon.accept([testTask('t', { cpus: 0.5 })], undefined, 3600);
  await mesos.settle();
  const chronos = await mesos.framework({ name: 'chronos', roles: ['*'] });
  chronos.decline(3600);
  marathon.decline(3600);
  mesos.agent('a2');
  await mesos.settle();
  expect([marathon.offers.size, chronos.offers.size]).toEqual([0, 1]);
});

test('offers of an agent whose line breaks are taken back', async () => {
  const mesos = testMesos();
  const marathon = await mesos.framework();
  const agent = mesos.agent('a1');
  await mesos.settle();
  expect(marathon.offers.size).toBe(1);
  await agent.stop({ keepTasks: true });
  await mesos.settle();
  expect(marathon.offers.size).toBe(0);
  expect(marathon.events.at(-1)?.type).toBe('RESCIND');
});

test('a quiet cluster makes no rounds', async () => {
  const mesos = testMesos();
  const marathon = await mesos.framework();
  mesos.agent('a1');
  await mesos.settle();
  marathon.decline(3600);
  await mesos.settle();
  const rounds = async (): Promise<number> =>
    (await mesos.get<Record<string, number>>('/metrics/snapshot'))['allocator/mesos/allocation_runs'] ?? -1;
  const before = await rounds();
  await mesos.clock.advance(60_000);
  expect(await rounds()).toBe(before);
});

test('a framework of several roles gets offers for each, and suppresses and revives them one by one', async () => {
  const mesos = testMesos();
  const framework = await mesos.framework({ roles: ['dev', 'prod'] });
  mesos.agent('a1', { defaultRole: 'dev' });
  mesos.agent('a2', { defaultRole: 'prod' });
  await mesos.settle();
  const offered = (): string[] => [...framework.offers.values()].map((offer) => `${offer.hostname} ${offer.allocation_info.role}`).sort();
  expect(offered()).toEqual(['127.0.65.111 dev', '127.0.65.121 prod']);
  framework.call({ type: 'SUPPRESS', suppress: { roles: ['dev'] } });
  framework.decline(1);
  await mesos.clock.advance(5000);
  expect(offered()).toEqual(['127.0.65.121 prod']);
  framework.call({ type: 'REVIVE', revive: { roles: ['dev'] } });
  await mesos.settle();
  expect(offered()).toEqual(['127.0.65.111 dev', '127.0.65.121 prod']);
});

test('UPDATE_FRAMEWORK replaces the roles on the same line: offers for those that are gone are taken back', async () => {
  const mesos = testMesos();
  const marathon = await mesos.framework({ roles: ['slave_public'] });
  mesos.agent('a1');
  await mesos.settle();
  const rolesOfOffers = (): string[] => [...marathon.offers.values()].map(({ allocation_info }) => allocation_info.role);
  expect(rolesOfOffers()).toEqual(['slave_public']);
  const info = { name: 'marathon', user: 'root', capabilities: [{ type: 'MULTI_ROLE' }] };
  const update = (roles: string[], suppressed_roles: string[] = []): void =>
    marathon.call({ type: 'UPDATE_FRAMEWORK', update_framework: { framework_info: { ...info, roles }, suppressed_roles } });
  update(['dev']);
  await mesos.clock.advance(1000);
  expect(rolesOfOffers()).toEqual(['dev']);
  const id = marathon.id();
  const { frameworks } = await mesos.get<{ frameworks: { id: string; roles: string[]; connected: boolean }[] }>('/master/state');
  expect(frameworks).toMatchObject([{ id, roles: ['dev'], connected: true }]);
  marathon.decline(0);
  update(['dev', 'slave_public'], ['dev']);
  await mesos.clock.advance(1000);
  expect(rolesOfOffers()).toEqual(['slave_public']);
});
