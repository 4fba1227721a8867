import { beforeAll, expect, test } from 'vitest';
import type { FileInfoJson } from '../../api/mesos/state.ts';
import type { MesosAgent } from './agent.ts';
import { testMesos, testTask, type TestMesos } from '../mesos-master/test-mesos.test-support.ts';

let mesos: TestMesos;
let agent: MesosAgent;
/** The sandbox by its own path and by the virtual one. */
let own: string;
let virtual: string;

beforeAll(async () => {
  mesos = testMesos();
  const framework = await mesos.framework();
  agent = mesos.agent('a1');
  await mesos.settle();
  framework.accept([testTask('t')]);
  await mesos.settle();
  own = mesos.containers.launched[0]?.sandbox ?? '';
  virtual = `/frameworks/${framework.id()}/executors/t/runs/latest`;
  await mesos.files.append(`${own}/stdout`, '0123456789\n');
  await mesos.files.append(`${own}/deep/notes.txt`, 'grüße\n');
  await mesos.files.append(`${own}/deep/data.json`, '{}');
  await mesos.files.append('/var/lib/mesos/a1/secret', 's');
});

const ask = (call: string, path: string, more = ''): Promise<Response> =>
  agent.fetch(new Request(`http://agent/files/${call}?path=${encodeURIComponent(path)}${more}`));

test('the sandbox lies where Mesos has it', () => {
  expect(own).toMatch(
    /^\/var\/lib\/mesos\/a1\/slaves\/[0-9a-f-]{36}-S0\/frameworks\/[0-9a-f-]{36}-0000\/executors\/t\/runs\/[0-9a-f-]{36}$/,
  );
});

test('it is browsed by each of its names, with the prefix that was asked for', async () => {
  for (const box of [own, virtual, `${own.slice(0, own.lastIndexOf('/'))}/latest`]) {
    for (const asked of [box, `${box}/`]) {
      const entries = (await (await ask('browse', asked)).json()) as FileInfoJson[];
      expect(entries.map(({ path, mode }) => [path, mode])).toEqual([
        [`${box}/deep`, 'drwxr-xr-x'],
        [`${box}/stdout`, '-rw-r--r--'],
      ]);
    }
  }
  expect(await (await ask('browse', `${virtual}/stdout`)).json()).toEqual([]);
});

test.each([
  ['', { data: '', offset: 11 }],
  ['&offset=-1', { data: '', offset: 11 }],
  ['&offset=0', { data: '0123456789\n', offset: 0 }],
  ['&offset=2&length=5', { data: '23456', offset: 2 }],
  ['&offset=8&length=100', { data: '89\n', offset: 8 }],
  ['&offset=11', { data: '', offset: 11 }],
  ['&offset=500&length=10', { data: '', offset: 500 }],
  ['&offset=0&length=0', { data: '', offset: 0 }],
  ['&offset=3&length=-1', { data: '3456789\n', offset: 3 }],
])('read with "%s"', async (more, expected) => {
  expect(await (await ask('read', `${virtual}/stdout`, more)).json()).toEqual(expected);
});

test.each([
  ['&offset=-2', 'Negative offset provided: -2.\n'],
  ['&offset=0&length=-2', 'Negative length provided: -2.\n'],
  ['&offset=start', "Failed to parse offset: Failed to convert 'start' to number.\n"],
  ['&offset=0&length=all', "Failed to parse length: Failed to convert 'all' to number.\n"],
])('read with "%s" is refused', async (more, message) => {
  const answer = await ask('read', `${virtual}/stdout`, more);
  expect([answer.status, await answer.text()]).toEqual([400, message]);
});

test('at most 65,536 bytes are answered', async () => {
  await mesos.files.append(`${own}/large`, 'x'.repeat(70_000));
  const { data } = (await (await ask('read', `${virtual}/large`, '&offset=0&length=70000')).json()) as { data: string };
  expect(data.length).toBe(65_536);
});

test('a character that is cut is replaced, and offsets still count bytes', async () => {
  const answer = await ask('read', `${virtual}/deep/notes.txt`, '&offset=3&length=4');
  expect(await answer.json()).toEqual({ data: '\ufffdße', offset: 3 });
});

test('directories are not read, and a path is needed', async () => {
  const directory = await ask('read', `${virtual}/deep`, '&offset=0');
  expect([directory.status, await directory.text()]).toEqual([400, 'Cannot read a directory.\n']);
  for (const call of ['browse', 'read', 'download']) {
    const answer = await ask(call, '');
    expect([answer.status, await answer.text()]).toEqual([400, "Expecting 'path=value' in query.\n"]);
  }
});

test('a download is the file as it is, as an attachment', async () => {
  const text = await ask('download', `${virtual}/deep/notes.txt`);
  expect([text.headers.get('content-type'), text.headers.get('content-disposition'), await text.text()]).toEqual([
    'text/plain',
    'attachment; filename=notes.txt',
    'grüße\n',
  ]);
  expect((await ask('download', `${virtual}/deep/data.json`)).headers.get('content-type')).toBe('application/octet-stream');
});

test.each([
  () => '/etc/passwd',
  () => '/etc',
  () => '/',
  () => '.',
  () => '/var/lib/mesos/a1/secret',
  () => '/var/lib/mesos/a1',
  () => `${virtual}/../../../../../../../secret`,
  () => `${own}/../../../../../../../../secret`,
  () => `${own}/deep/../../${own.slice(own.lastIndexOf('/') + 1)}/stdout`,
  () => `${virtual}/..`,
  () => `${virtual}/./../stdout`,
  () => `${virtual}/%2e%2e/stdout`,
  () => `${virtual}/..%2fstdout`,
  () => `${virtual}\\..\\stdout`,
  () => `${virtual}-neighbour/stdout`,
  () => `${own}x/stdout`,
  () => `${virtual}/stdout\0.txt`,
  () => `/frameworks/../frameworks/${own.split('/')[7]}/executors/t/runs/latest/stdout`,
  () => virtual.replace('/t/', '/other/'),
  () => virtual.replace('latest', 'no-such-run'),
  () => `file://${own}/stdout`,
  () => `${virtual}/nothing`,
])('nothing outside is shown (%#)', async (path) => {
  for (const call of ['browse', 'read', 'download']) {
    const answer = await ask(call, path(), '&offset=0');
    expect([answer.status, await answer.text()], `${call} ${path()}`).toEqual([404, '']);
  }
});

test('the sandbox of a task that is over can still be browsed', async () => {
  mesos.containers.end('t', { state: 'TASK_FINISHED', message: '' });
  await mesos.settle();
  expect((await ask('read', `${virtual}/stdout`, '&offset=0')).status).toBe(200);
  expect((await ask('read', `${own}/stdout`, '&offset=0')).status).toBe(200);
});
