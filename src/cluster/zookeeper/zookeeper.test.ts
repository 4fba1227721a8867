import { expect, test } from 'vitest';
import { manualClock } from '../kernel/clock.ts';
import { createKernel } from '../kernel/kernel.ts';
import { silentLog } from '../kernel/log.ts';
import { seededRandom } from '../kernel/random.ts';
import { memoryStore } from '../kernel/store.ts';
import { contendersAmong } from './rules.ts';
import type { WatchEvent } from './watches.ts';
import { createZooKeeper } from './zookeeper.ts';

const clock = manualClock();
const zookeeperOn = (store = memoryStore()) => createZooKeeper(createKernel({ clock, random: seededRandom(1), store, log: silentLog }));

test('nodes are created, read, changed and removed', () => {
  const session = zookeeperOn().connect();
  session.ensure('/dcos/users');
  expect(session.create('/dcos/users/a', 'one')).toBe('/dcos/users/a');
  expect(session.get('/dcos/users/a')).toMatchObject({ data: 'one', stat: { version: 0, dataLength: 3, numChildren: 0 } });
  expect(session.set('/dcos/users/a', 'zwölf', 0)).toMatchObject({ version: 1, dataLength: 6 });
  expect(session.children('/dcos')).toEqual(['users']);
  session.remove('/dcos/users/a', 1);
  expect(session.exists('/dcos/users/a')).toBeUndefined();
  expect(session.exists('/dcos/users')).toMatchObject({ numChildren: 0, cversion: 2 });
});

test('what a real server refuses is refused with its code', () => {
  const session = zookeeperOn().connect();
  session.create('/a', '');
  session.create('/a/e', '', { ephemeral: true });
  const code = (call: () => unknown): unknown => {
    try {
      return call();
    } catch (error) {
      return (error as { code?: string }).code;
    }
  };
  expect(code(() => session.get('/none'))).toBe('NoNode');
  expect(code(() => session.create('/none/b', ''))).toBe('NoNode');
  expect(code(() => session.create('/a', ''))).toBe('NodeExists');
  expect(code(() => session.remove('/a'))).toBe('NotEmpty');
  expect(code(() => session.set('/a', '', 7))).toBe('BadVersion');
  expect(code(() => session.create('/a/e/child', ''))).toBe('NoChildrenForEphemerals');
  for (const path of ['', 'a', '/a/', '//a', '/a/../b', '/a/./b', '/a\n']) expect(code(() => session.get(path))).toBe('BadArguments');
  session.close();
  expect(code(() => session.get('/a'))).toBe('SessionExpired');
});

test('the contender with the lowest number leads until its session ends', () => {
  const zookeeper = zookeeperOn();
  const [first, second, reader] = [zookeeper.connect(), zookeeper.connect(), zookeeper.connect()];
  first.ensure('/mesos');
  const contend = { ephemeral: true, sequential: true };
  expect(first.create('/mesos/json.info_', 'm1', contend)).toBe('/mesos/json.info_0000000000');
  expect(second.create('/mesos/json.info_', 'm2', contend)).toBe('/mesos/json.info_0000000001');
  expect(contendersAmong(reader.children('/mesos'), 'json.info_')[0]).toBe('json.info_0000000000');
  first.close();
  expect(contendersAmong(reader.children('/mesos'), 'json.info_')[0]).toBe('json.info_0000000001');
});

test('a watch tells of one change and no more', async () => {
  const zookeeper = zookeeperOn();
  const [writer, reader, gone] = [zookeeper.connect(), zookeeper.connect(), zookeeper.connect()];
  const seen: WatchEvent[] = [];
  const watch = (event: WatchEvent): void => void seen.push(event);
  reader.exists('/x', watch);
  reader.children('/', watch);
  gone.exists('/x', watch);
  gone.close();
  writer.create('/x', '');
  writer.create('/y', '');
  await clock.advance(0);
  expect(seen).toEqual([
    { type: 'NodeCreated', path: '/x' },
    { type: 'NodeChildrenChanged', path: '/' },
  ]);
  seen.length = 0;
  reader.get('/x', watch);
  reader.children('/x', watch);
  writer.remove('/x');
  await clock.advance(0);
  expect(seen).toEqual([
    { type: 'NodeDeleted', path: '/x' },
    { type: 'NodeDeleted', path: '/x' },
  ]);
});

test('persistent nodes and the numbers given outlive the process, ephemeral ones do not', () => {
  const store = memoryStore();
  const before = zookeeperOn(store).connect();
  before.ensure('/mesos/log_replicas');
  before.create('/mesos/json.info_', '', { ephemeral: true, sequential: true });
  const after = zookeeperOn(memoryStore(store.snapshot())).connect();
  expect(after.children('/mesos')).toEqual(['log_replicas']);
  expect(after.create('/mesos/json.info_', '', { ephemeral: true, sequential: true })).toBe('/mesos/json.info_0000000002');
});
