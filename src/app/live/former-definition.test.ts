import { expect, it } from 'vitest';
import { versionBefore } from './former-definition.ts';

const V1 = '2016-04-26T09:00:00.000Z';
const V2 = '2016-04-26T10:00:00.000Z';

it('goes back to the newest version of before', () => {
  expect(versionBefore([V2, V1, '2016-04-26T08:00:00.000Z'], V2)).toBe(V1);
  expect(versionBefore([V2], V2)).toBeUndefined();
});
