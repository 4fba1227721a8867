import { open, readFile, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { BackupError, type BackupStorage } from '../../cluster/marathon/backup/backup-storage.ts';

/** A state of this size would not be one of ours. */
const LARGEST_BYTES = 256 * 1024 * 1024;

/** Backups as files of this machine. */
export const backupFiles: BackupStorage = {
  async write(uri, text) {
    const file = fileOf(uri);
    let created = false;
    try {
      // Never over a file that is there: whoever may call Marathon should not be able to destroy one by a slip.
      const handle = await open(file, 'wx', 0o600);
      created = true;
      try {
        await handle.writeFile(text);
        await handle.sync();
      } finally {
        await handle.close();
      }
    } catch (fault) {
      if (created) await unlink(file).catch(() => {});
      throw new BackupError(`The backup ${file} could not be made: ${reasonOf(fault)}.`);
    }
  },
  async read(uri) {
    const file = fileOf(uri);
    const found = await stat(file).catch((fault: unknown) => {
      throw new BackupError(`The backup ${file} could not be read: ${reasonOf(fault)}.`);
    });
    if (!found.isFile() || found.size > LARGEST_BYTES) throw new BackupError(`${file} is not a backup.`);
    return readFile(file, 'utf8');
  },
};

function fileOf(uri: URL): string {
  try {
    return path.normalize(fileURLToPath(uri));
  } catch {
    throw new BackupError(`'${uri.href}' names no file.`);
  }
}

const REASONS: Record<string, string> = {
  EEXIST: 'there is such a file already; name another one',
  ENOENT: 'there is no such directory or file',
  EACCES: 'it is not allowed',
  EISDIR: 'it is a directory',
  ENOSPC: 'the disk is full',
};

function reasonOf(fault: unknown): string {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
  return REASONS[code] ?? (fault instanceof Error ? fault.message : String(fault));
}
