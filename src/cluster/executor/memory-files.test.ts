import { expect, test } from 'vitest';
import { manualClock } from '../kernel/clock.ts';
import { createMemoryFiles } from './memory-files.ts';

const BOX = '/work/runs/c1';

async function setUp() {
  const files = createMemoryFiles(manualClock(Date.UTC(2016, 3, 26)));
  await files.createSandbox(BOX);
  await files.append(`${BOX}/stdout`, 'häuser\n');
  await files.append(`${BOX}/deep/file.txt`, 'x');
  return files;
}

test('what is appended is read again by bytes', async () => {
  const files = await setUp();
  await files.append(`${BOX}/stdout`, 'more\n');
  expect(await files.stat(BOX, `${BOX}/stdout`)).toMatchObject({ directory: false, size: 13, mtime: Date.UTC(2016, 3, 26) / 1000 });
  expect(new TextDecoder().decode(await files.read(BOX, `${BOX}/stdout`, 8, 3))).toBe('mor');
  expect(await files.read(BOX, `${BOX}/stdout`, 500, 3)).toEqual(new Uint8Array());
});

test('a directory lists what is right in it, sorted', async () => {
  const files = await setUp();
  const entries = await files.list(BOX, BOX);
  expect(entries?.map(({ path, mode }) => [path, mode])).toEqual([
    [`${BOX}/deep`, 'drwxr-xr-x'],
    [`${BOX}/stdout`, '-rw-r--r--'],
  ]);
  expect(await files.list(BOX, `${BOX}/stdout`)).toBeUndefined();
});

test('a directory takes what all files below it have', async () => {
  const files = await setUp();
  expect(await files.size(BOX)).toBe('häuser\n'.length + 1 + 'x'.length);
  expect(await files.size('/elsewhere')).toBe(0);
});

test('latest leads to the newest sandbox', async () => {
  const files = await setUp();
  expect(await files.stat('/work/runs/latest', '/work/runs/latest/stdout')).toMatchObject({ path: '/work/runs/latest/stdout', size: 8 });
  await files.createSandbox('/work/runs/c2');
  expect(await files.stat('/work/runs/latest', '/work/runs/latest/stdout')).toBeUndefined();
});

test('nothing outside the root is seen', async () => {
  const files = await setUp();
  await files.append('/work/secret', 's');
  await files.append('/work/runs/c1-neighbour/stdout', 's');
  for (const path of [`${BOX}/../../secret`, '/work/secret', '/work/runs/c1-neighbour/stdout', `${BOX}/deep/../../c1-neighbour/stdout`]) {
    expect(await files.stat(BOX, path), path).toBeUndefined();
    expect(await files.read(BOX, path, 0, 10), path).toBeUndefined();
    expect(await files.stream(BOX, path), path).toBeUndefined();
  }
});

test('a file that grows too large goes on as a new one', async () => {
  const files = await setUp();
  const line = `${'x'.repeat(99_999)}\n`;
  for (let index = 0; index < 7; index++) await files.append(`${BOX}/stdout`, line);
  const [kept, old] = [await files.stat(BOX, `${BOX}/stdout`), await files.stat(BOX, `${BOX}/stdout.1`)];
  expect([kept?.size, old?.size]).toEqual([200_000, 500_008]);
});

test('latest is listed with the sandboxes, and goes with its own', async () => {
  const files = await setUp();
  const names = async (): Promise<string[]> =>
    ((await files.list('/work', '/work/runs')) ?? []).map(({ path }) => path.slice('/work/runs/'.length));
  await files.createSandbox('/work/runs/c2');
  expect(await names()).toEqual(['c1', 'c2', 'latest']);
  await files.remove(BOX);
  expect(await names()).toEqual(['c2', 'latest']);
  await files.remove('/work/runs/c2');
  expect(await names()).toEqual([]);
});

test('a removed sandbox is gone with all that is in it', async () => {
  const files = await setUp();
  await files.remove(BOX);
  expect(await files.stat(BOX, BOX)).toBeUndefined();
  expect(await files.stat('/work', '/work/runs/latest')).toBeUndefined();
});
