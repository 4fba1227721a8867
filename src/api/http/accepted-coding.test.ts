import { expect, test } from 'vitest';
import { acceptedCoding } from './accepted-coding.ts';

test.each([
  ['gzip, deflate, br, zstd', 'zstd'],
  ['gzip;q=0.5, BR ; q=0', 'gzip'],
  ['br; q=0.000, gzip ;q=0', undefined],
  ['x-gzip, identity', undefined],
  ['br;q=0.01', 'br'],
  ['', undefined],
])('%j takes %s', (accepted, coding) => {
  expect(acceptedCoding(new Headers(accepted ? { 'accept-encoding': accepted } : {}), ['zstd', 'br', 'gzip'])).toBe(coding);
});
