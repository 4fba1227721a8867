import { expect, it } from 'vitest';
import { partsOf, withPeriod, withRepetitions, withStart } from './schedule-parts.ts';

it.each([
  ['R/2026-01-31T09:30:00Z/P1D', { repetitions: '', date: '2026-01-31', time: '09:30:00', count: '1', unit: 'days' }],
  ['R5/2026-01-31T09:30+02:00/PT90M', { repetitions: '5', date: '2026-01-31', time: '09:30:00', count: '90', unit: 'minutes' }],
  ['R//P1DT1H', { repetitions: '', date: '', time: '', count: '', unit: '' }],
  ['R/2026-01-31/P1M', { repetitions: '', date: '2026-01-31', time: '00:00:00', count: '1', unit: 'months' }],
  ['each day', { repetitions: '', date: '', time: '', count: '', unit: '' }],
])('shows the parts of %s', (text, parts) => {
  expect(partsOf(text)).toEqual(parts);
});

it('changes one part and keeps the others as they were written', () => {
  const text = 'R3/2026-01-31T09:30:00.250+02:00/P1DT1H';
  expect(withRepetitions(text, '')).toBe('R/2026-01-31T09:30:00.250+02:00/P1DT1H');
  expect(withPeriod(text, '2', 'weeks')).toBe('R3/2026-01-31T09:30:00.250+02:00/P2W');
  expect(withStart(text, { date: '2026-02-01', time: '10:00' })).toBe('R3/2026-02-01T10:00:00+02:00/P1DT1H');
  expect(withStart(text, { date: '', time: '' })).toBe('R3//P1DT1H');
});

it('makes a schedule out of nothing', () => {
  expect(withPeriod(withStart('', { date: '2026-02-01', time: '' }), '5', 'minutes')).toBe('/2026-02-01T00:00:00Z/PT5M');
  expect(withRepetitions('', '2')).toBe('R2//');
});
