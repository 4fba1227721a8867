import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqliteStore, StoreLockedError } from './sqlite-store.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'store-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const file = (): string => path.join(directory, 'state.sqlite');
const open = (onMovedAside: (to: string, why: string) => void = () => {}) =>
  openSqliteStore(file(), { now: Date.UTC(2016, 3, 26), onMovedAside });

describe('the SQLite store', () => {
  test('gives back what was written, in the order of keys, also after it was closed', () => {
    const store = open();
    store.write([
      { collection: 'apps', key: '/b', value: { cpus: 0.5 } },
      { collection: 'apps', key: '/a', value: ['x', null] },
      { collection: 'other', key: '/a', value: 1 },
    ]);
    store.write([{ collection: 'other', key: '/a', value: undefined }]);
    store.close();
    const again = open();
    expect(again.list('apps')).toEqual([
      ['/a', ['x', null]],
      ['/b', { cpus: 0.5 }],
    ]);
    expect(again.read('apps', '/b')).toEqual({ cpus: 0.5 });
    expect(again.read('other', '/a')).toBeUndefined();
    again.close();
  });

  test('keeps nothing of a batch that cannot be written', () => {
    const store = open();
    const circular: Record<string, unknown> = {};
    circular['self'] = circular;
    expect(() =>
      store.write([
        { collection: 'apps', key: '/a', value: 1 },
        { collection: 'apps', key: '/b', value: circular },
      ]),
    ).toThrow(/nothing of this change was kept/);
    expect(store.list('apps')).toEqual([]);
    store.write([{ collection: 'apps', key: '/a', value: 2 }]);
    expect(store.read('apps', '/a')).toBe(2);
    store.close();
  });

  test('refuses a second server on the same file', async () => {
    const store = open();
    const script = `import { openSqliteStore } from ${JSON.stringify(path.join(import.meta.dirname, 'sqlite-store.ts'))};
      try { openSqliteStore(${JSON.stringify(file())}, { now: 0, onMovedAside() {} }); } catch (fault) { console.log(fault.name); }`;
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await once(child, 'close');
    expect(output.trim()).toBe(StoreLockedError.name);
    store.close();
  });

  test('keeps what was written when the process is killed', async () => {
    const script = `import { openSqliteStore } from ${JSON.stringify(path.join(import.meta.dirname, 'sqlite-store.ts'))};
      const store = openSqliteStore(${JSON.stringify(file())}, { now: 0, onMovedAside() {} });
      for (let i = 0; i < 100; i++) store.write([{ collection: 'c', key: String(i), value: i }]);
      console.log('written'); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'close');
    const store = open();
    expect(store.list('c')).toHaveLength(100);
    store.close();
  });

  test.each([
    [
      'text instead of a database',
      () => writeFileSync(file(), 'this is not a database, and it is long enough to be seen as none by its header'),
    ],
    [
      'a damaged page',
      () => {
        const store = open();
        store.write(Array.from({ length: 500 }, (_, i) => ({ collection: 'c', key: `key-${i}`, value: 'x'.repeat(200) })));
        store.close();
        const bytes = readFileSync(file());
        bytes.fill(0xff, 4096, 12_288);
        writeFileSync(file(), bytes);
      },
    ],
    [
      'a file cut short',
      () => {
        const store = open();
        store.write(Array.from({ length: 500 }, (_, i) => ({ collection: 'c', key: `key-${i}`, value: 'x'.repeat(200) })));
        store.close();
        truncateSync(file(), 10_000);
      },
    ],
  ])('moves %s aside, says so and starts afresh', (_what, damage) => {
    damage();
    const damaged = readFileSync(file());
    const told: string[] = [];
    const store = open((movedTo) => told.push(movedTo));
    expect(store.list('c')).toEqual([]);
    store.close();
    expect(told).toHaveLength(1);
    expect(readFileSync(told[0] ?? '')).toEqual(damaged);
    expect(readdirSync(directory).some((name) => name.includes('corrupt-2016-04-26'))).toBe(true);
  });
});
