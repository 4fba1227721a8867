import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { silentLog } from '../../cluster/kernel/log.ts';
import type { ZooKeeperClient } from '../../cluster/zookeeper/client.ts';
import { contendersAmong } from '../../cluster/zookeeper/rules.ts';
import { parseOptions } from '../cli/options.ts';
import { startClusterServer } from '../cluster-server.ts';
import type { RunningServer } from '../gateway.ts';
import { hasZooKeeper, startZooKeeper, type ZooKeeperServer } from './testing/zookeeper-server.ts';
import { connectZooKeeper } from './zookeeper-client.ts';

describe.skipIf(!hasZooKeeper)('a cluster that elects its leaders in a real ensemble', { timeout: 120_000 }, () => {
  let zookeeper: ZooKeeperServer;
  let server: RunningServer | undefined;
  let tool: ZooKeeperClient;
  let directory: string;
  beforeEach(async () => {
    directory = mkdtempSync(path.join(tmpdir(), 'real-ensemble-'));
    zookeeper = await startZooKeeper();
    tool = connectZooKeeper({ servers: [{ host: '127.0.0.1', port: zookeeper.port }], timeoutMs: 30_000 });
  }, 60_000);
  afterEach(async () => {
    await server?.stop();
    await tool.close();
    await zookeeper.stop();
    rmSync(directory, { recursive: true });
  });

  async function start(...args: string[]): Promise<void> {
    const flags = ['--port', '0', '--ephemeral', '--no-auth', '--no-open', '--executor', 'simulated', '--dns-port', '0'];
    const options = parseOptions([...args, ...flags, '--zookeeper', `zk://${zookeeper.address}`], () => {});
    server = await startClusterServer(options, silentLog);
    await server.ready;
  }
  const ask = async (of: string, init?: RequestInit): Promise<Response> => fetch(`http://127.0.0.1:${server?.door.port}${of}`, init);
  /** What the first of those who contend there says of itself. */
  async function leading(place: string, label: string): Promise<string | undefined> {
    const [first] = contendersAmong(await tool.children(place), label);
    return first && Buffer.from((await tool.get(`${place}/${first}`)).data).toString();
  }

  test('is found by other tools, goes on after the ensemble was away, and leaves nothing behind', async () => {
    await start('m1', 'a1', 'boot');
    const status = async (path: string): Promise<number> => (await ask(path)).status;
    expect(JSON.parse((await leading('/mesos', 'json.info_')) ?? '')).toMatchObject({ pid: 'master@192.168.65.90:5050', port: 5050 });
    expect(await leading('/marathon/leader-curator', 'latch-')).toBe('192.168.65.90:8080');
    expect(await leading('/chronos/state/candidate', 'latch-')).toBe('192.168.65.90:4400');
    expect((await tool.get('/cluster-id')).stat.dataLength).toBeGreaterThan(10);
    expect(await (await ask('/exhibitor/exhibitor/v1/cluster/status')).json()).toMatchObject([{ description: 'serving', isLeader: true }]);

    await zookeeper.kill();
    await expect.poll(() => status('/marathon/v2/apps'), { timeout: 20_000 }).toBe(503);
    await zookeeper.start();
    await expect.poll(() => status('/marathon/v2/apps'), { timeout: 30_000 }).toBe(200);

    await server?.stop();
    server = undefined;
    await expect.poll(() => tool.state(), { timeout: 10_000 }).toBe('connected');
    await expect.poll(() => tool.children('/mesos'), { timeout: 10_000 }).toEqual(['log_replicas']);
  });

  test('is led by another machine when the process of the leader dies', async () => {
    const config = path.join(directory, 'VagrantConfig.yaml');
    const machine = (name: string, ip: string, type: string): string => `${name}: {ip: ${ip}, cpus: 1, memory: 512, type: ${type}}\n`;
    const masters = machine('m1', '192.168.65.90', 'master') + machine('m2', '192.168.65.95', 'master');
    writeFileSync(config, `${masters}${machine('a1', '192.168.65.111', 'agent-private')}${machine('boot', '192.168.65.50', 'boot')}`);
    await start('--config', config);
    const ofMesos = async (): Promise<string> => (await leading('/mesos', 'json.info_')) ?? '';
    const [dies, next] = (await ofMesos()).includes('192.168.65.90') ? ['m1', '192.168.65.95'] : ['m2', '192.168.65.90'];
    const crashed = await ask(`/machines/v1/machines/${dies}/units/dcos-mesos-master.service/crash`, { method: 'POST' });
    expect(crashed.status).toBe(202);
    await expect.poll(ofMesos, { timeout: 20_000 }).toContain(`master@${next}:5050`);
    await expect.poll(async () => (await ask('/mesos/state')).text(), { timeout: 20_000 }).toContain(`"leader":"master@${next}:5050"`);
  });
});
