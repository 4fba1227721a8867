import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { frameCutter, JuteReader, JuteWriter } from './jute.ts';
import type { SessionState } from '../../cluster/zookeeper/client.ts';
import { connectZooKeeper } from './zookeeper-client.ts';

const toClose: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0)) await close();
});

/** A server that answers the first bytes of each client as told; resolves to its port. */
async function answering(answer: (socket: Socket, count: number) => void): Promise<number> {
  let count = 0;
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => {});
    socket.once('data', () => answer(socket, count++));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  toClose.push(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return (server.address() as AddressInfo).port;
}

const granted = (timeoutMs: number): Buffer => new JuteWriter().int(0).int(timeoutMs).long(7n).buffer(Buffer.alloc(16)).bool(false).frame();

function connect(port: number, timeoutMs: number) {
  const onTrouble = vi.fn<(reason: string) => void>();
  const states: SessionState[] = [];
  const client = connectZooKeeper({ servers: [{ host: '127.0.0.1', port }], timeoutMs, onTrouble });
  client.onState((state) => states.push(state));
  toClose.push(() => client.close());
  return { client, onTrouble, states };
}

test('a server of another kind is left, and the next try may find a ZooKeeper', async () => {
  const port = await answering((socket, count) => socket.write(count === 0 ? 'HTTP/1.1 400 Bad Request\r\n\r\n' : granted(10_000)));
  const { client, onTrouble } = connect(port, 10_000);
  await expect.poll(() => client.state(), { timeout: 5_000 }).toBe('connected');
  expect(onTrouble.mock.calls).toEqual([[expect.stringMatching(/It is not a ZooKeeper/)]]);
});

test('a session that the ensemble has forgotten is over', async () => {
  const port = await answering((socket, count) => {
    socket.write(granted(count === 0 ? 10_000 : 0));
    if (count === 0) socket.end();
  });
  const { client, states } = connect(port, 10_000);
  await expect.poll(() => client.state()).toBe('expired');
  expect(states).toEqual(['connected', 'suspended', 'expired']);
  await expect(client.exists('/')).rejects.toMatchObject({ code: 'SessionExpired' });
});

test('a server that falls silent is left before the session ends', async () => {
  const port = await answering((socket) => socket.write(granted(300)));
  const { client, onTrouble } = connect(port, 300);
  const write = client.set('/never/answered', Buffer.from('x'));
  await expect(write).rejects.toMatchObject({ code: 'ConnectionLoss' });
  expect(onTrouble).toHaveBeenCalledWith(expect.stringMatching(/silent for \d+ ms/));
});

test('frames are found wherever the network cuts them, and no other length is believed', () => {
  const frames = Buffer.concat(['one', 'two', ''].map((text) => new JuteWriter().string(text).frame()));
  for (const size of [1, 3, 5, frames.length]) {
    const found: string[] = [];
    const cut = frameCutter((frame) => found.push(new JuteReader(frame).string()), 100);
    for (let at = 0; at < frames.length; at += size) cut(frames.subarray(at, at + size));
    expect(found).toEqual(['one', 'two', '']);
  }
  expect(() => frameCutter(() => {}, 100)(Buffer.from('HTTP'))).toThrow(/not ZooKeeper's/);
  expect(() => new JuteReader(new JuteWriter().int(1_000_000_000).frame().subarray(4)).strings()).toThrow(RangeError);
});
