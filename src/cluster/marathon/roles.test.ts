import { expect, test } from 'vitest';
import { testApp, testWorld, type TestWorld } from './test-world.test-support.ts';

const reservedRoles = (world: TestWorld, id: string): (string | undefined)[] =>
  world.running(id).map(({ taskId }) => world.mesos.tasks.get(taskId)?.info.resources[0]?.allocation_info?.role);

test('an app with the role of its group is launched on offers for that role, beside those of Marathon', async () => {
  const world = testWorld();
  await world.settle();
  expect(world.mesos.roles).toEqual(['slave_public']);
  world.put(testApp('/dev/a', { role: 'dev', instances: 2 }));
  world.put(testApp('/b', { instances: 2 }));
  await world.clock.advance(30_000);
  expect(world.mesos.roles).toEqual(['slave_public', 'dev']);
  expect([reservedRoles(world, '/dev/a'), reservedRoles(world, '/b')]).toEqual([
    ['dev', 'dev'],
    ['slave_public', 'slave_public'],
  ]);
  expect([world.mesos.faults, world.logged]).toEqual([[], []]);
});

test('a new life begins with the roles of what there is', async () => {
  const world = testWorld();
  await world.settle();
  world.put(testApp('/dev/a', { role: 'dev' }));
  await world.clock.advance(5000);
  world.restart();
  await world.clock.advance(5000);
  expect(world.mesos.calls.findLast(({ type }) => type === 'SUBSCRIBE')).toMatchObject({
    subscribe: { framework_info: { roles: ['slave_public', 'dev'] }, suppressed_roles: ['slave_public', 'dev'] },
  });
  expect(world.running('/dev/a')).toHaveLength(1);
});

test('a role that nothing has any more is given up', async () => {
  const world = testWorld();
  await world.settle();
  world.put(testApp('/dev/a', { role: 'dev' }));
  await world.clock.advance(5000);
  world.remove('/dev/a');
  await world.clock.advance(65_000);
  expect(world.mesos.roles).toEqual(['slave_public']);
});

test('offers stop for the roles that have nothing to launch', async () => {
  const world = testWorld();
  await world.settle();
  world.put(testApp('/dev/a', { role: 'dev' }));
  await world.clock.advance(5000);
  expect(world.mesos.calls.findLast(({ type }) => type === 'SUPPRESS')).toEqual({ type: 'SUPPRESS', suppress: { roles: ['dev'] } });
});

test('tasks are told whether their group insists on its role', async () => {
  const world = testWorld();
  await world.settle();
  const variable = async (id: string): Promise<string | undefined> => {
    world.put(testApp(id, { role: 'dev' }));
    await world.clock.advance(5000);
    const task = world.mesos.tasks.get(world.running(id)[0]?.taskId ?? '');
    return task?.info.command?.environment?.variables.find(({ name }) => name === 'MARATHON_APP_ENFORCE_GROUP_ROLE')?.value;
  };
  expect(await variable('/dev/a')).toBe('FALSE');
  world.marathon.core.adjust((root) => ({ ...root, groups: root.groups.map((group) => ({ ...group, enforceRole: true })) }));
  expect(await variable('/dev/b')).toBe('TRUE');
  world.restart();
  await world.settle();
  expect(world.marathon.core.root().groups[0]?.enforceRole).toBe(true);
});
