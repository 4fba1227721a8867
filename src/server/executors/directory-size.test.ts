import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { directorySize } from './directory-size.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'dcos-local-size-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

test('counts what du counts: files at any depth, and nothing behind a link', async () => {
  mkdirSync(path.join(directory, 'a/b'), { recursive: true });
  writeFileSync(path.join(directory, 'stdout'), 'x'.repeat(100_000));
  writeFileSync(path.join(directory, 'a/b/data'), 'x'.repeat(300_000));
  symlinkSync('/usr', path.join(directory, 'outside'));
  const [kilobytes] = execFileSync('du', ['-sk', directory], { encoding: 'utf8' }).split('\t');
  expect(await directorySize(directory)).toBe(Number(kilobytes) * 1024);
  expect(await directorySize(directory)).toBeGreaterThan(400_000);
});

test('is nothing for a directory that is gone', async () => {
  expect(await directorySize(path.join(directory, 'gone'))).toBe(0);
});
