import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Machine } from '../cluster/machines/machine.ts';
import type { ClusterUpstreams } from '../cluster/upstreams.ts';
import { exposeMesos, withExposedPorts } from './exposed-mesos.ts';
import { guardExposed } from './http/exposed-guard.ts';

const machine = (name: string, type: Machine['type'], address: string): Machine => ({
  name,
  ip: '192.168.65.1',
  cpus: 1,
  memory: 512,
  memoryReserved: 0,
  type,
  aliases: [],
  address: { name, ip: '192.168.65.1', address },
});

test('masters have the port, agents the next one; other machines have none', () => {
  const machines = [
    machine('boot', 'boot', '127.0.65.50'),
    machine('m1', 'master', '127.0.65.90'),
    machine('m2', 'master', '127.0.65.91'),
    machine('a1', 'agent-private', '127.0.65.111'),
    machine('p1', 'agent-public', '127.0.65.60'),
  ];
  expect(withExposedPorts(machines, 5050).map(({ exposedPort }) => exposedPort)).toEqual([undefined, 5050, 5050, 5051, 5051]);
});

test('where machines share an address each has a port of its own', () => {
  const machines = [
    machine('a1', 'agent-private', '127.0.0.1'),
    machine('m1', 'master', '127.0.0.1'),
    machine('p1', 'agent-public', '127.0.0.1'),
  ];
  expect(withExposedPorts(machines, 5050).map(({ exposedPort }) => exposedPort)).toEqual([5051, 5050, 5052]);
});

test('the master shows the web UI of a Mesos at its port, and answers all else', async () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'webui-'));
  mkdirSync(path.join(directory, 'app'));
  writeFileSync(path.join(directory, 'index.html'), '<html ng-app>');
  writeFileSync(path.join(directory, 'app', 'app.js'), 'angular');
  const answer = async (): Promise<Response> => new Response('the API');
  const upstreams = { master: () => answer, agent: () => undefined } as unknown as ClusterUpstreams;
  const [server] = await exposeMesos([{ ...machine('m1', 'master', '127.0.0.1'), exposedPort: 0 }], upstreams, directory);
  const get = async (at: string): Promise<string> => (await fetch(`http://127.0.0.1:${server?.port}${at}`)).text();
  expect([await get('/'), await get('/app/app.js'), await get('/master/state'), await get('/metrics/snapshot')]).toEqual([
    '<html ng-app>',
    'angular',
    'the API',
    'the API',
  ]);
  const script = await fetch(`http://127.0.0.1:${server?.port}/app/app.js`);
  expect([script.headers.get('content-type'), script.headers.get('cache-control')]).toEqual(['text/javascript;charset=utf-8', 'no-cache']);
  expect((await fetch(`http://127.0.0.1:${server?.port}/app/missing.html`)).status).toBe(404);
  await server?.close();
  rmSync(directory, { recursive: true });
});

const OWN = 'http://127.0.65.90:5050';
test.each<[string, Record<string, string>, number]>([
  ['a program', {}, 200],
  ['the web UI on the master, which reads agents by scripts', { 'sec-fetch-site': 'cross-site', referer: `${OWN}/` }, 200],
  ['the web UI on the master, asking that', { 'sec-fetch-site': 'same-origin', referer: `${OWN}/`, origin: OWN }, 200],
  ['somebody who types the address', { 'sec-fetch-site': 'none' }, 200],
  ['a script of another page', { 'sec-fetch-site': 'cross-site', referer: 'http://evil.example/' }, 403],
  ['a script of a page that hides', { 'sec-fetch-site': 'cross-site' }, 403],
  ['a form of another page in an old browser', { origin: 'http://evil.example' }, 403],
  ['a page whose name was turned to us', { host: 'evil.example' }, 421],
])('%s is answered %#', async (_, headers, status) => {
  const fetch = guardExposed(async () => new Response('state'), ['127.0.65.90', '127.0.65.111']);
  expect((await fetch(new Request('http://127.0.65.111:5051/state', { headers }))).status).toBe(status);
});
