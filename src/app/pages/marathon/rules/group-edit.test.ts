import { expect, it } from 'vitest';
import { idsOf, readDefinition, unknownId, writeDefinition } from './group-edit.ts';

it('reads ids, one a line', () => {
  expect(idsOf(' /db \n\n/shop/api\n')).toEqual(['/db', '/shop/api']);
  expect(unknownId(['/db', '/shop/api'], new Set(['/db']))).toBe('/shop/api');
  expect(unknownId([], new Set())).toBeUndefined();
});

it('takes JSON objects only, and keeps the id and every other key', () => {
  const group = { id: '/shop', apps: [{ id: '/shop/web', unheardOf: 1 }], dependencies: ['/db'] };
  expect(readDefinition(writeDefinition(group), '/shop')).toEqual(group);
  expect(readDefinition('{"id":"/other"}', '/shop')).toEqual({ id: '/shop' });
  for (const text of ['', '{', '[]', 'null', '3']) expect(readDefinition(text, '/shop')).toBeUndefined();
});
