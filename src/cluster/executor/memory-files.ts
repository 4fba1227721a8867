import type { Clock } from '../kernel/clock.ts';
import { createMemoryDirectories, nameOf, parentOf } from './memory-directories.ts';
import type { FileEntry, SandboxFiles } from './sandbox-files.ts';

interface MemoryFile {
  bytes: Uint8Array<ArrayBuffer>;
  /** How many of `bytes` are written; the rest is room to grow. */
  size: number;
  mtime: number;
}

/** A file that grows beyond this goes on as a new one, as logrotate does for DC/OS: `stdout` becomes `stdout.1`. */
const ROTATE_AT_BYTES = 512 * 1024;

const LATEST = '/latest';

/**
 * Sandboxes in memory: for the cluster in the page, and for tests. Its only links are `latest`; directories are what files lie in. A
 * mounted volume is an empty directory: what browses sandboxes goes to the volume itself.
 */
export function createMemoryFiles(clock: Clock): SandboxFiles {
  const files = new Map<string, MemoryFile>();
  const directories = createMemoryDirectories(() => clock.now());
  const links = new Map<string, string>();

  /** Where a path below `root` really is; undefined when that is not below `root`. */
  const inside = (root: string, path: string): string | undefined => {
    const real = followLinks(links, normalize(path));
    const base = followLinks(links, normalize(root));
    return real === base || real.startsWith(`${base}/`) ? real : undefined;
  };

  const entryOf = (real: string, shown: string): FileEntry | undefined => {
    const file = files.get(real);
    if (file) return { path: shown, directory: false, mode: '-rw-r--r--', nlink: 1, size: file.size, ...owned(file.mtime) };
    const directory = directories.find(real);
    return directory && { path: shown, directory: true, mode: 'drwxr-xr-x', nlink: 2, size: 4096, ...owned(directory.mtime) };
  };

  const fileAt = (root: string, path: string): MemoryFile | undefined => files.get(inside(root, path) ?? '');

  return {
    async createSandbox(directory) {
      directories.at(directory);
      const runs = parentOf(directory);
      links.set(runs + LATEST, directory);
      directories.at(runs).names.add(nameOf(LATEST));
    },
    makeDirectory: async (directory) => void directories.at(directory),
    mountVolume: async (_directory, path) => void directories.at(path),
    async append(path, text) {
      const real = followLinks(links, normalize(path));
      const { names } = directories.at(parentOf(real));
      const added = new TextEncoder().encode(text);
      const file = files.get(real);
      if (file && file.size + added.length > ROTATE_AT_BYTES) {
        files.set(`${real}.1`, file);
        names.add(`${nameOf(real)}.1`);
        files.delete(real);
      }
      names.add(nameOf(real));
      files.set(real, grown(files.get(real), added, clock.now()));
    },
    async stat(root, path) {
      const real = inside(root, path);
      return real === undefined ? undefined : entryOf(real, path);
    },
    async list(root, path) {
      const real = inside(root, path);
      const directory = real === undefined ? undefined : directories.find(real);
      return (
        directory && [...directory.names].sort().flatMap((name) => entryOf(followLinks(links, `${real}/${name}`), `${path}/${name}`) ?? [])
      );
    },
    async read(root, path, offset, length) {
      const file = fileAt(root, path);
      return file?.bytes.slice(Math.min(offset, file.size), Math.min(offset + Math.max(0, length), file.size));
    },
    async stream(root, path) {
      const file = fileAt(root, path);
      return file && streamOf(file.bytes.slice(0, file.size));
    },
    size: async (directory) => directories.sum(normalize(directory), (path) => files.get(path)?.size ?? 0),
    diskUsage: async () => undefined,
    async remove(directory) {
      const gone = (path: string): void => {
        files.delete(path);
        links.delete(path);
      };
      directories.remove(directory, gone);
      const latest = parentOf(directory) + LATEST;
      if (links.get(latest) === directory) directories.remove(latest, gone);
    },
  };
}

const owned = (mtime: number): Pick<FileEntry, 'mtime' | 'uid' | 'gid'> => ({ mtime: Math.floor(mtime / 1000), uid: 'root', gid: 'root' });

/** Without `.`, `..` and doubled or trailing slashes. */
function normalize(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** All links are called `latest`, so a path itself says which ones it could go through. */
function followLinks(links: ReadonlyMap<string, string>, path: string): string {
  for (let at = path.indexOf(LATEST); at >= 0; at = path.indexOf(LATEST, at + 1)) {
    const end = at + LATEST.length;
    const target = end === path.length || path[end] === '/' ? links.get(path.slice(0, end)) : undefined;
    if (target !== undefined) return target + path.slice(end);
  }
  return path;
}

const NO_BYTES = new Uint8Array();

/** Appends in amortised constant time: the room doubles. Many files are never written to again after their beginning, or at all. */
function grown(before: MemoryFile | undefined, added: Uint8Array<ArrayBuffer>, mtime: number): MemoryFile {
  if (added.length === 0) return { bytes: NO_BYTES, size: 0, ...before, mtime };
  if (!before || before.size === 0) return { bytes: added, size: added.length, mtime };
  const size = before.size + added.length;
  let { bytes } = before;
  if (size > bytes.length) {
    bytes = new Uint8Array(Math.max(size, 2 * bytes.length));
    bytes.set(before.bytes.subarray(0, before.size));
  }
  bytes.set(added, before.size);
  return { bytes, size, mtime };
}

const streamOf = (bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
