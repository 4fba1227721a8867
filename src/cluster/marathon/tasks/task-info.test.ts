import { describe, expect, it } from 'vitest';
import type { AppDefinition } from '../../../api/marathon/definition.ts';
import { noQuantities } from '../../../api/mesos/quantities.ts';
import { testApp } from '../test-world.test-support.ts';
import { taskEnvironment } from './task-environment.ts';
import { instanceOfTask, safeId, taskName } from './task-ids.ts';
import { taskInfo } from './task-info.ts';

const launch = (hostPorts: (number | undefined)[]) => ({
  taskId: 'c55_sub_app.instance-173cd1a7-e680-11f1-86a4-024228953948._app.1',
  agentId: 'S0',
  host: 'a1',
  hostPorts,
  taken: { '*': { ...noQuantities(), cpus: 0.02, mem: 16, ports: [{ begin: 31_682, end: 31_683 }] } },
  allocatedRole: 'slave_public',
  roleEnforced: false,
});
const bridge = (more: Partial<AppDefinition> = {}): AppDefinition => {
  const { portDefinitions: _host, ...app } = testApp('/c55/sub/app', { networks: [{ mode: 'container/bridge' }] });
  const mapping = { containerPort: 80, hostPort: 0, servicePort: 10_000, protocol: 'tcp' as const };
  return {
    ...app,
    container: {
      type: 'DOCKER',
      docker: { image: 'busybox', forcePullImage: false, privileged: false, parameters: [] },
      volumes: [{ containerPath: '/data', hostPath: '/tmp/data', mode: 'RO' }],
      portMappings: [
        { ...mapping, name: 'http', labels: { VIP_0: '10.1.2.3:80' } },
        { ...mapping, containerPort: 0, protocol: 'udp,tcp', labels: {} },
      ],
    },
    ...more,
  };
};

describe('a task on the ports of the host', () => {
  const app = testApp('/c55/sub/app', {
    labels: { owner: 'c55' },
    user: 'nobody',
    taskKillGracePeriodSeconds: 1.5,
    fetch: [{ uri: 'http://x/a.tgz', extract: true, executable: false, cache: false, destPath: 'a' }],
    portDefinitions: [
      { port: 10_000, name: 'http', protocol: 'tcp', labels: { VIP_0: '/web:80' } },
      { port: 10_001, name: 'dns', protocol: 'udp,tcp' },
    ],
  });
  it('is what Marathon hands to Mesos (scenario 55)', () => {
    const { command, ...task } = taskInfo(app, launch([31_682, 31_683]));
    expect(task).toEqual({
      name: 'app.sub.c55',
      task_id: { value: launch([]).taskId },
      agent_id: { value: 'S0' },
      resources: [
        { name: 'cpus', type: 'SCALAR', scalar: { value: 0.02 }, allocation_info: { role: 'slave_public' } },
        { name: 'mem', type: 'SCALAR', scalar: { value: 16 }, allocation_info: { role: 'slave_public' } },
        { name: 'ports', type: 'RANGES', ranges: { range: [{ begin: 31_682, end: 31_683 }] }, allocation_info: { role: 'slave_public' } },
      ],
      kill_policy: { grace_period: { nanoseconds: 1_500_000_000 } },
      discovery: {
        visibility: 'FRAMEWORK',
        name: 'app.sub.c55',
        ports: {
          ports: [
            { number: 31_682, name: 'http', protocol: 'tcp', labels: { labels: [{ key: 'VIP_0', value: '/web:80' }] } },
            { number: 31_683, name: 'dns', protocol: 'udp' },
            { number: 31_683, name: 'dns', protocol: 'tcp' },
          ],
        },
      },
      labels: { labels: [{ key: 'owner', value: 'c55' }] },
    });
    expect(command).toMatchObject({
      shell: true,
      value: 'sleep 1000',
      user: 'nobody',
      uris: [{ value: 'http://x/a.tgz', extract: true, output_file: 'a' }],
    });
  });
});

describe('a task in a Docker bridge', () => {
  it('has its mappings, volumes and discovery with the scope of its ports', () => {
    const { container, discovery } = taskInfo(bridge(), launch([31_682, 31_683]));
    expect(container).toEqual({
      type: 'DOCKER',
      docker: {
        image: 'busybox',
        network: 'BRIDGE',
        port_mappings: [
          { host_port: 31_682, container_port: 80, protocol: 'tcp' },
          { host_port: 31_683, container_port: 31_683, protocol: 'udp' },
          { host_port: 31_683, container_port: 31_683, protocol: 'tcp' },
        ],
        privileged: false,
        force_pull_image: false,
      },
      volumes: [{ container_path: '/data', host_path: '/tmp/data', mode: 'RO' }],
    });
    expect(discovery?.ports?.ports[0]).toEqual({
      number: 31_682,
      name: 'http',
      protocol: 'tcp',
      labels: {
        labels: [
          { key: 'VIP_0', value: '10.1.2.3:80' },
          { key: 'network-scope', value: 'host' },
        ],
      },
    });
  });
  it('gives arguments to the image, or the program by itself', () => {
    const { cmd: _cmd, ...app } = bridge();
    expect(taskInfo({ ...app, args: ['redis-server', '--port', '1'] }, launch([1, 2])).command).toMatchObject({
      shell: false,
      arguments: ['redis-server', '--port', '1'],
    });
    const { cmd: _plain, ...plain } = testApp('/plain', { args: ['/bin/sleep', '5'] });
    expect(taskInfo(plain, launch([1])).command).toMatchObject({ shell: false, value: '/bin/sleep', arguments: ['/bin/sleep', '5'] });
  });
  it.each([
    [
      { protocol: 'COMMAND' as const, command: { value: 'true' } },
      { type: 'COMMAND', command: { shell: true, value: 'true' } },
    ],
    [
      { protocol: 'MESOS_TCP' as const, portIndex: 0 },
      { type: 'TCP', tcp: { port: 80 } },
    ],
    [
      { protocol: 'MESOS_HTTPS' as const, portIndex: 1, path: '/ok' },
      { type: 'HTTP', http: { scheme: 'https', port: 31_683, path: '/ok' } },
    ],
    [{ protocol: 'HTTP' as const, portIndex: 0 }, undefined],
  ])('hands the check %j to the executor, or keeps it', (check, expected) => {
    const timing = { gracePeriodSeconds: 1, intervalSeconds: 2, timeoutSeconds: 3, maxConsecutiveFailures: 4, delaySeconds: 5 };
    const given = taskInfo(bridge({ healthChecks: [{ ...check, ...timing }] }), launch([31_682, 31_683])).health_check;
    if (expected)
      expect(given).toMatchObject({
        ...expected,
        delay_seconds: 5,
        interval_seconds: 2,
        timeout_seconds: 3,
        grace_period_seconds: 1,
        consecutive_failures: 4,
      });
    else expect(given).toBeUndefined();
  });
  it('asks Mesos to kill nothing for its health where Marathon says 0', () => {
    const timing = { gracePeriodSeconds: 1, intervalSeconds: 2, timeoutSeconds: 3, maxConsecutiveFailures: 0 };
    const check = { protocol: 'COMMAND' as const, command: { value: 'false' }, ...timing };
    expect(taskInfo(bridge({ healthChecks: [check] }), launch([1, 2])).health_check?.consecutive_failures).toBeGreaterThan(1e9);
  });
});

describe('the environment of a task', () => {
  it('is as recorded (scenario 53)', () => {
    const app = testApp('/c53/ports', {
      cpus: 0.02,
      disk: 1,
      env: { A: '1', PORT1: 'mine', SECRET: { secret: 'x' } },
      labels: { tier: 'front', 'odd-name.x': 'y', empty: '' },
      portDefinitions: [
        { port: 10_000, name: 'web', protocol: 'tcp' },
        { port: 9501, name: 'admin-api', protocol: 'tcp' },
        { port: 0, protocol: 'tcp' },
      ],
      version: '2016-04-26T09:00:00.000Z',
    });
    expect(taskEnvironment(app, { host: 'a1', hostPorts: [31_001, 31_002, 31_003], roleEnforced: false })).toEqual({
      MARATHON_APP_ID: '/c53/ports',
      MARATHON_APP_VERSION: '2016-04-26T09:00:00.000Z',
      MARATHON_APP_ENFORCE_GROUP_ROLE: 'FALSE',
      MARATHON_APP_RESOURCE_CPUS: '0.02',
      MARATHON_APP_RESOURCE_MEM: '16.0',
      MARATHON_APP_RESOURCE_DISK: '1.0',
      MARATHON_APP_RESOURCE_GPUS: '0',
      MARATHON_APP_LABELS: 'TIER ODD_NAME_X EMPTY',
      MARATHON_APP_LABEL_TIER: 'front',
      MARATHON_APP_LABEL_ODD_NAME_X: 'y',
      MARATHON_APP_LABEL_EMPTY: '',
      HOST: 'a1',
      PORT: '31001',
      PORTS: '31001,31002,31003',
      PORT0: '31001',
      PORT1: 'mine',
      PORT2: '31003',
      PORT_10000: '31001',
      PORT_9501: '31002',
      PORT_WEB: '31001',
      'PORT_ADMIN-API': '31002',
      A: '1',
    });
  });
  it('names ports of a container by its own numbers, and leaves out what is too long', () => {
    const app = bridge({ labels: { long: 'x'.repeat(513), fine: 'y' } });
    const environment = taskEnvironment(app, { host: 'a1', hostPorts: [31_001, undefined], roleEnforced: false });
    expect(environment).toMatchObject({
      PORT_80: '31001',
      PORT_HTTP: '31001',
      MARATHON_APP_LABELS: 'FINE',
      MARATHON_APP_DOCKER_IMAGE: 'busybox',
    });
    expect(environment).not.toHaveProperty('MARATHON_APP_LABEL_LONG');
  });
  it('has no ports where the app has none', () => {
    const environment = taskEnvironment(testApp('/a', { portDefinitions: [] }), { host: 'a1', hostPorts: [], roleEnforced: false });
    expect(Object.keys(environment).filter((name) => name.startsWith('PORT'))).toEqual([]);
  });
});

it('ids of tasks lead back to their instance', () => {
  expect([safeId('/a/b'), taskName('/a/b')]).toEqual(['a_b', 'b.a']);
  expect(instanceOfTask(launch([]).taskId)).toBe('c55_sub_app.instance-173cd1a7-e680-11f1-86a4-024228953948');
  expect(instanceOfTask('chronos:1:2:x')).toBeUndefined();
});
