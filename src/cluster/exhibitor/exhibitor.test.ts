import { expect, test } from 'vitest';
import { manualClock } from '../kernel/clock.ts';
import { createKernel } from '../kernel/kernel.ts';
import { silentLog } from '../kernel/log.ts';
import { seededRandom } from '../kernel/random.ts';
import { memoryStore } from '../kernel/store.ts';
import { createZooKeeper } from '../zookeeper/zookeeper.ts';
import { exhibitorHttp } from './http.ts';

const kernel = createKernel({ clock: manualClock(), random: seededRandom(1), store: memoryStore(), log: silentLog });
const session = createZooKeeper(kernel).connect();
session.ensure('/marathon');
session.create('/marathon/leader', 'm1:8080', { ephemeral: true });
const serving = exhibitorHttp('192.168.65.90', () => session);
const down = exhibitorHttp('192.168.65.90', () => undefined);
const get = (path: string, fetch = serving, init?: RequestInit): Promise<Response> =>
  fetch(new Request(`http://exhibitor/exhibitor/v1${path}`, init));

test('the status is serving with one leader, or down before ZooKeeper is there', async () => {
  expect(await (await get('/cluster/status')).json()).toEqual([
    { code: 3, description: 'serving', hostname: '192.168.65.90', isLeader: true },
  ]);
  expect(await (await get('/cluster/status', down)).json()).toMatchObject([{ code: 1, description: 'down', isLeader: false }]);
  expect((await get('/explorer/node?key=/', down)).status).toBe(503);
});

test('the list comes as JSON or as a form', async () => {
  expect(await (await get('/cluster/list')).json()).toEqual({ servers: ['192.168.65.90'], port: 2181 });
  const form = await get('/cluster/list', serving, { headers: { accept: 'application/x-www-form-urlencoded' } });
  expect(await form.text()).toBe('count=1&server0=192.168.65.90&port=2181');
});

test('the explorer shows children and data', async () => {
  expect(await (await get('/explorer/node?key=/')).json()).toEqual([{ title: 'marathon', key: '/marathon', isLazy: true, expand: false }]);
  expect(await (await get('/explorer/node?key=/marathon')).json()).toEqual([
    { title: 'leader', key: '/marathon/leader', isLazy: false, expand: false },
  ]);
  expect(await (await get('/explorer/node-data?key=/marathon/leader')).json()).toMatchObject({
    bytes: '6d 31 3a 38 30 38 30',
    str: 'm1:8080',
    stat: expect.stringContaining('dataLength: 7'),
  });
});

test('bad and unknown nodes and changes are answered clearly', async () => {
  expect((await get('/explorer/node-data?key=/none')).status).toBe(404);
  expect((await get('/explorer/node-data?key=none')).status).toBe(400);
  expect((await get('/explorer/znode/marathon', serving, { method: 'DELETE' })).status).toBe(501);
});
