import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BackupError } from '../../cluster/marathon/backup/backup-storage.ts';
import { backupFiles } from './backup-files.ts';

let directory: string;
beforeEach(async () => void (directory = await mkdtemp(path.join(tmpdir(), 'backups-'))));
afterEach(() => rm(directory, { recursive: true }));

const uri = (name: string): URL => pathToFileURL(path.join(directory, name));

test('a backup is a file for nobody else, and is read again', async () => {
  await backupFiles.write(uri('state.json'), '{"a":1}');
  expect(await backupFiles.read(uri('state.json'))).toBe('{"a":1}');
  expect((await stat(path.join(directory, 'state.json'))).mode & 0o077).toBe(0);
});

test('a file that is there is not written over', async () => {
  await writeFile(path.join(directory, 'mine.txt'), 'mine');
  await expect(backupFiles.write(uri('mine.txt'), 'new')).rejects.toThrow(BackupError);
  expect(await readFile(path.join(directory, 'mine.txt'), 'utf8')).toBe('mine');
});

test.each([
  ['a directory that is not there', () => backupFiles.write(uri('none/state.json'), '')],
  ['a file that is not there', () => backupFiles.read(uri('none.json'))],
  ['a directory', () => backupFiles.read(pathToFileURL(directory))],
  ['an encoded slash', () => backupFiles.read(new URL('file:///a%2Fb'))],
])('%s is refused with a sentence, and nothing is left', async (_, act) => {
  await expect(act()).rejects.toThrow(/\.$/);
  expect(await readdir(directory)).toEqual([]);
});
