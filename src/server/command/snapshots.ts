import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { CommandError, EXIT } from './command-error.ts';

/** What makes up the state of a cluster; the rest of the directory is the running server's, or downloads. */
const PARTS = ['state.sqlite', 'secrets.json', 'logins.json', 'work'];
const NAME = /^[\w.-]+$/;

const directoryOf = (state: string, name: string): string => path.join(state, 'snapshots', name);

export interface Snapshot {
  name: string;
  takenAt: Date;
}

export function snapshotsIn(state: string): Snapshot[] {
  const all = path.join(state, 'snapshots');
  if (!existsSync(all)) return [];
  return readdirSync(all)
    .filter((name) => NAME.test(name) && !name.endsWith('.part'))
    .map((name) => ({ name, takenAt: statSync(path.join(all, name)).mtime }))
    .toSorted((a, b) => a.takenAt.getTime() - b.takenAt.getTime());
}

/** Keeps the state under a name. No server may run on it. Throws CommandError. */
export function takeSnapshot(state: string, name: string): void {
  if (!NAME.test(name) || name.endsWith('.part'))
    throw new CommandError(`${name} is no name for a snapshot: it has letters, digits and any of . _ - alone.`, EXIT.usage);
  if (existsSync(directoryOf(state, name)))
    throw new CommandError(`There is a snapshot ${name} already: choose another name.`, EXIT.refused, 'dcos-local snapshot --list');
  if (!existsSync(path.join(state, 'state.sqlite')))
    throw new CommandError('There is no state to keep yet.', EXIT.refused, 'dcos-local up');
  const unfinished = `${directoryOf(state, name)}.part`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  copyParts(state, unfinished);
  renameSync(unfinished, directoryOf(state, name));
}

/** Throws CommandError when there is no such snapshot. */
export function requireSnapshot(state: string, name: string): void {
  if (existsSync(directoryOf(state, name))) return;
  const known = snapshotsIn(state).map((snapshot) => snapshot.name);
  throw new CommandError(
    known.length === 0 ? 'There are no snapshots.' : `There is no snapshot ${name}; there are ${known.join(', ')}.`,
    EXIT.refused,
    'dcos-local snapshot',
  );
}

/** Puts a snapshot in the place of the state. No server may run on it. */
export function putBack(state: string, name: string): void {
  removeState(state);
  copyParts(directoryOf(state, name), state);
}

/** Removes the state; snapshots stay. No server may run on it. */
export function removeState(state: string): void {
  for (const part of [...PARTS, 'state.sqlite-wal', 'state.sqlite-shm']) rmSync(path.join(state, part), { recursive: true, force: true });
}

function copyParts(from: string, to: string): void {
  for (const part of PARTS)
    if (existsSync(path.join(from, part)))
      cpSync(path.join(from, part), path.join(to, part), { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
}
