import { describe, expect, it } from 'vitest';
import { formatBytes, formatCpus, formatDuration, formatMegabytes, formatPercent, formatRelative } from './format.ts';

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1024, '1 KiB'],
    [1536, '1.5 KiB'],
    [820 * 1024 ** 2, '820 MiB'],
    [1024 ** 3 - 1, '1 GiB'],
    [9 * 1024 ** 3, '9 GiB'],
    [3 * 1024 ** 6, '3072 PiB'],
    [-5, '0 B'],
  ])('writes %d as %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));
});

describe('formatMegabytes', () => {
  it.each([
    [0, '0 MiB'],
    [16, '16 MiB'],
    [512, '512 MiB'],
    [1536, '1.5 GiB'],
    [0.5, '512 KiB'],
  ])('writes %d MB as %s', (megabytes, text) => expect(formatMegabytes(megabytes)).toBe(text));
});

describe('formatCpus', () => {
  it.each([
    [0.1 + 0.2, '0.3'],
    [2, '2'],
    [3.333, '3.33'],
    [0, '0'],
  ])('writes %d as %s', (cpus, text) => expect(formatCpus(cpus)).toBe(text));
});

describe('formatPercent', () => {
  it.each([
    [0, '0%'],
    [0.001, '<1%'],
    [0.138, '14%'],
    [0.996, '99%'],
    [1, '100%'],
    [Number.NaN, '0%'],
  ])('writes %d as %s', (fraction, text) => expect(formatPercent(fraction)).toBe(text));
});

describe('formatRelative', () => {
  const now = Date.UTC(2026, 0, 15, 12);
  it.each([
    [0, 'now'],
    [-400, 'now'],
    [-5_000, '5 seconds ago'],
    [-90_000, '1 minute ago'],
    [-2 * 3_600_000, '2 hours ago'],
    [-26 * 3_600_000, 'yesterday'],
    [3 * 86_400_000, 'in 3 days'],
    [-400 * 86_400_000, 'last year'],
  ])('writes an offset of %d ms as %s', (offset, text) => expect(formatRelative(now + offset, now)).toBe(text));
});

describe('formatDuration', () => {
  it.each([
    [0, '0 ms'],
    [850, '850 ms'],
    [12_300, '12 s'],
    [185_000, '3 min 5 s'],
    [7_800_000, '2 h 10 min'],
    [3_605_000, '1 h'],
    [86_400_000 * 4 + 3_600_000 * 3, '4 d 3 h'],
  ])('writes %d ms as %s', (milliseconds, text) => expect(formatDuration(milliseconds)).toBe(text));
});
