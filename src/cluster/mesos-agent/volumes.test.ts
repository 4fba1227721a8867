import { expect, test } from 'vitest';
import type { Resource } from '../../api/mesos/resources.ts';
import { testTask } from '../mesos-master/test-mesos.test-support.ts';
import { volumeFault, volumesOf } from './volumes.ts';

const persistent = (id: string, path: string): Resource => ({
  name: 'disk',
  type: 'SCALAR',
  scalar: { value: 10 },
  reservations: [{ type: 'DYNAMIC', role: 'dev/db' }],
  disk: { persistence: { id }, volume: { container_path: path, mode: 'RW' } },
});
const shared = (path: string) => ({
  container_path: 'data',
  mode: 'RO' as const,
  source: { type: 'SANDBOX_PATH' as const, sandbox_path: { type: 'PARENT' as const, path } },
});
const executor = { type: 'DEFAULT' as const, executor_id: { value: 'e' }, resources: [persistent('v1', 'volumes/store')] };

test('a task finds its persistent volume where it wants it', () => {
  const task = { ...testTask('t'), resources: [persistent('v1', 'data')] };
  expect(volumesOf('/work', { task, directory: '/sandbox' })).toEqual([
    { directory: '/work/volumes/roles/dev db/v1', containerPath: 'data', mode: 'RW' },
  ]);
});

test.each([
  ['volumes/store', '/work/volumes/roles/dev db/v1'],
  ['volumes/other', '/group/volumes/other'],
])('a container of a group finds at %s of its executor what that has there', (path, directory) => {
  const task = { ...testTask('t'), executor, container: { type: 'MESOS' as const, volumes: [shared(path)] } };
  const sandbox = { task, directory: '/group/containers/t', group: { executorId: 'e', directory: '/group', containerId: 'g' } };
  expect(volumesOf('/work', sandbox)).toEqual([{ directory, containerPath: 'data', mode: 'RO' }]);
});

test('a volume leads out of its sandbox on neither side', () => {
  const container = (path: string, at: string) => ({ type: 'MESOS' as const, volumes: [{ ...shared(path), container_path: at }] });
  expect(volumeFault({ ...testTask('t'), container: container('../secret', 'data') }, false)).toContain('leads out');
  expect(volumeFault({ ...testTask('t'), container: container('store', '../../data') }, false)).toContain('leads out');
  expect(volumeFault({ ...testTask('t'), container: container('store', 'deep/data') }, false)).toBeUndefined();
});
