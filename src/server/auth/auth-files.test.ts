import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { LoginState } from '../../adminrouter/auth/login-state.ts';
import { StartError } from '../cli/start-error.ts';
import { loginFile } from './login-file.ts';
import { scryptPasswords } from './scrypt-passwords.ts';

const directory = mkdtempSync(path.join(tmpdir(), 'logins-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

test('a password is known again, another is not, and its hash tells neither it nor who has the same', async () => {
  const passwords = scryptPasswords();
  const [hash, other] = await Promise.all([passwords.hash('Passwort für Jörg'), passwords.hash('Passwort für Jörg')]);
  expect(hash).not.toBe(other);
  expect(hash).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
  // the accents as another keyboard composes them
  expect(await passwords.verify('Passwort für Jörg'.normalize('NFD'), hash)).toBe(true);
  expect(await passwords.verify('Passwort für Jorg', hash)).toBe(false);
  for (const broken of ['', 'x', 'scrypt$32768$8$3$$', hash.slice(0, -10)])
    expect(await passwords.verify('Passwort für Jörg', broken).catch(() => false)).toBe(false);
});

test('users and sessions are kept in a file that only its owner reads, replaced as a whole', () => {
  const file = path.join(directory, 'logins.json');
  const store = loginFile(file);
  expect(store.load()).toBeUndefined();
  const state: LoginState = {
    accounts: [{ uid: 'ann', description: 'Ann', role: 'admin', passwordHash: 'scrypt$…' }],
    sessions: [{ id: 's', uid: 'ann', client: 'curl', openedAt: 1, expiresAt: 2 }],
  };
  store.save(state);
  store.save(state);
  expect(loginFile(file).load()).toEqual(state);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(directory)).toEqual(['logins.json']);
});

test('a file that cannot be read stops the start instead of letting strangers take names', () => {
  const file = path.join(directory, 'broken.json');
  for (const text of ['{', '[]', '{"accounts":[{"uid":"ann"}],"sessions":[]}']) {
    writeFileSync(file, text);
    expect(() => loginFile(file).load()).toThrow(StartError);
    expect(readFileSync(file, 'utf8')).toBe(text);
  }
});
