import { expect, it } from 'vitest';
import { artifactName } from './fetch-artifacts.ts';
import { taskPath } from './task-environment.ts';

it('the search path is that of the server without what npm adds, and ends with our own Node', () => {
  const path = taskPath('/app/node_modules/.bin:/opt/tools:/usr/bin:/x/node-gyp-bin', '/app/node_modules/node/bin/node');
  expect(path.split(':')).toEqual([
    '/opt/tools',
    '/usr/bin',
    '/usr/local/sbin',
    '/usr/local/bin',
    '/usr/sbin',
    '/sbin',
    '/bin',
    '/app/node_modules/node/bin',
  ]);
});

it.each([
  ['http://host/a/b.tar.gz?x=1#y', undefined, 'b.tar.gz'],
  ['http://host/with%20blank', undefined, 'with blank'],
  ['http://host/%2e%2e%2f%2e%2e%2fetc', undefined, 'etc'],
  ['/etc/app.conf', undefined, 'app.conf'],
  ['/etc/app.conf', 'sub/other.conf', 'sub/other.conf'],
])('%s with destination %s becomes %s', (value, output_file, name) => {
  expect(artifactName({ value, ...(output_file !== undefined && { output_file }) })).toBe(name);
});

it.each(['http://host/', 'http://host/a/..'])('%s names no file in the sandbox', (value) => {
  expect(() => artifactName({ value })).toThrow();
});
