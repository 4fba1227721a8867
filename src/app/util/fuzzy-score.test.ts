import { expect, it } from 'vitest';
import { fuzzyScore } from './fuzzy-score.ts';

const ranked = (text: string, ids: string[]): string[] =>
  ids
    .map((id) => ({ id, score: fuzzyScore(id, text) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ id }) => id);

it('puts the very name first, then names that begin with the text, then those that contain it', () => {
  expect(ranked('web', ['/shop/cobweb', '/shop/webhooks', '/shop/web', '/redis'])).toEqual(['/shop/web', '/shop/webhooks', '/shop/cobweb']);
});

it('finds letters that were left out, and no letters in another order', () => {
  expect(ranked('rds', ['/redis', '/drs', '/reporting/daemons'])).toEqual(['/redis']);
});

it('prefers a true part of a name to scattered letters', () => {
  expect(ranked('api', ['/a-p-i', '/shop/api'])).toEqual(['/shop/api', '/a-p-i']);
});

it('is not misled by an early letter that has none of the rest near it', () => {
  expect(fuzzyScore('/w-long-name-before/wb', 'wb')).toBeGreaterThan(2);
  expect(fuzzyScore('/a-quite-long-way/axb', 'ab')).toBeCloseTo(2 / 3);
});
