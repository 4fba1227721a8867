import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connect, type TLSSocket } from 'node:tls';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { tlsOptions, UnfitTlsOptions } from '../cli/tls-options.ts';
import { readCertificate } from './certificate.ts';
import { openFrontDoor, type FrontDoor } from './front-door.ts';

const directory = mkdtempSync(path.join(tmpdir(), 'tls-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
const doors: FrontDoor[] = [];
afterEach(async () => void (await Promise.all(doors.splice(0).map((door) => door.close()))));

async function open(options: Parameters<typeof openFrontDoor>[1]): Promise<FrontDoor> {
  const door = await openFrontDoor(async (request) => new Response(new URL(request.url).protocol), options);
  doors.push(door);
  return door;
}
const loopback = { address: '127.0.0.1', port: 0 };

/** The certificate that the server shows for a name, checked against itself as its authority. */
async function shown(port: number, servername: string, ca: string): Promise<{ socket: TLSSocket; fingerprint: string }> {
  const socket = connect({ port, host: '127.0.0.1', servername, ca });
  await once(socket, 'secureConnect');
  return { socket, fingerprint: socket.getPeerCertificate().fingerprint256 };
}

/** Two pairs of files, as an administrator has them. */
async function pair(name: string): Promise<{ cert: string; key: string }> {
  const sub = mkdtempSync(path.join(directory, name));
  const { cert, key } = await readCertificate('self-made', sub, ['m1.localhost']);
  const files = { cert: path.join(sub, 'cert.pem'), key: path.join(sub, 'key.pem') };
  writeFileSync(files.cert, cert);
  writeFileSync(files.key, key);
  return files;
}

describe('a self-made certificate', () => {
  test('is for all names of the server, kept for its owner alone, and the same after a restart', async () => {
    const sub = mkdtempSync(path.join(directory, 'kept-'));
    const names = ['m1.localhost', '127.0.0.1', '192.168.65.90'];
    const first = await readCertificate('self-made', sub, names);
    const certificate = new X509Certificate(first.cert);
    expect([certificate.checkHost('m1.localhost'), certificate.checkIP('192.168.65.90'), certificate.checkHost('evil.example')]).toEqual([
      'm1.localhost',
      '192.168.65.90',
      undefined,
    ]);
    expect(certificate.ca).toBe(false);
    expect(statSync(path.join(sub, 'certificate.pem')).mode & 0o777).toBe(0o600);
    const again = await readCertificate('self-made', sub, names);
    expect(new X509Certificate(again.cert).fingerprint256).toBe(certificate.fingerprint256);
    const another = await readCertificate('self-made', sub, [...names, 'tools.example.com']);
    expect(new X509Certificate(another.cert).fingerprint256).not.toBe(certificate.fingerprint256);
  });

  test('is made anew where the kept one is broken', async () => {
    const sub = mkdtempSync(path.join(directory, 'broken-'));
    writeFileSync(path.join(sub, 'certificate.pem'), 'no certificate');
    expect((await readCertificate('self-made', sub, ['a'])).cert).toContain('BEGIN CERTIFICATE');
  });
});

describe('the front door', () => {
  test('speaks TLS and nothing else, unless plain HTTP is asked for', async () => {
    const files = await pair('door-');
    const door = await open({ ...loopback, tls: files });
    await door.certify(directory, []);
    expect(door.scheme).toBe('https');
    const answer = await new Promise<string>((resolve, reject) => {
      const request = { port: door.port, host: '127.0.0.1', servername: 'm1.localhost', ca: readFileSync(files.cert) };
      get(request, (incoming) => incoming.on('data', (chunk: Buffer) => resolve(chunk.toString()))).on('error', reject);
    });
    expect(answer).toBe('https:');
    await expect(fetch(`http://127.0.0.1:${door.port}/`)).rejects.toThrow();
    const both = await open({ ...loopback, tls: files, httpPort: 0 });
    expect(await (await fetch(`http://127.0.0.1:${both.httpPort}/`)).text()).toBe('http:');
    const plain = await open(loopback);
    await plain.certify(directory, []);
    expect([plain.scheme, await (await fetch(`http://127.0.0.1:${plain.port}/`)).text()]).toEqual(['http', 'http:']);
  });

  test('shows a renewed certificate to who comes next, and goes on with who is there', async () => {
    const [files, next] = [await pair('old-'), await pair('new-')];
    const before = { cert: readFileSync(files.cert, 'utf8'), key: readFileSync(files.key, 'utf8') };
    const door = await open({ ...loopback, tls: files });
    await door.certify(directory, []);
    const old = await shown(door.port, 'm1.localhost', before.cert);
    for (const kind of ['cert', 'key'] as const) writeFileSync(files[kind], readFileSync(next[kind]));
    await door.reload();
    const renewed = await shown(door.port, 'm1.localhost', readFileSync(next.cert, 'utf8'));
    expect(renewed.fingerprint).not.toBe(old.fingerprint);
    old.socket.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n');
    expect(String((await once(old.socket, 'data'))[0])).toContain('200 OK');
    old.socket.destroy();
    renewed.socket.destroy();
  });

  test('stays with the certificate that it has when the new one cannot be used, and says why', async () => {
    const [files, other] = [await pair('right-'), await pair('wrong-')];
    const door = await open({ ...loopback, tls: files });
    await door.certify(directory, []);
    const ca = readFileSync(files.cert, 'utf8');
    writeFileSync(files.key, readFileSync(other.key));
    await expect(door.reload()).rejects.toThrow(/are no pair that can be used/);
    rmSync(files.key);
    await expect(door.reload()).rejects.toThrow(/key\.pem cannot be read/);
    const { socket } = await shown(door.port, 'm1.localhost', ca);
    socket.destroy();
  });
});

test.each([
  [{ tls: true }, { tls: 'self-made' }],
  [{ tlsCert: 'a', tlsKey: 'b' }, { tls: { cert: 'a', key: 'b' } }],
  [
    { tls: true, httpPort: 0 },
    { tls: 'self-made', httpPort: 0 },
  ],
  [{}, {}],
])('%j is understood', (given, options) => {
  expect(tlsOptions(given)).toEqual(options);
});

test.each([{ tlsCert: 'a' }, { tlsKey: 'b' }, { httpPort: 80 }])('%j alone is refused with a reason', (given) => {
  expect(() => tlsOptions(given)).toThrow(UnfitTlsOptions);
});
