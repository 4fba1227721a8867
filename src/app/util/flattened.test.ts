import { expect, it } from 'vitest';
import { flattened } from './flattened.ts';

it('prints every setting by its path, also those that are null or off', () => {
  const config = { ha: false, master: null, features: ['vips', 'secrets'], http: { port: 8080, hosts: {} } };
  expect(flattened(config)).toEqual([
    ['ha', 'false'],
    ['master', 'null'],
    ['features', 'vips, secrets'],
    ['http.port', '8080'],
  ]);
  expect(flattened(undefined)).toEqual([]);
});
