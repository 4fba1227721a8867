import { expect, test } from 'vitest';
import type { AppDefinition, ReadinessCheckDefinition } from '../../../api/marathon/definition.ts';
import type { InstanceRecord } from '../state.ts';
import { testApp } from '../test-world.test-support.ts';
import { readinessTarget } from './probe-target.ts';

const check: ReadinessCheckDefinition = {
  name: 'ready',
  protocol: 'HTTP',
  path: '/ready',
  portName: 'admin',
  intervalSeconds: 30,
  timeoutSeconds: 10,
  httpStatusCodesForReady: [200],
  preserveLastResponse: false,
};

const running = (change: Partial<InstanceRecord> = {}): InstanceRecord => ({
  id: 'a.instance-1',
  appId: '/a',
  taskId: 'a.instance-1._app.1',
  version: 'v',
  condition: 'Running',
  host: 'a1',
  hostPorts: [31_001, 31_002],
  ipAddresses: [{ ipAddress: '9.0.0.7', protocol: 'IPv4' }],
  health: [],
  localVolumes: [],
  goal: 'Running',
  incarnation: 1,
  createdAt: 0,
  checks: 0,
  ...change,
});

const port = (name: string) => ({ port: 0, protocol: 'tcp' as const, name });
const mapping = (name: string, containerPort: number, hostPort?: number) => ({
  name,
  containerPort,
  servicePort: 0,
  protocol: 'tcp' as const,
  labels: {},
  ...(hostPort !== undefined && { hostPort }),
});
const contained = (networks: AppDefinition['networks'], ...portMappings: ReturnType<typeof mapping>[]): AppDefinition =>
  testApp('/a', { networks, container: { type: 'DOCKER', docker: { image: 'x', forcePullImage: false }, volumes: [], portMappings } });

test('on the host the named port is that of the agent', () => {
  const app = testApp('/a', { portDefinitions: [port('web'), port('admin')] });
  expect(readinessTarget(app, check, running())).toEqual({
    kind: 'http',
    host: 'a1',
    port: 31_002,
    path: '/ready',
    timeoutMs: 10_000,
    withResponse: true,
  });
  expect(readinessTarget(app, { ...check, protocol: 'HTTPS', portName: 'web' }, running())).toMatchObject({ kind: 'https', port: 31_001 });
});

test('on a bridge it is the host port that leads to the mapping, not the container port', () => {
  const app = contained([{ mode: 'container/bridge' }], mapping('web', 80, 0), mapping('admin', 81, 0));
  expect(readinessTarget(app, check, running())).toMatchObject({ host: 'a1', port: 31_002 });
});

test('in a container network a mapping without a host port is asked at the address of the container', () => {
  const app = contained([{ mode: 'container', name: 'dcos' }], mapping('web', 80, 0), mapping('admin', 81));
  expect(readinessTarget(app, check, running())).toMatchObject({ host: '9.0.0.7', port: 81 });
  expect(readinessTarget(app, { ...check, portName: 'web' }, running())).toMatchObject({ host: 'a1', port: 31_001 });
});

test.each([
  ['no port of that name', testApp('/a', { portDefinitions: [port('web')] }), running()],
  ['no port at all', testApp('/a', { portDefinitions: [] }), running({ hostPorts: [] })],
  [
    'a container whose address is not known yet',
    contained([{ mode: 'container', name: 'dcos' }], mapping('admin', 81)),
    running({ ipAddresses: [] }),
  ],
])('there is nobody to ask where there is %s', (_, app, instance) => {
  expect(readinessTarget(app, check, instance)).toBeUndefined();
});
