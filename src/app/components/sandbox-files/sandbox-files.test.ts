import { expect, it } from 'vitest';
import { isImage, kindOf, looksBinary } from './file-kind.ts';
import { baseName, cleanPath, joinPath, stepsTo } from './file-path.ts';

it('tells directories, files and links by their mode', () => {
  expect(['drwxr-xr-x', '-rw-r--r--', 'lrwxrwxrwx', 'prw-r--r--', ''].map(kindOf)).toEqual(['directory', 'file', 'link', 'other', 'other']);
});

it('tells text from what is not', () => {
  expect(looksBinary('Grüße\n\u001B[31m')).toBe(false);
  expect(looksBinary('ELF\0\u0001')).toBe(true);
  expect(looksBinary('\u0089PNG\uFFFD\uFFFD\uFFFD\uFFFD\r\n')).toBe(true);
  expect(looksBinary(`${'latin text with one \uFFFD in it. '.repeat(9)}\uFFFD\uFFFD`)).toBe(false);
  expect(looksBinary('')).toBe(false);
  expect(['a.PNG', 'b.jpeg', 'c.svg', 'png'].map(isImage)).toEqual([true, true, false, false]);
});

it('finds the way to a path, and no way out', () => {
  expect(stepsTo('deep/down')).toEqual([
    { name: 'deep', path: 'deep' },
    { name: 'down', path: 'deep/down' },
  ]);
  expect(stepsTo('')).toEqual([]);
  expect(cleanPath('/../a//./b/..')).toBe('a/b');
  expect([joinPath('', 'a'), joinPath('a', 'b'), joinPath('a', '')]).toEqual(['a', 'a/b', 'a']);
  expect(baseName('/work/runs/stdout')).toBe('stdout');
});
