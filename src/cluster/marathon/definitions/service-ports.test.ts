import { describe, expect, it } from 'vitest';
import type { AppDefinition, GroupDefinition } from '../../../api/marathon/definition.ts';
import { testApp } from '../test-world.test-support.ts';
import { emptyGroup, withSpec } from './group-tree.ts';
import { appsOf } from './group-tree.ts';
import { assignServicePorts, SERVICE_PORTS, servicePortsOf, ServicePortsExhaustedError } from './service-ports.ts';

const host = (id: string, ...ports: number[]): AppDefinition =>
  testApp(id, { portDefinitions: ports.map((port) => ({ port, protocol: 'tcp' })) });
const tree = (...apps: AppDefinition[]): GroupDefinition => apps.reduce(withSpec, emptyGroup('/', '2016-04-26T09:00:00.000Z'));
const assigned = (before: GroupDefinition, after: GroupDefinition): Record<string, number[]> =>
  Object.fromEntries([...appsOf(assignServicePorts(before, after))].map((app) => [app.id, servicePortsOf(app)]));

describe('service ports', () => {
  it('are the lowest that are free in the old and the new tree', () => {
    const before = tree(host('/old', 10_000), host('/gone', 10_002));
    expect(assigned(before, tree(host('/old', 10_000), host('/new', 0, 0)))).toEqual({ '/old': [10_000], '/new': [10_001, 10_003] });
  });
  it('stay with an app that no longer names them, and what it names is kept (scenario 60)', () => {
    const before = tree(host('/a', 10_000, 10_001));
    expect(assigned(before, tree(host('/a', 0)))).toEqual({ '/a': [10_000] });
    expect(assigned(tree(host('/a', 10_000)), tree(host('/a', 0, 0, 10_000)))).toEqual({ '/a': [10_001, 10_002, 10_000] });
  });
  it('are given to mapped ports too, and may be shared when named', () => {
    const mapping = { containerPort: 80, hostPort: 0, servicePort: 0, protocol: 'tcp' as const, labels: {} };
    const { portDefinitions: _host, ...rest } = testApp('/b');
    const bridge: AppDefinition = {
      ...rest,
      networks: [{ mode: 'container/bridge' }],
      container: { type: 'DOCKER', volumes: [], portMappings: [mapping, { ...mapping, servicePort: 10_000 }] },
    };
    expect(assigned(tree(), tree(host('/a', 10_000), bridge))).toEqual({ '/a': [10_000], '/b': [10_001, 10_000] });
  });
  it('run out with a clear error', () => {
    const all = Array.from({ length: SERVICE_PORTS.to - SERVICE_PORTS.from }, (_, index) => SERVICE_PORTS.from + index);
    expect(() => assignServicePorts(tree(), tree(host('/all', ...all), host('/one', 0)))).toThrow(ServicePortsExhaustedError);
  });
});
