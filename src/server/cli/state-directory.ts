import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LoginStore } from '../../adminrouter/auth/login-state.ts';
import { memoryStore, type Store } from '../../cluster/kernel/store.ts';
import type { Log } from '../../cluster/kernel/log.ts';
import { loginFile } from '../auth/login-file.ts';
import { StartError } from './start-error.ts';
import { openSqliteStore, StoreLockedError } from '../store/sqlite-store.ts';

/** What keeps the cluster over a restart. */
export interface StateDirectory {
  path: string;
  store: Store;
  /** Sandboxes of the agents, by machine. */
  workDirectory: string;
  /** Signs sessions and, when the user gave none, is the token for programs. Both are kept, so that logins survive a restart. */
  secrets: { sessionKey: string; token: string };
  /** Users and their sessions. */
  logins: LoginStore;
  close(): void;
}

/** The state directory cannot be used. */
export class StateDirectoryError extends StartError {
  override name = 'StateDirectoryError';
}

export function openStateDirectory(options: { path: string; ephemeral: boolean; token?: string }, log: Log): StateDirectory {
  const directory = options.ephemeral ? mkdtempSync(path.join(tmpdir(), 'dcos-local-')) : options.path;
  try {
    mkdirSync(path.join(directory, 'work'), { recursive: true });
    const secrets = readSecrets(path.join(directory, 'secrets.json'), options.token);
    const store = options.ephemeral ? { ...memoryStore(), close() {} } : openStore(directory, log);
    return {
      path: directory,
      store,
      workDirectory: path.join(directory, 'work'),
      secrets,
      logins: loginFile(path.join(directory, 'logins.json')),
      close() {
        store.close();
        if (options.ephemeral) rmSync(directory, { recursive: true, force: true });
        else rmSync(path.join(directory, 'server.pid'), { force: true });
      },
    };
  } catch (fault) {
    if (fault instanceof StateDirectoryError) throw fault;
    throw new StateDirectoryError(
      `The state directory ${directory} cannot be used: ${fault instanceof Error ? fault.message : String(fault)}. Make it writable, or say another with --state.`,
    );
  }
}

function openStore(directory: string, log: Log) {
  const pidFile = path.join(directory, 'server.pid');
  try {
    const store = openSqliteStore(path.join(directory, 'state.sqlite'), {
      now: Date.now(),
      onMovedAside: (movedTo, why) =>
        log.error(`The state could not be read (${why}). It was moved aside to ${movedTo}, and the cluster starts empty.`),
    });
    writeFileSync(pidFile, `${process.pid}\n`);
    return store;
  } catch (fault) {
    if (!(fault instanceof StoreLockedError)) throw fault;
    throw new StateDirectoryError(
      `The state directory ${directory} is in use by the server with process id ${readText(pidFile)?.trim() ?? 'unknown'}: stop that one, or say another directory with --state.`,
    );
  }
}

const readText = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

/** Only the owner may read the file. A file that is broken is made anew: that logs everybody out and nothing else. */
function readSecrets(file: string, token: string | undefined): StateDirectory['secrets'] {
  const secret = (): string => randomBytes(32).toString('base64url');
  let kept: Partial<StateDirectory['secrets']> = {};
  try {
    kept = JSON.parse(readText(file) ?? '{}') as typeof kept;
  } catch {
    kept = {};
  }
  const secrets = { sessionKey: kept.sessionKey ?? secret(), token: kept.token ?? secret() };
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  return { ...secrets, ...(token !== undefined && { token }) };
}
