import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { createSandboxDirectories } from './sandbox-directories.ts';

const files = createSandboxDirectories(tmpdir());
let root = '';
let secret = '';

beforeEach(async () => {
  const base = await mkdtemp(join(tmpdir(), 'sandbox-'));
  root = join(base, 'work');
  secret = join(base, 'work-secret');
  await mkdir(root);
  await writeFile(secret, 'secret');
});
afterEach(() => rm(join(root, '..'), { recursive: true, force: true }));

const readText = async (path: string, offset = 0, length = 100): Promise<string | undefined> => {
  const bytes = await files.read(root, path, offset, length);
  return bytes && new TextDecoder().decode(bytes);
};

describe('a volume', () => {
  it('is found in the sandbox of a task, and stays when that goes', async () => {
    const [volume, box] = [join(root, 'volumes/roles/dev/v1'), join(root, 'box')];
    await files.createSandbox(box);
    await files.makeDirectory(volume);
    await files.makeDirectory(volume);
    for (let start = 0; start < 2; start++) await files.mountVolume(volume, join(box, 'deep/data'));
    await writeFile(join(box, 'deep/data/rows'), 'one');
    await files.remove(box);
    expect(await readFile(join(volume, 'rows'), 'utf8')).toBe('one');
  });

  it('takes the place of nothing', async () => {
    await files.append(join(root, 'data'), 'mine');
    await expect(files.mountVolume(join(root, 'volume'), join(root, 'data'))).rejects.toThrow(/EEXIST/);
  });
});

test('a disk has a usage, a directory that is not there has none', async () => {
  const usage = await files.diskUsage(root);
  expect(usage !== undefined && usage >= 0 && usage <= 1).toBe(true);
  expect(await files.diskUsage(join(root, 'not-there'))).toBeUndefined();
});

describe('a sandbox', () => {
  it('is made by several at the same time, as by the tasks of a pod', async () => {
    const runs = join(root, 'of-a-pod');
    await Promise.all(Array.from({ length: 20 }, () => files.createSandbox(join(runs, 'one'))));
    expect(await readdir(runs)).toEqual(['latest', 'one']);
  });

  it('is made with its parents, and latest points to the newest', async () => {
    const runs = join(root, 'executors/x/runs');
    await files.createSandbox(join(runs, 'one'));
    await files.createSandbox(join(runs, 'two'));
    expect(await realpath(join(runs, 'latest'))).toBe(await realpath(join(runs, 'two')));
    await files.remove(join(runs, 'two'));
    expect(await files.list(root, runs)).toMatchObject([{ path: join(runs, 'one'), directory: true }]);
  });

  it('lists entries sorted, with the prefix that was asked for, and links as what they point to', async () => {
    const box = join(root, 'box');
    await mkdir(join(box, 'deep'), { recursive: true });
    await files.append(join(box, 'stdout'), '0123456789\n');
    await chmod(join(box, 'stdout'), 0o755);
    await symlink('stdout', join(box, 'link'));
    const entries = await files.list(root, `${box}/`);
    expect(entries?.map(({ path, mode, size }) => [path, mode, path.endsWith('deep') ? 0 : size])).toEqual([
      [join(box, 'deep'), 'drwxr-xr-x', 0],
      [join(box, 'link'), '-rwxr-xr-x', 11],
      [join(box, 'stdout'), '-rwxr-xr-x', 11],
    ]);
    expect(entries?.[1]?.uid).toBe(execFileSync('id', ['-un'], { encoding: 'utf8' }).trim());
    expect(await files.list(root, join(box, 'stdout'))).toEqual([]);
    expect(await files.list(root, join(box, 'nothing'))).toBeUndefined();
  });
});

describe('reading', () => {
  it('gives only the bytes asked for', async () => {
    const path = join(root, 'stdout');
    await files.append(path, 'äbcdef');
    await files.append(path, 'gh');
    expect(await readText(path, 2, 3)).toBe('bcd');
    expect(await readText(path, 7)).toBe('gh');
    expect(await readText(path, 500)).toBe('');
    expect(await readText(path, 0, 0)).toBe('');
  });

  it('streams a file of many chunks as it is', async () => {
    const path = join(root, 'big');
    await writeFile(path, 'x'.repeat(200_000));
    const stream = await files.stream(root, path);
    expect(stream && (await new Response(stream).text())).toBe(await readFile(path, 'utf8'));
  });

  it('has nothing to show for directories and pipes, and does not wait for a writer', async () => {
    execFileSync('/bin/sh', ['-c', 'mkfifo "$0"', join(root, 'pipe')]);
    expect(await files.read(root, join(root, 'pipe'), 0, 10)).toBeUndefined();
    expect(await files.read(root, root, 0, 10)).toBeUndefined();
    expect(await files.stream(root, root)).toBeUndefined();
  });
});

describe('nothing outside the root is shown', () => {
  const attempts: [string, () => string][] = [
    ['by dots', () => `${root}/../work-secret`],
    ['by an absolute path', () => '/etc/passwd'],
    ['by a neighbour with the same beginning', () => secret],
    ['by a link', () => join(root, 'link')],
    ['by a link to a directory', () => join(root, 'up', 'work-secret')],
    ['by a zero byte', () => `${root}\0/../work-secret`],
    ['by a link to itself', () => join(root, 'loop')],
  ];

  it.each(attempts)('%s', async (_how, path) => {
    await symlink(secret, join(root, 'link'));
    await symlink('..', join(root, 'up'));
    await symlink('loop', join(root, 'loop'));
    expect(await files.stat(root, path())).toBeUndefined();
    expect(await files.list(root, path())).toBeUndefined();
    expect(await files.read(root, path(), 0, 10)).toBeUndefined();
    expect(await files.stream(root, path())).toBeUndefined();
  });

  it('and a listing shows such a link as a link', async () => {
    await symlink(secret, join(root, 'link'));
    expect((await files.list(root, root))?.[0]?.mode).toBe('lrwxrwxrwx');
  });
});
