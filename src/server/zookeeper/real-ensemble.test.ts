import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { silentLog } from '../../cluster/kernel/log.ts';
import { parseOptions } from '../cli/options.ts';
import { startClusterServer } from '../cluster-server.ts';
import type { RunningServer } from '../gateway.ts';
import { hasZooKeeper, startZooKeeper, type ZooKeeperServer } from './testing/zookeeper-server.ts';
import { connectZooKeeper } from './zookeeper-client.ts';

describe.skipIf(!hasZooKeeper)('a cluster that elects its leaders in a real ensemble', { timeout: 120_000 }, () => {
  let zookeeper: ZooKeeperServer;
  let server: RunningServer | undefined;
  beforeEach(async () => void (zookeeper = await startZooKeeper()), 60_000);
  afterEach(async () => {
    await server?.stop();
    await zookeeper.stop();
  });

  test('is found by other tools, goes on after the ensemble was away, and leaves nothing behind', async () => {
    const flags = ['--port', '0', '--ephemeral', '--no-auth', '--no-open', '--executor', 'simulated', '--dns-port', '0'];
    const options = parseOptions(['m1', 'a1', 'boot', ...flags, '--zookeeper', `zk://${zookeeper.address}`], () => {});
    server = await startClusterServer(options, silentLog);
    await server.ready;
    const ask = async (path: string): Promise<Response> => fetch(`http://127.0.0.1:${server?.door.port}${path}`);
    const status = async (path: string): Promise<number> => (await ask(path)).status;

    const tool = connectZooKeeper({ servers: [{ host: '127.0.0.1', port: zookeeper.port }], timeoutMs: 30_000 });
    const only = async (path: string, label: string) => {
      const names = (await tool.children(path)).filter((name) => name.includes(label));
      expect(names).toHaveLength(1);
      return Buffer.from((await tool.get(`${path}/${names[0]}`)).data).toString();
    };
    expect(JSON.parse(await only('/mesos', 'json.info_'))).toMatchObject({ pid: 'master@192.168.65.90:5050', port: 5050 });
    expect(await only('/marathon/leader-curator', 'latch-')).toBe('192.168.65.90:8080');
    expect(await only('/chronos/state/candidate', 'latch-')).toBe('192.168.65.90:4400');
    expect((await tool.get('/cluster-id')).stat.dataLength).toBeGreaterThan(10);
    expect(await (await ask('/exhibitor/exhibitor/v1/cluster/status')).json()).toMatchObject([{ description: 'serving', isLeader: true }]);

    await zookeeper.kill();
    await expect.poll(() => status('/marathon/v2/apps'), { timeout: 20_000 }).toBe(503);
    await zookeeper.start();
    await expect.poll(() => status('/marathon/v2/apps'), { timeout: 30_000 }).toBe(200);

    await server.stop();
    server = undefined;
    await expect.poll(() => tool.state(), { timeout: 10_000 }).toBe('connected');
    await expect.poll(() => tool.children('/mesos'), { timeout: 10_000 }).toEqual(['log_replicas']);
    await tool.close();
  });
});
