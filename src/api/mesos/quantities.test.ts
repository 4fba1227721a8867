import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addPools, containsPool, noQuantities, poolOf, resourcesOf, subtractPools, totalOf, usableBy, type Pool } from './quantities.ts';

const thousandths = fc.integer({ min: 0, max: 50_000 }).map((value) => value / 1000);
const amounts = fc.record({
  cpus: thousandths,
  gpus: fc.constant(0),
  mem: thousandths,
  disk: thousandths,
  ports: fc.boolean().map((some) => (some ? [{ begin: 31_000, end: 31_004 }] : [])),
});
const pools: fc.Arbitrary<Pool> = fc
  .dictionary(fc.constantFrom('*', 'slave_public', 'dev'), amounts, { noNullPrototype: true })
  .map((pool) => addPools({}, pool));

test('what was added can be taken away again, without a rest', () => {
  fc.assert(
    fc.property(pools, pools, (a, b) => {
      // the same port cannot be in both
      const other = Object.fromEntries(Object.entries(b).map(([role, quantities]) => [role, { ...quantities, ports: [] }]));
      const sum = addPools(a, other);
      expect(subtractPools(sum, other)).toEqual(a);
      expect(containsPool(sum, a)).toBe(true);
      expect(containsPool(sum, other)).toBe(true);
    }),
  );
});

test('tenths do not leave dust', () => {
  const tenth = { '*': { ...noQuantities(), cpus: 0.1 } };
  const three = addPools(addPools(tenth, tenth), tenth);
  expect(totalOf(three).cpus).toBe(0.3);
  expect(subtractPools(three, { '*': { ...noQuantities(), cpus: 0.3 } })).toEqual({});
});

test('the wire form keeps what a pool holds, with its reservations', () => {
  fc.assert(
    fc.property(pools, (pool) => {
      expect(poolOf(resourcesOf(pool, 'any'))).toEqual(pool);
    }),
  );
});

test('a resource is read in the spelling of before and after reservations', () => {
  const cpus = { name: 'cpus', type: 'SCALAR' as const, scalar: { value: 1 } };
  const expected = { slave_public: { ...noQuantities(), cpus: 1 } };
  expect(poolOf([{ ...cpus, role: 'slave_public' }])).toEqual(expected);
  expect(poolOf([{ ...cpus, reservations: [{ type: 'STATIC', role: 'slave_public' }] }])).toEqual(expected);
});

test.each([
  [{ name: 'unicorns', type: 'SCALAR' as const, scalar: { value: 1 } }, /no resource 'unicorns'/],
  [{ name: 'mem', type: 'SCALAR' as const, scalar: { value: -1 } }, /'mem' is -1/],
  [{ name: 'cpus', type: 'SCALAR' as const, scalar: { value: Number.NaN } }, /'cpus' is NaN/],
])('%o is refused with what is wrong', (resource, message) => {
  expect(() => poolOf([resource])).toThrow(message);
});

test('a framework may use what is unreserved and what its own role has reserved', () => {
  const one = { ...noQuantities(), cpus: 1 };
  expect(Object.keys(usableBy({ '*': one, slave_public: one, dev: one }, 'slave_public'))).toEqual(['*', 'slave_public']);
});
