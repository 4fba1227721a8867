import fc from 'fast-check';
import { expect, test } from 'vitest';
import { StoreError } from '../../kernel/store.ts';
import { marathon } from './ask.test-support.ts';

const FIELDS = [
  'id',
  'cmd',
  'args',
  'env',
  'container',
  'constraints',
  'healthChecks',
  'portDefinitions',
  'ports',
  'uris',
  'ipAddress',
  'networks',
  'dependencies',
  'labels',
  'version',
  'apps',
  'groups',
  'scaleBy',
  'ids',
  'readinessChecks',
  'unreachableStrategy',
  '__proto__',
];
const PLACES: [method: string, path: string][] = [
  ['POST', '/v2/apps'],
  ['PUT', '/v2/apps'],
  ['PUT', '/v2/apps/a'],
  ['PATCH', '/v2/apps/a'],
  ['POST', '/v2/groups'],
  ['PUT', '/v2/groups/g'],
  ['POST', '/v2/tasks/delete'],
];

const part = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom('/a', 'a', '..', '/', 'BRIDGE', 'DOCKER'));
const body = fc.oneof(fc.dictionary(fc.constantFrom(...FIELDS), part), fc.array(fc.dictionary(fc.constantFrom(...FIELDS), part)), part);

test.each(PLACES)('whatever is sent, %s %s blames the user or does it', async (method, path) => {
  const property = fc.asyncProperty(body, async (value) => {
    const { ask, core } = marathon();
    await ask('POST', '/v2/apps', { id: '/a', cmd: 'sleep 1000' });
    const before = core.root();
    // Versions of groups are not built: the one honest answer above 500.
    const { status, body: answer } = await ask(method, path, JSON.stringify(value));
    expect(status === 501 ? 400 : status).toBeLessThan(500);
    if (status < 400) return;
    expect(answer).toMatchObject({ message: expect.stringMatching(/./) });
    expect(core.root()).toBe(before);
  });
  await fc.assert(property, { numRuns: 150 });
});

test('a store that takes nothing is not the fault of the user', async () => {
  const { ask, core } = marathon();
  core.update = () => {
    throw new StoreError('The disk is full. Free some space and try again.');
  };
  const { status, body: answer } = await ask('POST', '/v2/apps', { id: '/a', cmd: 'sleep 1000' });
  expect([status, answer]).toEqual([503, { message: 'The disk is full. Free some space and try again.' }]);
});
