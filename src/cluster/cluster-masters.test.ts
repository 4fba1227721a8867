import { expect, test } from 'vitest';
import type { ClusterDescription } from '../api/machines/cluster.ts';
import { machines } from './cluster.test-support.ts';
import { frameworkIds, mastersWorld, run, tasksOf } from './masters-world.test-support.ts';

const { m1, m2, m3, a1 } = machines;

test('when the leading machine is halted another master leads within 3 s, with the same tasks and the same frameworks', async () => {
  const world = await mastersWorld([m1, m2, m3, a1]);
  await run(world, '/sleep', 5);
  const before = await tasksOf(world);
  const frameworks = await frameworkIds(world);
  expect(await world.leader()).toBe(m1.ip);

  await world.act('halt', 'm1');
  const begun = world.clock.now();
  await world.until('another one leads', async () => [m2.ip, m3.ip].includes((await world.leader()) ?? ''));
  await world.until(
    'agents and frameworks are back',
    async () => (await tasksOf(world)).length === 5 && (await frameworkIds(world)).length === 2,
  );
  expect(world.clock.now() - begun).toBeLessThan(3000);
  expect(await tasksOf(world)).toEqual(before);
  expect(await frameworkIds(world)).toEqual(frameworks);
  // and it works on
  await run(world, '/more', 2);
});

test('when the process of the leader dies another master leads within 3 s, and it comes back as a follower', async () => {
  const world = await mastersWorld([m1, m2, m3, a1]);
  await run(world, '/sleep', 3);
  const before = await tasksOf(world);
  await world.crash('m1', 'dcos-mesos-master');
  const begun = world.clock.now();
  await world.until('another one leads', async () => (await world.leader()) === m2.ip);
  await world.until('the agent is back', async () => (await tasksOf(world)).length === 3);
  expect(world.clock.now() - begun).toBeLessThan(3000);
  expect(await tasksOf(world)).toEqual(before);
  await world.clock.advance(10_000);
  expect(await world.leader()).toBe(m2.ip);
  expect((await world.get<ClusterDescription>(world.cluster.upstreams.machines, '/machines/v1/cluster')).machines[0]?.state).toBe(
    'running',
  );
});

test('when Marathon dies another one takes over its apps and deployments', async () => {
  const world = await mastersWorld([m1, m2, m3, a1]);
  await run(world, '/sleep', 3);
  const scaled = await world.send(world.marathon, 'PUT', '/v2/apps/sleep', { instances: 6 });
  expect(scaled.status).toBe(200);
  await world.crash('m1', 'dcos-marathon');
  await world.until('another Marathon leads', async () => {
    const answer = await world.send(world.marathon, 'GET', '/v2/info');
    return answer.status === 200 && ((await answer.json()) as { leader: string }).leader === `${m2.ip}:8080`;
  });
  await world.until('the deployment is gone on with', async () => (await tasksOf(world)).length === 6);
});

test('without a majority nothing is scheduled and everybody is told why; tasks go on, and all goes on with a majority', async () => {
  const world = await mastersWorld([m1, m2, m3, a1]);
  await run(world, '/sleep', 3);
  const before = await tasksOf(world);
  await world.act('halt', 'm2', 'm3');
  for (const [fetch, path] of [
    [world.mesos, '/state'],
    [world.marathon, '/v2/apps'],
  ] as const) {
    const answer = await world.send(fetch, 'GET', path);
    expect(answer.status).toBe(503);
    expect(((await answer.json()) as { message: string }).message).toContain('1 of 3 masters is up, and 2 are needed');
  }
  expect((await world.send(world.marathon, 'PUT', '/v2/apps/sleep', { instances: 6 })).status).toBe(503);
  await world.clock.advance(30_000);
  await world.act('up', 'm3');
  await world.until('all is there again', async () => (await world.leader()) !== undefined && (await tasksOf(world)).length === 3);
  expect(await tasksOf(world)).toEqual(before);
  await run(world, '/more', 1);
});

test('the master says how many have to agree', async () => {
  const world = await mastersWorld([m1, m2, m3, a1]);
  expect(await world.get(world.mesos, '/flags')).toMatchObject({ flags: { quorum: '2' } });
  expect(await world.get(world.mesos, '/metrics/snapshot')).toMatchObject({ 'registrar/log/ensemble_size': 3, 'master/elected': 1 });
});

test('of two masters both are needed', async () => {
  const world = await mastersWorld([m1, m2, a1]);
  await world.act('halt', 'm2');
  expect(await world.leader()).toBeUndefined();
  await world.act('up', 'm2');
  await world.until('one leads again', async () => (await world.leader()) !== undefined);
});

test('the last master that is up cannot be halted', async () => {
  const world = await mastersWorld([m1, m2, m3, a1]);
  const api = world.cluster.upstreams.machines;
  const all = await world.send(api, 'POST', '/machines/v1/halt', { machines: ['m1', 'm2', 'm3'] });
  expect(all.status).toBe(409);
  await world.act('halt', 'm1', 'm2');
  const last = await world.send(api, 'POST', '/machines/v1/halt', { machines: ['m3'] });
  expect([last.status, await last.json()]).toEqual([409, { message: expect.stringContaining('m3 is the only master that is up') }]);
});

test('a Marathon that gives up to lead stands at the end of the line, and another one leads', async () => {
  const world = await mastersWorld([m1, m2, m3, a1]);
  const leader = async (): Promise<string> => (await world.get<{ leader: string }>(world.marathon, '/v2/leader')).leader;
  const first = await leader();
  expect((await world.send(world.marathon, 'DELETE', '/v2/leader')).status).toBe(200);
  await world.clock.advance(1000);
  expect(await leader()).not.toBe(first);
});
