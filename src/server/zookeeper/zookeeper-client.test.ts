import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { SessionState, ZooKeeperClient } from '../../cluster/zookeeper/client.ts';
import type { WatchEvent } from '../../cluster/zookeeper/watches.ts';
import type { EnsembleOptions } from './session-link.ts';
import { hasZooKeeper, startZooKeeper, type ZooKeeperServer } from './testing/zookeeper-server.ts';
import { connectZooKeeper } from './zookeeper-client.ts';

describe.skipIf(!hasZooKeeper)('against a real ZooKeeper', { timeout: 60_000 }, () => {
  let server: ZooKeeperServer;
  beforeAll(async () => void (server = await startZooKeeper()), 60_000);
  afterAll(() => server.stop());

  const clients: ZooKeeperClient[] = [];
  afterEach(async () => void (await Promise.all(clients.splice(0).map((client) => client.close()))));
  const connect = (options: Partial<EnsembleOptions> = {}): ZooKeeperClient => {
    const client = connectZooKeeper({ servers: [{ host: '127.0.0.1', port: server.port }], timeoutMs: 3_000, ...options });
    clients.push(client);
    return client;
  };
  const bytes = (said: string): Buffer => Buffer.from(said);
  const text = (data: Uint8Array): string => Buffer.from(data).toString();
  const statesOf = (client: ZooKeeperClient): SessionState[] => {
    const states: SessionState[] = [];
    client.onState((state) => states.push(state));
    return states;
  };

  test('nodes are created, read, changed and removed', async () => {
    const client = connect();
    await client.ensure('/basic/deep');
    await client.ensure('/basic/deep');
    expect(await client.create('/basic/deep/a', bytes('one'))).toBe('/basic/deep/a');
    const { data, stat } = await client.get('/basic/deep/a');
    expect(text(data)).toBe('one');
    expect(stat).toMatchObject({ version: 0, dataLength: 3, numChildren: 0, ephemeralOwner: 0 });
    expect(Math.abs(Date.now() - stat.ctime)).toBeLessThan(60_000);
    expect(await client.set('/basic/deep/a', bytes('zwölf'), 0)).toMatchObject({ version: 1, dataLength: 6 });
    expect(await client.children('/basic/deep')).toEqual(['a']);
    await client.remove('/basic/deep/a', 1);
    expect(await client.exists('/basic/deep/a')).toBeUndefined();
    expect(await client.exists('/basic/deep')).toMatchObject({ numChildren: 0 });
  });

  test('refusals have the codes of ZooKeeper', async () => {
    const client = connect();
    await client.create('/refused', bytes(''));
    await client.create('/refused/e', bytes(''), { ephemeral: true });
    const refused = (call: Promise<unknown>, code: string) => expect(call).rejects.toMatchObject({ code });
    await refused(client.get('/none'), 'NoNode');
    await refused(client.create('/refused', bytes('')), 'NodeExists');
    await refused(client.remove('/refused'), 'NotEmpty');
    await refused(client.set('/refused', bytes(''), 7), 'BadVersion');
    await refused(client.create('/refused/e/child', bytes('')), 'NoChildrenForEphemerals');
    await refused(client.get('no/slash'), 'BadArguments');
    await client.close();
    await refused(client.get('/'), 'SessionExpired');
  });

  test('sequential nodes are counted, and ephemeral ones end with their session', async () => {
    const [first, second] = [connect(), connect()];
    await second.ensure('/election');
    const contend = { ephemeral: true, sequential: true };
    expect(await first.create('/election/json.info_', bytes('m1'), contend)).toBe('/election/json.info_0000000000');
    expect(await second.create('/election/json.info_', bytes('m2'), contend)).toBe('/election/json.info_0000000001');
    expect((await second.get('/election/json.info_0000000000')).stat.ephemeralOwner).toBeTypeOf('bigint');
    await first.close();
    expect(await second.children('/election')).toEqual(['json.info_0000000001']);
  });

  test('a watch tells of one change and no more', async () => {
    const [writer, reader] = [connect(), connect()];
    const seen: WatchEvent[] = [];
    const watch = (event: WatchEvent): void => void seen.push(event);
    await reader.exists('/watched', watch);
    await writer.create('/watched', bytes(''));
    await expect.poll(() => seen.splice(0)).toEqual([{ type: 'NodeCreated', path: '/watched' }]);
    await reader.get('/watched', watch);
    await reader.children('/watched', watch);
    await writer.create('/watched/child', bytes(''));
    await writer.set('/watched', bytes('x'));
    await writer.set('/watched', bytes('y'));
    await expect.poll(() => seen.length).toBe(2);
    // what the reader is answered now comes after all that was said to it before
    await reader.get('/watched');
    expect(seen.splice(0)).toEqual([
      { type: 'NodeChildrenChanged', path: '/watched' },
      { type: 'NodeDataChanged', path: '/watched' },
    ]);
  });

  test('a node for a user can be changed by that user alone', async () => {
    const owner = connect({ login: 'marathon:secret' });
    await owner.create('/owned', bytes('mine'));
    const [stranger, again] = [connect(), connect({ login: 'marathon:secret' })];
    expect(text((await stranger.get('/owned')).data)).toBe('mine');
    await expect(stranger.set('/owned', bytes('yours'))).rejects.toMatchObject({ code: 'NoAuth' });
    expect(await again.set('/owned', bytes('ours'))).toMatchObject({ version: 1 });
  });

  test('the session, its nodes and its watches outlive the server being away for a moment', async () => {
    // the other server is not there: the client goes on to the next
    const servers = [
      { host: '127.0.0.1', port: 1 },
      { host: '127.0.0.1', port: server.port },
    ];
    const client = connect({ servers, timeoutMs: 20_000 });
    const states = statesOf(client);
    const other = connect({ timeoutMs: 20_000 });
    await client.create('/survives', bytes(''), { ephemeral: true });
    const seen = vi.fn<(event: WatchEvent) => void>();
    await client.children('/', seen);
    await server.kill();
    await expect.poll(() => client.state()).toBe('suspended');
    await expect(client.exists('/survives')).rejects.toMatchObject({ code: 'ConnectionLoss' });
    await server.start();
    await expect.poll(() => [client.state(), other.state()], { timeout: 10_000 }).toEqual(['connected', 'connected']);
    expect(await client.exists('/survives')).toBeDefined();
    await other.create('/while-away', bytes(''));
    await expect.poll(() => seen.mock.calls.flat(), { timeout: 10_000 }).toEqual([{ type: 'NodeChildrenChanged', path: '/' }]);
    expect(states).toEqual(['connected', 'suspended', 'connected']);
  });

  test('a session that cannot be kept alive is over, and says so', async () => {
    const client = connect({ timeoutMs: 1_000 });
    const states = statesOf(client);
    await client.create('/ends', bytes(''), { ephemeral: true });
    await server.kill();
    await expect.poll(() => client.state(), { timeout: 10_000 }).toBe('expired');
    await expect(client.get('/')).rejects.toMatchObject({ code: 'SessionExpired' });
    await server.start();
    const later = connect();
    await expect.poll(() => later.exists('/ends'), { timeout: 10_000 }).toBeUndefined();
    expect(states).toEqual(['connected', 'suspended', 'expired']);
  });
});
