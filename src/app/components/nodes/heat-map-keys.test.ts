import { expect, it } from 'vitest';
import { cellAfterKey } from './heat-map-keys.ts';

// Two full rows of three and one cell more.
const cells = Array.from({ length: 7 }, (_, index) => ({ offsetTop: Math.floor(index / 3) * 18, offsetLeft: (index % 3) * 18 }));
const after = (key: string, at: number) => cellAfterKey(key, at, cells);

it('goes along the rows and from one to the next', () => {
  expect([after('ArrowRight', 2), after('ArrowLeft', 3), after('Home', 4), after('End', 0)]).toEqual([3, 2, 0, 6]);
});

it('goes up and down to the cell above or below, or the nearest one', () => {
  expect([after('ArrowDown', 1), after('ArrowUp', 4), after('ArrowDown', 5), after('ArrowDown', 3)]).toEqual([4, 1, 6, 6]);
});

it('stays where there is nothing, and leaves other keys alone', () => {
  expect([after('ArrowUp', 1), after('ArrowDown', 6), after('ArrowRight', 6), after('a', 0), after('ArrowDown', -1)]).toEqual(
    Array.from({ length: 5 }),
  );
});
