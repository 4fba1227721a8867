import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { json } from '../../api/http/fetch.ts';
import { manualClock } from '../kernel/clock.ts';
import { createKernel } from '../kernel/kernel.ts';
import { silentLog } from '../kernel/log.ts';
import { seededRandom } from '../kernel/random.ts';
import { memoryStore } from '../kernel/store.ts';
import { masterInfo, type MasterInfo } from '../zookeeper/mesos-leader.ts';
import { createMesosDns } from './mesos-dns.ts';
import { label, taskHash } from './names.ts';
import { sha1 } from './sha1.ts';
import type { MesosState } from './state.ts';

const redis = {
  id: 'redis.instance-1._app.1',
  name: 'redis',
  slave_id: 'f00-S0',
  state: 'TASK_RUNNING' as const,
  resources: { ports: '[31000-31001]' },
};
const named = {
  id: 'web.1',
  name: 'web.shop',
  slave_id: 'f00-S0',
  state: 'TASK_RUNNING' as const,
  resources: { ports: '[31005-31005]' },
  discovery: { visibility: 'FRAMEWORK' as const, name: 'web-shop', ports: { ports: [{ number: 31005, name: 'http', protocol: 'tcp' }] } },
};
const staging = { ...redis, id: 'late.1', name: 'late', state: 'TASK_STAGING' as const };
const state: MesosState = {
  leader: 'master@192.168.65.90:5050',
  slaves: [{ id: 'f00-S0', hostname: '192.168.65.111', pid: 'slave(1)@192.168.65.111:5051' }],
  frameworks: [{ name: 'marathon', hostname: 'm1', pid: 'scheduler-1@192.168.65.90:15101', tasks: [redis, named, staging] }],
};

function setUp() {
  const kernel = createKernel({ clock: manualClock(), random: seededRandom(1), store: memoryStore(), log: silentLog });
  let leading: MasterInfo | undefined;
  const dns = createMesosDns(kernel, () => leading, {
    masters: ['192.168.65.90'],
    connect: () => () => Promise.resolve(json(state)),
  });
  const get = async (path: string): Promise<unknown> => (await dns.fetch(new Request(`http://dns${path}`))).json();
  const lead = (): void => void (leading = masterInfo({ id: 'f00', ip: '192.168.65.90', port: 5050, version: '1.11.0' }));
  return { dns, get, lead };
}

test('the leader resolves as soon as ZooKeeper has one', async () => {
  const { dns, get, lead } = setUp();
  expect(await dns.resolve('leader.mesos')).toEqual([]);
  expect(await get('/v1/hosts/leader.mesos')).toEqual([{ host: '', ip: '' }]);
  lead();
  expect(await dns.resolve('leader.mesos')).toEqual(['192.168.65.90']);
  expect(await get('/v1/hosts/leader.mesos')).toEqual([{ host: 'leader.mesos.', ip: '192.168.65.90' }]);
});

test('masters, agents, frameworks and running tasks have addresses', async () => {
  const { dns, lead } = setUp();
  lead();
  expect(await dns.resolve('master.mesos')).toEqual(['192.168.65.90']);
  expect(await dns.resolve('master0.mesos')).toEqual(['192.168.65.90']);
  expect(await dns.resolve('slave.mesos')).toEqual(['192.168.65.111']);
  expect(await dns.resolve('marathon.mesos')).toEqual(['192.168.65.90']);
  expect(await dns.resolve('redis.marathon.mesos')).toEqual(['192.168.65.111']);
  expect(await dns.resolve('Redis.Marathon.Mesos.')).toEqual(['192.168.65.111']);
  expect(await dns.resolve('late.marathon.mesos')).toEqual([]);
});

test('services tell host and port of each task', async () => {
  const { get, lead } = setUp();
  lead();
  const host = `redis-${taskHash(redis.id)}-s0.marathon.slave.mesos.`;
  expect(await get('/v1/services/_redis._tcp.marathon.mesos')).toEqual([
    { service: '_redis._tcp.marathon.mesos.', host, ip: '192.168.65.111', port: '31000' },
    { service: '_redis._tcp.marathon.mesos.', host, ip: '192.168.65.111', port: '31001' },
  ]);
  expect(await get('/v1/services/_http._web-shop._tcp.marathon.mesos')).toMatchObject([{ ip: '192.168.65.111', port: '31005' }]);
  expect(await get('/v1/services/_none._tcp.marathon.mesos')).toEqual([{ service: '', host: '', ip: '', port: '' }]);
});

test('enumerate lists the records of each running task', async () => {
  const { get, lead } = setUp();
  lead();
  const { frameworks } = (await get('/v1/enumerate')) as { frameworks: { name: string; tasks: { name: string; records: unknown[] }[] }[] };
  expect(frameworks.map(({ name, tasks }) => [name, tasks.map((task) => task.name)])).toEqual([['marathon', ['redis', 'web.shop']]]);
  expect(frameworks[0]?.tasks[0]?.records).toContainEqual({ name: 'redis.marathon.mesos.', rtype: 'A', host: '192.168.65.111' });
});

test('names become labels', () => {
  expect(['c.b.a', 'My_App', '-x-', 'a!b', 'x'.repeat(70)].map(label)).toEqual(['c-b-a', 'my-app', 'x', 'ab', 'x'.repeat(63)]);
});

test('SHA-1 is SHA-1', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(Buffer.from(sha1(bytes)).toString('hex')).toBe(createHash('sha1').update(bytes).digest('hex'));
    }),
  );
});
