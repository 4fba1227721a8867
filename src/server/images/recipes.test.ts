import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { knownImage, recipeFor } from './recipes.ts';
import { archive, layOut, parseLdd } from './root-filesystem.ts';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'recipe-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

it.each([
  ['redis', 'redis'],
  ['redis:latest', 'redis'],
  ['docker.io/library/busybox', 'busybox'],
  ['redis:7', undefined],
  ['someone/redis', undefined],
  ['registry.example.org/redis', undefined],
  ['nginx', undefined],
])('%s can be built as %s', (name, known) => {
  expect(knownImage(name)).toBe(known);
});

describe('the script before redis-server', () => {
  const script = recipeFor('redis', () => []).scripts['/usr/local/bin/redis-server'] ?? '';

  /** Runs the script where `eth0` has index 4 and the interface of index `peer` behind it; returns what redis-server would be given. */
  async function run(given: readonly string[], peer: number): Promise<string> {
    const echo = join(directory, 'echo-arguments');
    await writeFile(echo, '#!/bin/sh\necho "$@"\n', { mode: 0o755 });
    const eth0 = join(directory, 'net/eth0');
    await mkdir(eth0, { recursive: true });
    await writeFile(join(eth0, 'ifindex'), '4\n');
    await writeFile(join(eth0, 'iflink'), `${peer}\n`);
    const here = script.replaceAll('/usr/bin/redis-server', echo).replaceAll('/sys/class/net', join(directory, 'net'));
    return execFileSync('/bin/sh', ['-c', here, 'redis-server', ...given], { encoding: 'utf8' }).trim();
  }

  it.each([
    [[], '--protected-mode no'],
    [['--port', '7'], '--protected-mode no --port 7'],
    [['/etc/redis.conf', '--port', '7'], '/etc/redis.conf --protected-mode no --port 7'],
    [['--version'], '--version'],
  ])('turns %j into the arguments %s in a network of its own', async (given, expected) => {
    expect(await run(given, 5)).toBe(expected);
  });

  it('leaves redis protected in the network of the host, where it listens on outside interfaces', async () => {
    expect(await run(['--port', '7'], 4)).toBe('--port 7');
  });
});

it('libraries are what ldd lists with a path', () => {
  const output = `\tlinux-vdso.so.1 (0x00007fc893900000)
\tlibm.so.6 => /lib/x86_64-linux-gnu/libm.so.6 (0x00007fc893520000)
\tlibgone.so => not found
\t/lib64/ld-linux-x86-64.so.2 (0x00007fc893902000)`;
  expect(parseLdd(output)).toEqual(['/lib/x86_64-linux-gnu/libm.so.6', '/lib64/ld-linux-x86-64.so.2']);
});

it.runIf(process.platform === 'linux')('a root filesystem runs its programs and travels as an archive', async () => {
  const root = join(directory, 'root');
  const recipe = { ...recipeFor('redis', () => []), programs: ['/bin/sh'], links: { '/bin/ash': 'sh' } };
  await layOut(recipe, root);
  const copy = join(directory, 'copy');
  await mkdir(copy);
  const stored = join(directory, 'root.tar');
  await writeFile(stored, archive(root));
  execFileSync('tar', ['-C', copy, '-xf', stored]);
  expect(await readFile(join(copy, 'etc/passwd'), 'utf8')).toContain('root:x:0:0:');
  expect(execFileSync(join(copy, 'bin/ash'), ['-c', 'echo runs'], { encoding: 'utf8' })).toBe('runs\n');
});
