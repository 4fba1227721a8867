import type { FileInfoJson } from '../../api/mesos/state.ts';

/** A file or directory of a sandbox. */
export interface FileEntry extends FileInfoJson {
  directory: boolean;
}

/** The agents' disks: real directories in Node, memory in the page. Paths are absolute and below the agent's work directory. */
export interface SandboxFiles {
  /** Makes the directory and its parents, and `latest` beside it pointing to it. */
  createSandbox(directory: string): Promise<void>;
  /** Makes the directory and its parents, if it is not there. */
  makeDirectory(directory: string): Promise<void>;
  /** Lets `path`, below a sandbox, lead to a volume. Rejects when something else is there already. */
  mountVolume(directory: string, path: string): Promise<void>;
  append(path: string, text: string): Promise<void>;
  /** undefined when there is no such path, or it leaves `root` (by `..` or a symbolic link). */
  stat(root: string, path: string): Promise<FileEntry | undefined>;
  /** Entries of a directory sorted by path; undefined as for stat. */
  list(root: string, path: string): Promise<FileEntry[] | undefined>;
  /** At most `length` bytes from `offset`. */
  read(root: string, path: string, offset: number, length: number): Promise<Uint8Array | undefined>;
  /** The whole file as a stream. */
  stream(root: string, path: string): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | undefined>;
  remove(directory: string): Promise<void>;
  /** Bytes that a directory and all below it take; 0 when it is not there. */
  size(directory: string): Promise<number>;
  /** How full the disk is that holds a directory, from 0 to 1; undefined where there is no disk. */
  diskUsage(directory: string): Promise<number | undefined>;
}
