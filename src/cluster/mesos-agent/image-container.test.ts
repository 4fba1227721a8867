import { expect, test } from 'vitest';
import type { NetworkInfo, TaskInfo } from '../../api/mesos/task.ts';
import { testTask } from '../mesos-master/test-mesos.test-support.ts';
import type { SharedNetwork } from '../executor/containerizer.ts';
import { dockerOf, sharedNetworkName, sharedNetworkOf } from './image-container.ts';

const IMAGE = { type: 'MESOS' as const, mesos: { image: { type: 'DOCKER' as const, docker: { name: 'redis' } } } };

const MAPPING = { host_port: 31_000, container_port: 80 };

/** A task of a pod on those networks. */
const podTask = (network_infos: NetworkInfo[]): TaskInfo => ({
  ...testTask('t', { task: { container: IMAGE } }),
  executor: { type: 'DEFAULT', executor_id: { value: 'e' }, resources: [], container: { type: 'MESOS', network_infos } },
});

test('an image is run on the host, pulled anew only when that is asked for', () => {
  expect(dockerOf(testTask('t', { task: { container: IMAGE } }))).toEqual({ image: 'redis' });
  const container = { ...IMAGE, mesos: { image: { ...IMAGE.mesos.image, cached: false } } };
  expect(dockerOf(testTask('t', { task: { container } }))).toEqual({ image: 'redis', force_pull_image: true });
  expect(dockerOf(testTask('t'))).toBeUndefined();
});

test.each<[string, SharedNetwork | undefined, NetworkInfo[]]>([
  ['the host', undefined, []],
  ['a bridge', { id: 'c', network: 'BRIDGE', port_mappings: [MAPPING] }, [{ name: 'mesos-bridge', port_mappings: [MAPPING] }]],
  ['a named one', { id: 'c', network: 'USER', parameters: [{ key: 'network', value: 'dcos' }] }, [{ name: 'dcos', port_mappings: [] }]],
])('the containers of a pod share the network of their executor: %s', (_, expected, networks) => {
  expect(sharedNetworkOf(podTask(networks), 'c')).toEqual(expected);
  expect(sharedNetworkName(podTask(networks))).toBe(networks[0]?.name);
  expect(dockerOf(podTask(networks))).toEqual({ image: 'redis' });
});
