import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test, vi } from 'vitest';
import { realClock } from '../../cluster/kernel/clock.ts';
import { createBalancer, type VipBalancer } from '../../cluster/minuteman/balancer.ts';
import type { OpenVip } from '../../cluster/minuteman/sockets.ts';
import type { Backend } from '../../cluster/minuteman/state.ts';
import { freePort } from '../testing/free-port.ts';
import { vipSockets } from './vip-sockets.ts';

/** Real connections through a VIP to real backends on the loopback network. */

const VIP = '127.200.7.1';
const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

/** A backend that greets with its name and then says what it is told, for as long as it lives. */
async function startBackend(name: string) {
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.write(`${name} `);
    socket.pipe(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const kill = (): void => {
    server.close();
    for (const socket of sockets) socket.resetAndDestroy();
  };
  closers.push(kill);
  return { backend: backendAt(name, portOf(server)), kill };
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;
const backendAt = (taskId: string, port: number): Backend => ({
  id: `127.0.0.1:${port}`,
  ip: '127.0.0.1',
  port,
  taskId,
  agentId: 'S0',
  weight: 1,
});

async function openVip(
  backends: Backend[],
  protocol: 'tcp' | 'udp' = 'tcp',
): Promise<{ balancer: VipBalancer; port: number; vip: OpenVip }> {
  const balancer = createBalancer(realClock());
  balancer.update(backends);
  const port = await freePort(VIP);
  const vip = await vipSockets().open({ protocol, address: VIP, port }, balancer);
  closers.push(() => vip.close({ cut: true }));
  return { balancer, port, vip };
}

function dial(port: number) {
  const socket = connect(port, VIP);
  let received = '';
  let broken = false;
  socket.on('data', (chunk: Buffer) => (received += chunk.toString()));
  socket.on('error', () => (broken = true));
  closers.push(() => socket.destroy());
  const heard = async (said: string): Promise<void> => {
    while (!received.includes(said)) await once(socket, 'data');
  };
  return { socket, heard, received: () => received, broken: () => broken };
}

/** Sends one word and ends; everything that came back. */
async function ask(port: number, word: string): Promise<string> {
  const socket = connect({ port, host: VIP, allowHalfOpen: true });
  socket.end(word);
  return text(socket);
}

test('bytes pass both ways, also after the client has ended its side, and are counted', async () => {
  const { backend } = await startBackend('one');
  const { balancer, port } = await openVip([backend]);
  const large = 'x'.repeat(1_000_000);
  expect(await ask(port, large)).toBe(`one ${large}`);
  await vi.waitFor(() =>
    expect(balancer.backends()).toMatchObject([{ open: 0, opened: 1, failed: 0, bytesIn: large.length, bytesOut: large.length + 4 }]),
  );
  expect(balancer.backends()[0]?.latencyMs).toBeGreaterThan(0);
});

test('a backend that does not answer is passed over, and the client gets another without noticing', async () => {
  const { backend } = await startBackend('good');
  const dead = backendAt('dead', await freePort('127.0.0.1'));
  const { balancer, port } = await openVip([dead, backend]);
  for (let round = 0; round < 5; round++) expect(await ask(port, 'hello')).toBe('good hello');
  expect(balancer.backends()).toMatchObject([
    { taskId: 'dead', state: 'shunned', failed: 1, opened: 1 },
    { taskId: 'good', state: 'serving', opened: 5 },
  ]);
});

test('without a backend a connection is reset; without a VIP it is refused', async () => {
  const { balancer, port, vip } = await openVip([]);
  await expect(once(connect(port, VIP), 'end')).rejects.toMatchObject({ code: 'ECONNRESET' });
  expect(balancer.refused()).toBe(1);
  vip.close({ cut: false });
  await expect(once(connect(port, VIP), 'connect')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('connections are drained: what is open goes on to a backend that gets nothing new, and after the VIP is gone', async () => {
  const [one, two] = [await startBackend('one'), await startBackend('two')];
  const { balancer, port, vip } = await openVip([one.backend]);
  const client = dial(port);
  await client.heard('one');
  balancer.update([two.backend]);
  expect(await ask(port, 'new')).toBe('two new');
  client.socket.write('still here');
  await client.heard('still here');
  vip.close({ cut: false });
  client.socket.write(' and here');
  await client.heard('and here');
  client.socket.end();
  await vi.waitFor(() => expect(balancer.backends().map(({ taskId }) => taskId)).toEqual(['two']));
});

test('a backend killed under load loses its own connections alone, and new ones go elsewhere at once', async () => {
  const backends = await Promise.all(['a', 'b', 'c'].map(startBackend));
  const { port, balancer } = await openVip(backends.map(({ backend }) => backend));
  const clients = Array.from({ length: 1000 }, () => dial(port));
  await Promise.all(clients.map(({ heard }) => heard(' ')));
  expect(balancer.backends().map(({ open }) => open)).toEqual([334, 333, 333]);

  backends[1]?.kill();
  const killed = performance.now();
  expect(await ask(port, 'after')).toMatch(/^[ac] after$/);
  expect(performance.now() - killed).toBeLessThan(1000);
  await vi.waitFor(() => expect(clients.filter(({ broken }) => broken())).toHaveLength(333), { timeout: 5000 });
  for (const { broken, received } of clients) expect(broken()).toBe(received().startsWith('b'));
  const alive = clients.filter(({ broken }) => !broken());
  for (const { socket } of alive) socket.write('alive');
  await Promise.all(alive.map(({ heard }) => heard('alive')));
});

test('a port that is taken is told with what to do', async () => {
  const { port } = await openVip([]);
  await expect(vipSockets().open({ protocol: 'tcp', address: VIP, port }, createBalancer(realClock()))).rejects.toThrow(
    `Port ${port} of ${VIP} is taken by another program: stop it, or give the VIP another port.`,
  );
});

test('datagrams of one client go to one backend, those of the next to the other', async () => {
  const echo = async (name: string): Promise<Backend> => {
    const socket = createSocket('udp4');
    socket.on('message', (said, from) => socket.send(`${name} ${said.toString()}`, from.port, from.address));
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    closers.push(() => socket.close());
    return backendAt(name, socket.address().port);
  };
  const { balancer, port } = await openVip([await echo('one'), await echo('two')], 'udp');
  const client = async (): Promise<(said: string) => Promise<string>> => {
    const socket = createSocket('udp4');
    closers.push(() => socket.close());
    return async (said) => {
      socket.send(said, port, VIP);
      return String((await once(socket, 'message'))[0]);
    };
  };
  const [first, second] = [await client(), await client()];
  expect([await first('1'), await second('2'), await first('3'), await second('4')]).toEqual(['one 1', 'two 2', 'one 3', 'two 4']);
  expect(balancer.backends()).toMatchObject([{ bytesIn: 2, bytesOut: 10 }, { bytesIn: 2 }]);
});
