import { beforeEach, expect, test } from 'vitest';
import { manualClock } from '../kernel/clock.ts';
import { createKernel } from '../kernel/kernel.ts';
import { silentLog } from '../kernel/log.ts';
import { seededRandom } from '../kernel/random.ts';
import { memoryStore } from '../kernel/store.ts';
import { createEnsemble, type EmbeddedEnsemble } from '../zookeeper/ensemble.ts';
import { embeddedView, type Supervisor } from './embedded-view.ts';
import { serverStateOf } from './four-letter-words.ts';
import { exhibitorOf } from './http.ts';

const machine = (number: number) => ({ name: `m${number}`, ip: `192.168.65.${89 + number}` });
let ensemble: EmbeddedEnsemble;
const supervisor: Supervisor = {
  async act(action, name) {
    if (name === 'm3') throw new Error('m3 is not up: bring it up first.');
    if (action !== 'start') ensemble.stop(name);
    if (action !== 'stop') ensemble.start(name);
  },
  log: (name) => [`${name} started`, `${name} serves`],
};
let exhibitor: ReturnType<typeof exhibitorOf>;
beforeEach(async () => {
  const kernel = createKernel({ clock: manualClock(), random: seededRandom(1), store: memoryStore(), log: silentLog });
  ensemble = createEnsemble(kernel, ['m1', 'm2', 'm3']);
  exhibitor = exhibitorOf(embeddedView(ensemble, [machine(1), machine(2), machine(3)], supervisor));
  for (const name of ['m1', 'm2']) ensemble.start(name);
  const session = ensemble.session();
  session.ensure('/marathon');
  session.create('/marathon/leader', 'm1:8080', { ephemeral: true });
});

const call = (path: string, init?: RequestInit): Promise<Response> => exhibitor(new Request(`http://exhibitor/exhibitor/v1${path}`, init));
const ask = async (path: string): Promise<unknown> => (await call(path)).json();

test('the servers and the one that leads are told, and what is missing for a majority', async () => {
  expect(await ask('/cluster/status')).toEqual([
    { code: 3, description: 'serving', hostname: '192.168.65.90', isLeader: false },
    { code: 3, description: 'serving', hostname: '192.168.65.91', isLeader: true },
    { code: 1, description: 'down', hostname: '192.168.65.92', isLeader: false },
  ]);
  expect(await ask('/cluster/state')).toMatchObject({ state: 3, description: 'serving', isLeader: false, switches: { restarts: true } });
  ensemble.stop('m2');
  expect(await ask('/cluster/status')).toMatchObject([{ code: 2, description: 'not serving' }, { code: 1 }, { code: 1 }]);
  expect((await call('/explorer/node?key=/')).status).toBe(503);
});

test('a server is asked by its name, and one that there is not is refused in the answer', async () => {
  const answered = (response: unknown) => ({ response, errorMessage: '', success: true });
  expect(await ask('/cluster/state/192.168.65.91')).toEqual(answered(expect.objectContaining({ state: 3, isLeader: true })));
  expect(await ask('/cluster/4ltr/ruok/192.168.65.90')).toEqual(answered('imok'));
  expect(await ask('/cluster/log/192.168.65.90')).toEqual(answered('m1 started\nm1 serves'));
  expect(await ask('/cluster/4ltr/ruok/192.168.65.92')).toMatchObject({
    success: false,
    errorMessage: expect.stringContaining('92 does not'),
  });
  expect(await ask('/cluster/state/10.0.0.9')).toMatchObject({
    success: false,
    errorMessage: expect.stringContaining('no server 10.0.0.9'),
  });
});

test('words of four letters are answered with what a server knows of itself', async () => {
  const say = async (word: string, host: string) => ((await ask(`/cluster/4ltr/${word}/${host}`)) as { response: string }).response;
  expect(await (await call('/cluster/4ltr/ruok')).text()).toBe('imok');
  expect(await say('mntr', '192.168.65.90')).toContain('zk_server_state\tfollower\nzk_znode_count\t3\nzk_ephemerals_count\t1\n');
  expect(serverStateOf(await say('srvr', '192.168.65.91'))).toEqual({ state: 'serving', isLeader: true });
  ensemble.stop('m2');
  expect(serverStateOf(await say('srvr', '192.168.65.90'))).toEqual({ state: 'not serving', isLeader: false });
});

test('the list comes as JSON or as a form', async () => {
  expect(await ask('/cluster/list')).toEqual({ servers: ['192.168.65.90', '192.168.65.91', '192.168.65.92'], port: 2181 });
  const form = await call('/cluster/list', { headers: { accept: 'application/x-www-form-urlencoded' } });
  expect(await form.text()).toBe('count=3&server0=192.168.65.90&server1=192.168.65.91&server2=192.168.65.92&port=2181');
});

test('switches are kept', async () => {
  expect(await ask('/cluster/set/backups/false')).toEqual({ succeeded: true, message: 'OK' });
  expect(await ask('/cluster/state')).toMatchObject({ switches: { restarts: true, cleanup: true, backups: false } });
  expect(await ask('/cluster/set/everything/true')).toMatchObject({
    succeeded: false,
    message: expect.stringContaining('restarts, cleanup'),
  });
});

test('servers are stopped and started, with the effect on the ensemble', async () => {
  const done = { succeeded: true, message: 'OK' };
  const states = async () => ((await ask('/cluster/status')) as { description: string }[]).map(({ description }) => description);
  expect(await ask('/cluster/stop/192.168.65.91')).toEqual(done);
  expect(await states()).toEqual(['not serving', 'down', 'down']);
  expect(await ask('/cluster/start/192.168.65.91')).toEqual(done);
  expect(await ask('/cluster/restart')).toEqual(done);
  expect(await states()).toEqual(['serving', 'serving', 'down']);
  expect(await ask('/cluster/start/192.168.65.92')).toEqual({ succeeded: false, message: 'm3 is not up: bring it up first.' });
  expect(await ask('/cluster/stop/10.0.0.9')).toMatchObject({ succeeded: false, message: expect.stringContaining('no server 10.0.0.9') });
});

test('the configuration names the servers and is not changed', async () => {
  expect(await ask('/config/get-state')).toMatchObject({
    running: true,
    standaloneMode: false,
    nodeMutationsAllowed: false,
    config: { clientPort: 2181, serversSpec: 'S:1:192.168.65.90,S:2:192.168.65.91,S:3:192.168.65.92' },
  });
  expect(await (await call('/config/set', { method: 'PUT' })).json()).toMatchObject({ succeeded: false });
});

test('the explorer shows children and data', async () => {
  expect(await ask('/explorer/node?key=/')).toEqual([{ title: 'marathon', key: '/marathon', isLazy: true, expand: false }]);
  expect(await ask('/explorer/node?key=/marathon')).toEqual([{ title: 'leader', key: '/marathon/leader', isLazy: false, expand: false }]);
  expect(await ask('/explorer/node-data?key=/marathon/leader')).toMatchObject({
    bytes: '6d 31 3a 38 30 38 30',
    str: 'm1:8080',
    stat: expect.stringContaining('dataLength: 7'),
  });
});

test('bad and unknown nodes and changes are answered clearly', async () => {
  expect((await call('/explorer/node-data?key=/none')).status).toBe(404);
  expect((await call('/explorer/node-data?key=none')).status).toBe(400);
  const change = await call('/explorer/znode/marathon', { method: 'DELETE' });
  expect([change.status, await change.json()]).toEqual([403, { succeeded: false, message: expect.stringContaining('not allowed') }]);
});
