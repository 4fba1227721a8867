import { execFile, spawn } from 'node:child_process';
import { copyFile, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import type { ImageRecipe } from './recipes.ts';

const run = promisify(execFile);

/** Paths of libraries in what `ldd` prints: `libc.so.6 => /lib/…/libc.so.6 (0x…)`, or just the path of the loader. */
export function parseLdd(output: string): string[] {
  return output.split('\n').flatMap((line) => /^\s*(?:\S+ => )?(\/\S+) \(0x/.exec(line)?.[1] ?? []);
}

/** Libraries that a program loads; none for a static one, of which ldd says so with a failure. */
async function librariesOf(program: string): Promise<string[]> {
  const { stdout } = await run('ldd', [program]).catch(() => ({ stdout: '' }));
  return parseLdd(stdout);
}

async function place(root: string, path: string, write: (target: string) => Promise<void>): Promise<void> {
  const target = join(root, path);
  await mkdir(dirname(target), { recursive: true });
  await write(target);
}

/** Lays out what the recipe names below `root`. Rejects when a program is not there. */
export async function layOut(recipe: ImageRecipe, root: string): Promise<void> {
  const libraries = await Promise.all(recipe.programs.map(librariesOf));
  for (const path of new Set([...recipe.programs, ...libraries.flat()])) await place(root, path, (target) => copyFile(path, target));
  for (const [path, content] of Object.entries(recipe.scripts))
    await place(root, path, (target) => writeFile(target, content, { mode: 0o755 }));
  for (const [path, target] of Object.entries(recipe.links)) await place(root, path, (link) => symlink(target, link));
  for (const directory of recipe.directories) await mkdir(join(root, directory), { recursive: true });
  await place(root, '/etc/passwd', (target) =>
    writeFile(target, 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/nonexistent:/bin/false\n'),
  );
  await place(root, '/etc/group', (target) => writeFile(target, 'root:x:0:\nnogroup:x:65534:\n'));
}

/** The directory as a tar archive owned by root, whoever we are. */
export function archive(root: string): Readable {
  const tar = spawn('tar', ['-C', root, '--owner=0', '--group=0', '--numeric-owner', '-cf', '-', '.'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  tar.once('error', (fault) => tar.stdout.destroy(fault));
  return tar.stdout;
}
