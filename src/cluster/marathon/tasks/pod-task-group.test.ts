import { expect, test } from 'vitest';
import { addPools, noQuantities, poolOf, type Pool } from '../../../api/mesos/quantities.ts';
import { sleeper, testPod } from '../test-pod.test-support.ts';
import { containerTasks, podTaskGroup, type TaskGroup } from './pod-task-group.ts';

const INSTANCE = 'shop_web.instance-0b5ae2d3-0000-11e6-8000-000000000001';

function group(more: object, hostPorts: (number | undefined)[], taken?: Pool): TaskGroup {
  const pod = { ...testPod('/shop/web', more), version: '2016-04-26T09:00:00.000Z' };
  const { cpus, mem, disk, gpus } = pod;
  const ports = hostPorts.flatMap((port) => (port === undefined ? [] : [{ begin: port, end: port }]));
  return podTaskGroup(pod, {
    instanceId: INSTANCE,
    tasks: containerTasks(pod, INSTANCE, 1, hostPorts, '2016-04-26T09:00:00.000Z'),
    agentId: 'S0',
    host: 'a1',
    hostPorts,
    taken: taken ?? { '*': { cpus, mem, disk, gpus, ports } },
    allocatedRole: 'slave_public',
    roleEnforced: false,
  });
}

const taskOf = ({ task_group }: TaskGroup, index = 0) => task_group.tasks[index];
const variables = (made: TaskGroup, index = 0): Record<string, string> =>
  Object.fromEntries(taskOf(made, index)?.command?.environment?.variables.map(({ name, value }) => [name, value]) ?? []);

test('the executor is named by the instance, and every task by its container', () => {
  const made = group({}, []);
  expect(made.executor).toMatchObject({
    type: 'DEFAULT',
    executor_id: { value: 'instance-shop_web.0b5ae2d3-0000-11e6-8000-000000000001' },
    container: { type: 'MESOS', linux_info: { share_cgroups: false } },
  });
  expect(made.task_group.tasks.map(({ name, task_id }) => [name, task_id.value])).toEqual([
    ['one', `${INSTANCE}.one.1`],
    ['two', `${INSTANCE}.two.1`],
  ]);
  expect(taskOf(made)?.discovery).toMatchObject({ visibility: 'FRAMEWORK', name: 'web.shop' });
});

test('all that is taken is handed out: its share to each container, the rest and the ports to the executor', () => {
  const containers = [sleeper('one', { endpoints: [{ name: 'web', hostPort: 0 }] }), sleeper('two')];
  // more than half of the processors come from what is reserved for a role
  const taken: Pool = {
    '*': { ...noQuantities(), cpus: 0.12, mem: 64, disk: 10, ports: [{ begin: 31_004, end: 31_004 }] },
    slave_public: { ...noQuantities(), cpus: 0.18 },
  };
  const { executor, task_group } = group({ containers }, [31_004], taken);
  const handedOut = [executor.resources, ...task_group.tasks.map(({ resources }) => resources)].map(poolOf);
  expect(handedOut.reduce(addPools, {})).toEqual(taken);
  expect(task_group.tasks.map(({ resources }) => Object.values(poolOf(resources)).reduce((sum, { mem }) => sum + mem, 0))).toEqual([
    16, 16,
  ]);
  expect(poolOf(executor.resources)['*']?.ports).toEqual([{ begin: 31_004, end: 31_004 }]);
});

test('a container learns of itself, of its pod, and of the endpoints of all', () => {
  const containers = [
    sleeper('one', { endpoints: [{ name: 'web-api', hostPort: 0 }], environment: { A: 'container', HOST: 'mine' }, labels: { tier: 'x' } }),
    sleeper('two'),
  ];
  const made = group({ containers, environment: { A: 'pod', B: 'pod' }, labels: { team: 'shop' } }, [31_004]);
  expect(variables(made)).toEqual({
    A: 'container',
    B: 'pod',
    HOST: 'a1',
    MESOS_TASK_ID: `${INSTANCE}.one.1`,
    MESOS_EXECUTOR_ID: 'instance-shop_web.0b5ae2d3-0000-11e6-8000-000000000001',
    MARATHON_APP_ID: '/shop/web',
    MARATHON_APP_VERSION: '2016-04-26T09:00:00.000Z',
    MARATHON_CONTAINER_ID: 'one',
    MARATHON_CONTAINER_RESOURCE_CPUS: '0.1',
    MARATHON_CONTAINER_RESOURCE_MEM: '16.0',
    MARATHON_CONTAINER_RESOURCE_DISK: '0.0',
    MARATHON_CONTAINER_RESOURCE_GPUS: '0',
    MARATHON_APP_ENFORCE_GROUP_ROLE: 'FALSE',
    MARATHON_APP_LABELS: 'TEAM TIER',
    MARATHON_APP_LABEL_TEAM: 'shop',
    MARATHON_APP_LABEL_TIER: 'x',
    ENDPOINT_WEB_API: '31004',
    EP_HOST_WEB_API: '31004',
  });
  expect(variables(made, 1)).toMatchObject({
    A: 'pod',
    MARATHON_CONTAINER_ID: 'two',
    ENDPOINT_WEB_API: '31004',
    MARATHON_APP_LABELS: 'TEAM',
  });
});

test('on a network of its own a pod has mapped ports, and its neighbours use the container numbers', () => {
  const endpoints = [
    { name: 'web', containerPort: 80, hostPort: 0, protocol: ['tcp', 'udp'], labels: { VIP_0: '/web:80' } },
    { name: 'admin', containerPort: 8080 },
  ];
  const made = group({ networks: [{ mode: 'container', name: 'dcos' }], containers: [sleeper('one', { endpoints })] }, [31_004, undefined]);
  expect(made.executor.container?.network_infos).toEqual([
    {
      name: 'dcos',
      port_mappings: [
        { host_port: 31_004, container_port: 80, protocol: 'tcp' },
        { host_port: 31_004, container_port: 80, protocol: 'udp' },
      ],
    },
  ]);
  expect(variables(made)).toMatchObject({ ENDPOINT_WEB: '80', EP_HOST_WEB: '31004', EP_CONTAINER_WEB: '80', ENDPOINT_ADMIN: '8080' });
  expect(variables(made)).not.toHaveProperty('EP_HOST_ADMIN');
  const scope = (value: string) => ({ key: 'network-scope', value });
  const vip = { key: 'VIP_0', value: '/web:80' };
  expect(taskOf(made)?.discovery?.ports?.ports).toEqual([
    { number: 31_004, name: 'web', protocol: 'tcp', labels: { labels: [vip, scope('host')] } },
    { number: 31_004, name: 'web', protocol: 'udp', labels: { labels: [vip, scope('host')] } },
    { number: 8080, name: 'admin', protocol: 'tcp', labels: { labels: [scope('container')] } },
  ]);
});

test.each([
  [{ http: { endpoint: 'web', path: '/ok', scheme: 'HTTPS' } }, { type: 'HTTP', http: { scheme: 'https', port: 31_004, path: '/ok' } }],
  [{ tcp: { endpoint: 'web' } }, { type: 'TCP', tcp: { port: 31_004 } }],
  [{ exec: { command: { shell: 'true' } } }, { type: 'COMMAND', command: { shell: true, value: 'true' } }],
  [
    { exec: { command: { argv: ['/bin/test', '-f', 'x'] } } },
    { type: 'COMMAND', command: { shell: false, value: '/bin/test', arguments: ['/bin/test', '-f', 'x'] } },
  ],
])('the executor makes the check %o', (kind, expected) => {
  const { healthCheck } =
    testPod('/p', {
      containers: [{ ...sleeper('one'), endpoints: [{ name: 'web' }], healthCheck: { ...kind, intervalSeconds: 30 } }],
    }).containers[0] ?? {};
  const made = group({ containers: [sleeper('one', { endpoints: [{ name: 'web' }], ...(healthCheck && { healthCheck }) })] }, [31_004]);
  expect(taskOf(made)?.health_check).toEqual({
    delay_seconds: 15,
    interval_seconds: 30,
    timeout_seconds: 20,
    grace_period_seconds: 300,
    consecutive_failures: 3,
    ...expected,
  });
});

test('containers share volumes of the pod, and of the host', () => {
  const volumeMounts = [
    { name: 'shared', mountPath: 'data' },
    { name: 'logs', mountPath: '/logs', readOnly: true },
  ];
  const volumes = [{ name: 'shared' }, { name: 'logs', host: '/var/log' }];
  const made = group({ volumes, containers: [sleeper('one', { volumeMounts }), sleeper('two')] }, []);
  expect(taskOf(made)?.container?.volumes).toEqual([
    {
      container_path: 'data',
      mode: 'RW',
      source: { type: 'SANDBOX_PATH', sandbox_path: { type: 'PARENT', path: 'volumes/shared' } },
    },
    { container_path: '/logs', mode: 'RO', host_path: '/var/log' },
  ]);
  expect(taskOf(made, 1)?.container).toEqual({ type: 'MESOS', linux_info: { share_cgroups: false } });
});

test("an image's own program is run unless the arguments name another, and a container's user wins", () => {
  const image = { kind: 'DOCKER' as const, id: 'redis', forcePull: true };
  const argv = { command: { argv: ['redis-server', '--port', '1'] } };
  const made = group(
    {
      user: 'pod',
      containers: [
        { ...sleeper('one', { image, exec: argv, user: 'own', lifecycle: { killGracePeriodSeconds: 2.5 } }) },
        { ...sleeper('two', { image, exec: { ...argv, overrideEntrypoint: true } }) },
        { name: 'three', image, resources: { cpus: 0.1, mem: 16 } },
      ],
    },
    [],
  );
  const commands = made.task_group.tasks.map(({ command }) => ({
    value: command?.value,
    arguments: command?.arguments,
    user: command?.user,
  }));
  expect(commands).toEqual([
    { value: undefined, arguments: argv.command.argv, user: 'own' },
    { value: 'redis-server', arguments: argv.command.argv, user: 'pod' },
    { value: undefined, arguments: undefined, user: 'pod' },
  ]);
  expect(taskOf(made)?.container?.mesos).toEqual({ image: { type: 'DOCKER', docker: { name: 'redis' }, cached: false } });
  expect(taskOf(made)?.kill_policy).toEqual({ grace_period: { nanoseconds: 2.5e9 } });
});
