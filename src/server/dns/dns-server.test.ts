import { execFile } from 'node:child_process';
import { Resolver } from 'node:dns/promises';
import { connect } from 'node:net';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { silentLog } from '../../cluster/kernel/log.ts';
import { queriesOf, queryPacket } from '../../cluster/mesos-dns/queries.test-support.ts';
import type { DnsRecord } from '../../cluster/mesos-dns/records.ts';
import { findProgram } from '../system/find-program.ts';
import type { DnsServer } from './dns-server.ts';
import { shellHelp } from './shell-help.ts';
import { startDns } from './start-dns.ts';

/** The names over real sockets, asked by clients of others: Node's resolver (c-ares) and Debian's dig. */

const run = promisify(execFile);
const ADDRESS = '127.0.0.1';
const hasDig = (await findProgram('dig')) !== undefined;
const tasks: DnsRecord[] = Array.from({ length: 200 }, (_, n) => ({ name: 'many.marathon.mesos', rtype: 'A', host: `10.0.0.${n}` }));
const records: DnsRecord[] = [
  { name: 'leader.mesos', rtype: 'A', host: '127.0.65.90' },
  { name: '_redis._tcp.marathon.mesos', rtype: 'SRV', host: 'redis-abcde-s0.marathon.slave.mesos:31000' },
  { name: 'redis-abcde-s0.marathon.slave.mesos', rtype: 'A', host: '127.0.65.111' },
  ...tasks,
];
let server: DnsServer;
let other: DnsServer;
let resolver: Resolver;

beforeAll(async () => {
  // the host's resolver of the one is the other, which knows one name of elsewhere
  other = await startDns(
    queriesOf([{ name: 'elsewhere.mesos', rtype: 'A', host: '10.9.9.9' }]),
    { address: ADDRESS, port: 0, recursion: false },
    silentLog,
  );
  const resolvers = [`${ADDRESS}:${other.port}`];
  const query = queriesOf(records, true);
  server = await startDns(query, { address: ADDRESS, port: 0, recursion: true, resolvers }, silentLog);
  resolver = new Resolver({ timeout: 2000, tries: 2 });
  resolver.setServers([`${ADDRESS}:${server.port}`]);
});
afterAll(async () => {
  await server.close();
  await other.close();
});

test('resolves addresses and services, more of them over TCP than UDP carries', async () => {
  expect(await resolver.resolve4('leader.mesos')).toEqual(['127.0.65.90']);
  expect(await resolver.resolveSrv('_redis._tcp.marathon.mesos')).toEqual([
    { name: 'redis-abcde-s0.marathon.slave.mesos', port: 31_000, priority: 0, weight: 0, type: 'SRV' },
  ]);
  expect(await resolver.resolveSoa('mesos')).toMatchObject({ nsname: 'ns1.mesos', hostmaster: 'root.ns1.mesos', minttl: 60 });
  expect(await resolver.resolve4('many.marathon.mesos')).toHaveLength(200);
  await expect(resolver.resolve4('nobody.mesos')).rejects.toMatchObject({ code: 'ENOTFOUND' });
  await expect(resolver.resolve6('leader.mesos')).rejects.toMatchObject({ code: 'ENODATA' });
});

test('names of elsewhere get the answer of the resolver of this machine', async () => {
  // that one knows none and refuses
  await expect(resolver.resolve4('debian.org')).rejects.toMatchObject({ code: 'EREFUSED' });
});

test('without a resolver that answers it is a failure of the server', async () => {
  const alone = await startDns(queriesOf([], true), { address: ADDRESS, port: 0, recursion: true, resolvers: [] }, silentLog);
  const client = new Resolver({ timeout: 2000, tries: 1 });
  client.setServers([`${ADDRESS}:${alone.port}`]);
  await expect(client.resolve4('debian.org')).rejects.toMatchObject({ code: 'ESERVFAIL' });
  await alone.close();
});

test('several questions over one connection, in pieces of any size', async () => {
  const packet = queryPacket('leader.mesos', 1);
  const framed = Buffer.from([0, packet.length, ...packet, 0, packet.length, ...packet]);
  const socket = connect(server.port, ADDRESS);
  const answers = new Promise<number>((resolve) => {
    let bytes = 0;
    socket.on('data', (chunk) => {
      bytes += chunk.length;
      if (bytes >= 2 * (2 + packet.length + 16)) resolve(bytes);
    });
  });
  for (const byte of framed) await new Promise((resolve) => socket.write(Buffer.of(byte), resolve));
  expect(await answers).toBe(2 * (2 + packet.length + 16));
  socket.destroy();
});

test('a port that was said and is taken is told; one that was not said is another', async () => {
  const { port } = server;
  await expect(startDns(queriesOf([]), { address: ADDRESS, port, recursion: false }, silentLog)).rejects.toThrow('--dns-port');
  const first = await startDns(queriesOf(records), { address: ADDRESS, recursion: false }, silentLog);
  const second = await startDns(queriesOf(records), { address: ADDRESS, recursion: false }, silentLog);
  expect(second.port).not.toBe(first.port);
  await Promise.all([first.close(), second.close()]);
});

describe.skipIf(!hasDig)('dig', () => {
  const dig = async (...args: string[]): Promise<string> =>
    (await run('dig', [`@${ADDRESS}`, '-p', String(server.port), '+tries=1', ...args])).stdout;

  test('takes every kind of answer without a warning', async () => {
    for (const question of [
      ['leader.mesos'],
      ['_redis._tcp.marathon.mesos', 'SRV'],
      ['mesos', 'SOA'],
      ['mesos', 'NS'],
      ['leader.mesos', 'ANY'],
    ])
      for (const how of [[], ['+tcp'], ['+noedns'], ['+nocookie', '+bufsize=4096']]) {
        const said = await dig(...question, ...how);
        expect(said).toContain('status: NOERROR');
        expect(said).not.toMatch(/WARNING|malformed|extra bytes/i);
      }
  });

  test('reads the values and flags', async () => {
    expect(await dig('+short', 'leader.mesos')).toBe('127.0.65.90\n');
    expect(await dig('+short', 'SRV', '_redis._tcp.marathon.mesos')).toBe('0 0 31000 redis-abcde-s0.marathon.slave.mesos.\n');
    expect(await dig('+ignore', '+noedns', 'many.marathon.mesos')).toMatch(/flags: qr aa tc rd ra/);
    expect(await dig('AAAA', 'leader.mesos')).toMatch(/NOERROR[^]*ANSWER: 0, AUTHORITY: 1/);
    expect(await dig('nobody.mesos')).toContain('NXDOMAIN');
  });

  test('is what the functions for a shell ask with', async () => {
    const sh = async (line: string): Promise<string> => (await run('sh', ['-c', `${shellHelp(server)}\n${line}`])).stdout;
    expect(await sh('dcos_address leader.mesos; dcos_port _redis._tcp.marathon.mesos; echo "$DCOS_DNS"')).toBe(
      `127.0.65.90\n31000\n${ADDRESS}:${server.port}\n`,
    );
  });
});
