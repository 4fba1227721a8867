import { expect, test } from 'vitest';
import { figureTable } from './figures.ts';

test('tells the ratio of medians, and whether the target is reached', () => {
  const table = figureTable([
    { what: 'start', samples: [300, 500, 400], comparedWith: { name: 'budget', budget: 2000 }, atMost: 1 },
    { what: 'container', samples: [300], comparedWith: { name: 'docker run', samples: [100, 300] }, atMost: 1.3 },
    { what: 'scale', samples: [30], comparedWith: { name: 'other', samples: [60] } },
  ]);
  const rows = table.split('\n').map((row) => row.split('|').map((cell) => cell.trim()));
  expect(rows[2]?.slice(1, -1)).toEqual(['start', '400', '300 – 500', '3', 'budget', '2000', '0.20', '≤ 1', 'yes']);
  expect(rows[3]?.slice(-4, -1)).toEqual(['1.50', '≤ 1.3', 'no']);
  expect(rows[4]?.slice(-4, -1)).toEqual(['0.50', '', '']);
});
