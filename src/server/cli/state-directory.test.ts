import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLog, silentLog } from '../../cluster/kernel/log.ts';
import { openStateDirectory, StateDirectoryError } from './state-directory.ts';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'state-'));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

const open = (log = silentLog, more: { ephemeral?: boolean; token?: string } = {}) =>
  openStateDirectory({ path: path.join(parent, 'state'), ephemeral: false, ...more }, log);

describe('the state directory', () => {
  test('keeps state and secrets over a restart, the secrets for the owner alone', () => {
    const first = open();
    first.store.write([{ collection: 'c', key: 'k', value: 1 }]);
    first.close();
    const second = open(silentLog, { token: 'given-token' });
    expect(second.store.read('c', 'k')).toBe(1);
    expect(second.secrets.sessionKey).toBe(first.secrets.sessionKey);
    expect(second.secrets.token).toBe('given-token');
    expect(statSync(path.join(second.path, 'secrets.json')).mode & 0o777).toBe(0o600);
    second.close();
    const third = open();
    expect(third.secrets.token).toBe(first.secrets.token);
    third.close();
  });

  test('leaves nothing behind when it is ephemeral', () => {
    const state = open(silentLog, { ephemeral: true });
    expect(existsSync(state.workDirectory)).toBe(true);
    state.close();
    expect(existsSync(state.path)).toBe(false);
    expect(existsSync(path.join(parent, 'state'))).toBe(false);
  });

  test('says in one line that it cannot be used', () => {
    writeFileSync(path.join(parent, 'state'), 'a file');
    expect(() => open()).toThrow(StateDirectoryError);
    expect(() => open()).toThrow(/^The state directory .* cannot be used: [^\n]*--state\.$/);
  });

  test('moves a broken database aside, names it, and starts empty', () => {
    const first = open();
    first.close();
    writeFileSync(path.join(first.path, 'state.sqlite'), 'garbage'.repeat(1000));
    const told: string[] = [];
    const second = open(createLog(({ level, message }) => told.push(`${level} ${message}`)));
    const aside = /moved aside to (\S+),/.exec(told.join())?.[1] ?? '';
    expect(told[0]).toMatch(/^error The state could not be read/);
    expect(existsSync(aside)).toBe(true);
    second.close();
  });
});
