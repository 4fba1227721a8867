import { expect, test } from 'vitest';
import type { NetworkInfo, TaskInfo } from '../../api/mesos/task.ts';
import { testTask } from '../mesos-master/test-mesos.test-support.ts';
import { dockerOf } from './image-container.ts';

const IMAGE = { type: 'MESOS' as const, mesos: { image: { type: 'DOCKER' as const, docker: { name: 'redis' } } } };

/** A task of a pod on those networks, which announces that port. */
const podTask = (network_infos: NetworkInfo[], port: number): TaskInfo => ({
  ...testTask('t', { task: { container: IMAGE, discovery: { visibility: 'FRAMEWORK', ports: { ports: [{ number: port }] } } } }),
  executor: { type: 'DEFAULT', executor_id: { value: 'e' }, resources: [], container: { type: 'MESOS', network_infos } },
});

const own = { host_port: 31_000, container_port: 80 };
const others = { host_port: 31_001, container_port: 81 };

test('an image is run on the host, pulled anew only when that is asked for', () => {
  expect(dockerOf(testTask('t', { task: { container: IMAGE } }))).toEqual({ image: 'redis' });
  const container = { ...IMAGE, mesos: { image: { ...IMAGE.mesos.image, cached: false } } };
  expect(dockerOf(testTask('t', { task: { container } }))).toEqual({ image: 'redis', force_pull_image: true });
  expect(dockerOf(testTask('t'))).toBeUndefined();
});

test.each([
  ['mesos-bridge', { image: 'redis', network: 'BRIDGE', port_mappings: [own] }],
  ['dcos', { image: 'redis', network: 'USER', parameters: [{ key: 'network', value: 'dcos' }], port_mappings: [own] }],
])('in a pod on the network %s it has its own ports mapped', (name, expected) => {
  expect(dockerOf(podTask([{ name, port_mappings: [own, others] }], 31_000))).toEqual(expected);
});
