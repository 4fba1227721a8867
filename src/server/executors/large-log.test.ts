import { appendFile, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileEndpoints } from '../../cluster/libprocess/files.ts';
import { createSandboxDirectories } from './sandbox-directories.ts';

const GIB = 1024 ** 3;
const ASKED = 64 * 1024;

let root = '';
let path = '';

// A log of 1 GiB, all of it a hole but its last lines: as large as any to those who read it, and there at once.
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'large-log-'));
  path = join(root, 'stdout');
  await writeFile(path, '');
  await truncate(path, GIB);
  await appendFile(path, '\nthe last line\n');
});
afterAll(() => rm(root, { recursive: true, force: true }));

const size = (): number => GIB + '\nthe last line\n'.length;

/** Asks `/files/read` as the log viewer does. */
async function ask(offset: number, length: number): Promise<{ data: string; offset: number }> {
  const files = createSandboxDirectories(root);
  const endpoints = fileEndpoints({ resolve: (asked) => ({ files, root, path: asked }), attached: () => ({}) });
  const read = endpoints.find((endpoint) => endpoint.path === '/files/read');
  const query = new URLSearchParams({ path, offset: String(offset), length: String(length) });
  const call = { query } as Parameters<NonNullable<typeof read>['handle']>[0];
  return (await read?.handle(call)) as { data: string; offset: number };
}

/** Bytes that this process has read by system calls (Linux tells). */
const readSoFar = (): number => Number(/^rchar: (\d+)$/m.exec(readFileSync('/proc/self/io', 'utf8'))?.[1]);

test('the end of a log of 1 GiB is found and read without reading what is before', async () => {
  expect((await ask(-1, 0)).offset).toBe(size());
  const { data } = await ask(size() - ASKED, ASKED);
  expect(data.length).toBe(ASKED);
  expect(data.endsWith('\nthe last line\n')).toBe(true);
});

test('no more is answered than may be asked for at once, wherever', async () => {
  for (const offset of [0, GIB / 2, GIB - 1]) {
    const { data } = await ask(offset, 10 * ASKED);
    expect(data.length).toBe(Math.min(ASKED, size() - offset));
  }
});

test.runIf(process.platform === 'linux')('no more is read than is asked for', async () => {
  // whatever is loaded once is loaded now
  await ask(0, ASKED);
  const before = readSoFar();
  for (let piece = 1; piece <= 16; piece++) await ask(size() - piece * ASKED, ASKED);
  // what else this process reads meanwhile is small beside the file
  expect(readSoFar() - before).toBeLessThan(16 * ASKED + 4 * 1024 ** 2);
});
