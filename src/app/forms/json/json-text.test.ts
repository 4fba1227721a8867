import { expect, it } from 'vitest';
import { readJson, textOf, writeJson } from './json-text.ts';

it('reads an object, and tells what else it is', () => {
  expect(readJson('{"id": "a", "x": {"y": 1}}')).toEqual({ ok: true, document: { id: 'a', x: { y: 1 } } });
  expect(readJson('{"id": ')).toEqual({ ok: false, fault: 'syntax' });
  for (const text of ['[]', '1', 'null', '"a"']) expect(readJson(text)).toEqual({ ok: false, fault: 'object' });
});

it('keeps the text with its layout as long as the document is the one that it says', () => {
  const typed = '{ "cmd": "run",   "id": "a" }';
  expect(textOf({ cmd: 'run', id: 'a' }, typed)).toBe(typed);
  expect(textOf({ cmd: 'run', id: 'b' }, typed)).toBe(writeJson({ cmd: 'run', id: 'b' }));
  expect(textOf({ id: 'a' }, undefined)).toBe('{\n  "id": "a"\n}');
  expect(textOf({ id: 'a' }, '{"id"')).toBe('{\n  "id": "a"\n}');
});
