import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ZooKeeperClient } from '../../cluster/zookeeper/client.ts';
import { hasZooKeeper, startZooKeeper, type ZooKeeperServer } from '../zookeeper/testing/zookeeper-server.ts';
import { connectZooKeeper } from '../zookeeper/zookeeper-client.ts';
import { startRouter } from './testing/start-router.ts';
import { stopAfterEach } from './testing/stop-after-each.ts';
import { sendJson, stubServer, type StubServer } from './testing/stub-server.ts';

describe.skipIf(!hasZooKeeper)('leaders in a real ZooKeeper', { timeout: 60_000 }, () => {
  let zookeeper: ZooKeeperServer;
  beforeAll(async () => void (zookeeper = await startZooKeeper()), 60_000);
  afterAll(() => zookeeper.stop());

  const stopLater = stopAfterEach();
  let cluster: ZooKeeperClient;
  /** Each test has a cluster of its own in the ensemble. */
  let root = '';
  let count = 0;
  beforeEach(() => {
    root = `/cluster-${++count}`;
    cluster = connectZooKeeper({ servers: [{ host: '127.0.0.1', port: zookeeper.port }], timeoutMs: 30_000 });
    stopLater({ stop: () => cluster.close() });
  });

  /** Starts a server that answers its own name. */
  async function server(name: string): Promise<StubServer> {
    const started = await stubServer((request, response) => {
      if (request.url === '/state-summary') sendJson(response, { cluster: name, slaves: [], frameworks: [] });
      else response.end(name);
    });
    return stopLater(started);
  }
  /** Resolves to the znode. */
  async function contend(path: string, data: string): Promise<string> {
    await cluster.ensure(path.slice(0, path.lastIndexOf('/')));
    return cluster.create(path, Buffer.from(data), { ephemeral: true, sequential: true });
  }
  const contendAsMaster = ({ url }: StubServer) => contend(`${root}/mesos/json.info_`, JSON.stringify({ pid: `master@${url.host}` }));

  async function router(...args: string[]) {
    const started = await startRouter('--zk', `zk://127.0.0.1:1,${zookeeper.address}${root}/mesos`, ...args);
    stopLater(started);
    return async (path: string) => (await started.ask(path)).text();
  }

  test('are found for all parts, each in its own way, and a part that was never there is absent', async () => {
    const [mesos, marathon, standby] = [await server('mesos'), await server('marathon'), await server('standby')];
    await contendAsMaster(mesos);
    await contend(`${root}/marathon/leader-curator/_c_1f-latch-`, marathon.url.host);
    await contend(`${root}/marathon/leader-curator/_c_0a-latch-`, standby.url.host);
    const at = (path: string): string => `zk://${zookeeper.address}${root}${path}`;
    const ask = await router('--marathon', at('/marathon'), '--chronos', at('/chronos/state'));
    expect(await ask('/mesos/master/state')).toBe('mesos');
    expect(await ask('/marathon/v2/apps')).toBe('marathon');
    expect(await ask('/service/chronos/v1/scheduler/jobs')).toContain('has no Chronos');
    expect(await ask('/system/health/v1/units')).not.toContain('chronos');
    const chronos = await server('chronos');
    await contend(`${root}/chronos/state/candidate/_c_2b-latch-`, chronos.url.host);
    await expect.poll(() => ask('/service/chronos/v1/scheduler/jobs')).toBe('chronos');
    expect(await ask('/system/health/v1/units')).toContain('chronos');
    // Exhibitor is ours, and looks at the same ensemble
    const exhibitor = '/exhibitor/exhibitor/v1';
    expect(JSON.parse(await ask(`${exhibitor}/cluster/status`))).toEqual([
      { code: 1, description: 'down', hostname: '127.0.0.1:1', isLeader: false },
      { code: 3, description: 'serving', hostname: zookeeper.address, isLeader: true },
    ]);
    expect(JSON.parse(await ask(`${exhibitor}/explorer/node?key=${root}`))).toHaveLength(3);
  });

  test('are followed when they change, whether they are gone or only no longer lead', async () => {
    const [first, second] = [await server('first'), await server('second')];
    const node = await contendAsMaster(first);
    await contendAsMaster(second);
    const ask = await router();
    expect(await ask('/mesos/master/state')).toBe('first');
    await cluster.remove(node);
    await expect.poll(() => ask('/mesos/master/state')).toBe('second');
    await contendAsMaster(first);
    await second.stop();
    // those who wait for the lead are known as well
    await expect.poll(() => ask('/mesos/master/state')).toBe('first');
  });

  test('stay known while ZooKeeper is away, and the next is heard of when it is back', async () => {
    const [first, second] = [await server('first'), await server('second')];
    const node = await contendAsMaster(first);
    const ask = await router();
    await zookeeper.kill();
    expect(await ask('/mesos/master/state')).toBe('first');
    await zookeeper.start();
    await expect.poll(() => cluster.state(), { timeout: 10_000 }).toBe('connected');
    await contendAsMaster(second);
    await cluster.remove(node);
    await expect.poll(() => ask('/mesos/master/state'), { timeout: 10_000 }).toBe('second');
  });
});
