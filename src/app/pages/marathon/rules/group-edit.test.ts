import { expect, it } from 'vitest';
import { idsOf, isSameBut, readDefinition, unknownId, writeDefinition } from './group-edit.ts';

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

it('tells a change of the dependencies alone from any other', () => {
  const group = { id: '/shop', dependencies: ['/db'], apps: [{ id: '/shop/web' }] };
  expect(isSameBut('dependencies', group, { ...group, dependencies: [] })).toBe(true);
  expect(isSameBut('dependencies', group, { ...group, apps: [] })).toBe(false);
});
