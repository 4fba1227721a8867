import { expect, it } from 'vitest';
import { downloadPath } from './agent-files.ts';

it('encodes paths', () => {
  expect(downloadPath('S 0', '/a b/stdout')).toBe('/agent/S%200/files/download?path=%2Fa+b%2Fstdout');
});
