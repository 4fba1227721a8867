import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const text = readFileSync(path.join(root, 'docs/security.md'), 'utf8');

/** Each row of a table: the threat, and the tests that are named in its last cell. */
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\|(?:---| Threat)/.test(line))
  .map((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    const named = [...(cells[3] ?? '').matchAll(/`([^`]+)`: ((?:"[^"]+"(?:, )?)+)/g)].flatMap(([, file = '', titles = '']) =>
      [...titles.matchAll(/"([^"]+)"/g)].map(([, title = '']) => ({ file, title })),
    );
    return { threat: cells[1] ?? '', named };
  });

test('each threat names a test', () => {
  expect(rows.length).toBeGreaterThan(25);
  expect(rows.filter(({ named }) => named.length === 0)).toEqual([]);
});

test('each test that is named is there', () => {
  const missing = rows.flatMap(({ named }) =>
    named.filter(({ file, title }) => {
      const source = path.join(root, file);
      return !existsSync(source) || !readFileSync(source, 'utf8').includes(`'${title}'`);
    }),
  );
  expect(missing).toEqual([]);
});
