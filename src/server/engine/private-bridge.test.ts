import { expect, it } from 'vitest';
import { freeNetwork } from './private-bridge.ts';

it('takes the first network from the given one on that no interface of this machine is in', () => {
  expect(freeNetwork(7, ['127.0.0.1', '172.30.70.1'])).toBe('172.30.7');
  expect(freeNetwork(255, ['172.30.255.1', '172.30.0.1', 'fe80::1'])).toBe('172.30.1');
  expect(
    freeNetwork(
      0,
      Array.from({ length: 256 }, (_, n) => `172.30.${n}.1`),
    ),
  ).toBeUndefined();
});
