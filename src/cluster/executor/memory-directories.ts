/** The directories of a file system in memory: which there are, and what is right in each. Paths are absolute and normalised. */
export interface MemoryDirectories {
  /** The directory of that path, made with its parents if need be. */
  at(this: void, path: string): MemoryDirectory;
  find(this: void, path: string): MemoryDirectory | undefined;
  /** Adds up over the entry and all below it. A link's name is one of them, what it leads to is not. */
  sum(this: void, path: string, of: (path: string) => number): number;
  /** Removes the entry and all below it; `gone` is told each path. */
  remove(this: void, path: string, gone: (path: string) => void): void;
}

export interface MemoryDirectory {
  /** Names of what is right in it: files, directories and links. */
  readonly names: Set<string>;
  /** When it was made; milliseconds since the epoch. */
  readonly mtime: number;
}

export function createMemoryDirectories(now: () => number): MemoryDirectories {
  const directories = new Map<string, MemoryDirectory>();
  const at = (path: string): MemoryDirectory => {
    const known = directories.get(path);
    if (known) return known;
    const made = { names: new Set<string>(), mtime: now() };
    directories.set(path, made);
    if (path !== '') at(parentOf(path)).names.add(nameOf(path));
    return made;
  };
  const removeTree = (path: string, gone: (path: string) => void): void => {
    for (const name of directories.get(path)?.names ?? []) removeTree(`${path}/${name}`, gone);
    directories.delete(path);
    gone(path);
  };
  const sum = (path: string, of: (path: string) => number): number =>
    [...(directories.get(path)?.names ?? [])].reduce((total, name) => total + sum(`${path}/${name}`, of), of(path));
  return {
    at,
    sum,
    find: (path) => directories.get(path),
    remove(path, gone) {
      removeTree(path, gone);
      directories.get(parentOf(path))?.names.delete(nameOf(path));
    },
  };
}

export const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
