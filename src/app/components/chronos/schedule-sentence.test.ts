import { expect, it } from 'vitest';
import { chronos } from '../../i18n/en/chronos.ts';
import { scheduleSentence } from './schedule-sentence.ts';

it.each([
  ['R/2016-01-01T00:00:00Z/P1D', 'every day'],
  ['R/2016-01-01T00:00:00Z/PT24H', 'every 24 hours'],
  ['R/2016-01-01T00:00:00Z/P1W', 'every week'],
  ['R3//PT2H30M', 'every 2 hours and 30 minutes, 3 times'],
  ['R/2016-01-01T00:00:00Z/P1DT1H', 'every 1 day and 1 hour'],
  ['R1//PT1H', 'once'],
  ['R//P', 'once'],
  ['R0//PT1H', 'no more'],
  ['every day', 'a schedule that cannot be read'],
])('%s is %s', (schedule, sentence) => {
  expect(scheduleSentence(schedule, chronos.sentence)).toBe(sentence);
});
