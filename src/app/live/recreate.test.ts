import { expect, it } from 'vitest';
import { destroyedApp, destroyedGroup } from './recreate.ts';

const printed = {
  id: '/shop/web',
  cmd: 'exec ./web',
  instances: 2,
  fetch: [{ uri: 'https://example.org/a.tgz' }],
  uris: ['https://example.org/a.tgz'],
  ports: [10_000],
  container: null,
  version: '2016-04-26T09:00:00.000Z',
  versionInfo: { lastScalingAt: '2016-04-26T09:00:00.000Z' },
  tasksRunning: 2,
  tasks: [{ id: 'web.1' }],
  deployments: [],
};
const definition = {
  id: '/shop/web',
  cmd: 'exec ./web',
  instances: 2,
  fetch: [{ uri: 'https://example.org/a.tgz' }],
  ports: [10_000],
};

it('notes of an app what creates it again: no state, no version, nothing twice', () => {
  expect(destroyedApp(printed, 5)).toEqual({ kind: 'app', id: '/shop/web', at: 5, document: definition });
});

it('notes a group with everything in it', () => {
  const group = {
    id: '/shop',
    dependencies: ['/db'],
    apps: [printed],
    groups: [{ id: '/shop/empty', dependencies: [], apps: [], groups: [] }],
  };
  expect(destroyedGroup({ ...group, version: '2016-04-26T09:00:00.000Z' }, 5).document).toEqual({
    id: '/shop',
    dependencies: ['/db'],
    apps: [definition],
    groups: [{ id: '/shop/empty', dependencies: [], apps: [], groups: [] }],
  });
});
