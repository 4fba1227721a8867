import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { appendFile, lstat, mkdir, readdir, readlink, rename, rm, stat, statfs, symlink, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FileEntry, SandboxFiles } from '../../cluster/executor/sandbox-files.ts';
import { readSystemNames, type SystemNames } from '../system/system-names.ts';
import { isNotThere, openInside, resolveInside, type Root } from './contained-path.ts';
import { directorySize } from './directory-size.ts';
import { fileMode } from './file-mode.ts';

const CHUNK_BYTES = 65_536;

function toEntry(path: string, stats: Stats, names: SystemNames): FileEntry {
  return {
    path,
    directory: stats.isDirectory(),
    mode: fileMode(stats.mode),
    nlink: stats.nlink,
    size: stats.size,
    mtime: Math.floor(stats.mtimeMs / 1000),
    uid: names.user(stats.uid),
    gid: names.group(stats.gid),
  };
}

/** undefined instead of the fault when what was looked for is not there (any more). */
async function ifThere<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (fault) {
    if (isNotThere(fault)) return undefined;
    throw fault;
  }
}

/** What a link points to when that is inside `root`; else the link itself, so that a listing hides nothing. */
async function statOrLink(root: Root, path: string): Promise<Stats | undefined> {
  const own = await ifThere(lstat(path));
  if (!own?.isSymbolicLink()) return own;
  const target = await resolveInside(root, path);
  return (target === undefined ? undefined : await ifThere(stat(target))) ?? own;
}

async function listDirectory(root: Root, path: string, names: SystemNames): Promise<FileEntry[] | undefined> {
  const real = await resolveInside(root, path);
  if (real === undefined) return undefined;
  const stats = await ifThere(stat(real));
  // Mesos answers an empty list for a file.
  if (!stats?.isDirectory()) return stats && [];
  const prefix = path.replace(/\/+$/, '');
  const children = (await ifThere(readdir(real)))?.sort() ?? [];
  const entries = await Promise.all(
    children.map(async (name) => {
      const found = await statOrLink(root, join(real, name));
      return found && toEntry(`${prefix}/${name}`, found, names);
    }),
  );
  return entries.filter((entry) => entry !== undefined);
}

/** Opens a regular file below `root`: a directory, pipe or device has no bytes to show. */
async function openRegular(root: Root, path: string): Promise<{ file: FileHandle; size: number } | undefined> {
  const file = await openInside(root, path);
  const stats = await file?.stat();
  if (file && stats?.isFile()) return { file, size: stats.size };
  await file?.close();
  return undefined;
}

async function readRange(root: Root, path: string, offset: number, length: number): Promise<Uint8Array | undefined> {
  const opened = await openRegular(root, path);
  if (!opened) return undefined;
  const { file, size } = opened;
  try {
    const buffer = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
    const { bytesRead } = buffer.length > 0 ? await file.read(buffer, 0, buffer.length, offset) : { bytesRead: 0 };
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The bytes that the file has now: what a task appends meanwhile is left out, so that an announced length stays true. */
async function streamFile(root: Root, path: string): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | undefined> {
  const opened = await openRegular(root, path);
  if (!opened) return undefined;
  const { file, size } = opened;
  let position = 0;
  return new ReadableStream({
    async pull(controller) {
      const chunk = new Uint8Array(Math.min(CHUNK_BYTES, size - position));
      const { bytesRead } = chunk.length > 0 ? await file.read(chunk, 0, chunk.length, position) : { bytesRead: 0 };
      position += bytesRead;
      if (bytesRead > 0) return controller.enqueue(chunk.subarray(0, bytesRead));
      await file.close();
      controller.close();
    },
    cancel: () => file.close(),
  });
}

/**
 * Points `latest` to `directory`. By rename, so that there is no moment without a `latest`, and through a name of its own,
 * since the tasks of a pod make their executor's sandbox at the same time.
 */
async function pointLatest(directory: string): Promise<void> {
  const fresh = join(dirname(directory), `.latest-${randomUUID()}`);
  await symlink(basename(directory), fresh);
  await rename(fresh, join(dirname(directory), 'latest'));
}

async function removeDirectory(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true });
  const latest = join(dirname(directory), 'latest');
  if ((await readlink(latest).catch(() => undefined)) === basename(directory)) await rm(latest, { force: true });
}

/** What is not free for programs without special rights counts as used, as `df` has it. */
async function diskUsage(directory: string): Promise<number | undefined> {
  const found = await ifThere(statfs(directory));
  return found && found.blocks > 0 ? 1 - found.bavail / found.blocks : undefined;
}

/**
 * Sandboxes as real directories. They all lie below `base`. Nothing outside the asked root is shown: paths are resolved by the file system itself
 * before they are compared, so neither `..` nor a symbolic link that a task made leads out.
 * Errors: those of the file system (no space, no right to write), with its own message.
 */
export function createSandboxDirectories(base: string): SandboxFiles {
  const names = readSystemNames();
  const below = (directory: string): Root => ({ base, directory });
  return {
    async createSandbox(directory) {
      await mkdir(directory, { recursive: true });
      await pointLatest(directory);
    },
    async makeDirectory(directory) {
      await mkdir(directory, { recursive: true });
    },
    async mountVolume(directory, path) {
      await mkdir(dirname(path), { recursive: true });
      // after a restart in between it is there already
      if ((await readlink(path).catch(() => undefined)) !== directory) await symlink(directory, path);
    },
    append: (path, text) => appendFile(path, text),
    async stat(root, path) {
      const real = await resolveInside(below(root), path);
      const stats = real === undefined ? undefined : await ifThere(stat(real));
      return stats && toEntry(path, stats, names);
    },
    list: (root, path) => listDirectory(below(root), path, names),
    read: (root, path, offset, length) => readRange(below(root), path, offset, length),
    stream: (root, path) => streamFile(below(root), path),
    remove: removeDirectory,
    size: directorySize,
    diskUsage,
  };
}
