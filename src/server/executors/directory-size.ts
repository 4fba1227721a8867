import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isNotThere } from './contained-path.ts';

const BLOCK_BYTES = 512;

/** Bytes that a directory and all below it take on the disk, as `du` has it: holes do not count, and links are not followed. */
export async function directorySize(directory: string): Promise<number> {
  const own = await diskBytes(directory);
  const entries = await entriesOf(directory);
  let bytes = own;
  // one after the other: a sandbox with many files is no reason to keep everything else from the disk
  for (const entry of entries) {
    const path = join(directory, entry.name);
    bytes += entry.isDirectory() ? await directorySize(path) : await diskBytes(path);
  }
  return bytes;
}

/** A task may remove what is being looked at. */
async function diskBytes(path: string): Promise<number> {
  try {
    return (await lstat(path)).blocks * BLOCK_BYTES;
  } catch (fault) {
    if (isNotThere(fault)) return 0;
    throw fault;
  }
}

async function entriesOf(directory: string): Promise<Dirent[]> {
  try {
    return await readdir(directory, { withFileTypes: true });
  } catch (fault) {
    if (isNotThere(fault)) return [];
    throw fault;
  }
}
