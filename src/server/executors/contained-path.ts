import { constants } from 'node:fs';
import { open, realpath, type FileHandle } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** What the file system says of a path that cannot be followed to its end: for a reader all the same as "not there". */
const NOT_THERE = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'EACCES', 'EPERM', 'ENXIO']);

export function isNotThere(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && NOT_THERE.has(String(fault.code));
}

const isInside = (root: string, path: string): boolean => path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);

/** A directory whose files may be seen, below a base that no task can change. */
export interface Root {
  base: string;
  directory: string;
}

/**
 * The path with all symbolic links and `..` resolved; undefined when it does not exist or lies outside the root. A task that runs as
 * root could put a link in the place of its sandbox: below the base the root itself must not lead elsewhere.
 */
export async function resolveInside({ base, directory }: Root, path: string): Promise<string | undefined> {
  if (path.includes('\0')) return undefined;
  try {
    const [realBase, realRoot, real] = await Promise.all([realpath(base), realpath(directory), realpath(path)]);
    const expected = join(realBase, relative(base, directory));
    return realRoot === expected && isInside(realRoot, real) ? real : undefined;
  } catch (fault) {
    if (isNotThere(fault)) return undefined;
    throw fault;
  }
}

/**
 * Opens a file below `root` for reading; undefined as for resolveInside. A task can change its directories while we look at
 * them, so on Linux what was really opened is checked too. Non-blocking, since opening a pipe would else wait for a writer.
 */
export async function openInside(root: Root, path: string): Promise<FileHandle | undefined> {
  const real = await resolveInside(root, path);
  if (real === undefined) return undefined;
  let file: FileHandle;
  try {
    file = await open(real, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  } catch (fault) {
    if (isNotThere(fault)) return undefined;
    throw fault;
  }
  if (process.platform === 'linux' && (await realpath(`/proc/self/fd/${file.fd}`).catch(() => '')) !== real) {
    await file.close();
    return undefined;
  }
  return file;
}
