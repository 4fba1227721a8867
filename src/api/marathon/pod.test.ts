import { expect, test } from 'vitest';
import { DC_OS_DEFAULTS } from './normalise.ts';
import { newPod } from './pod-normalise.ts';
import { faultOfPod, readPod } from './pod.ts';

const CONTAINER = { name: 'one', exec: { command: { shell: 'sleep 1000' } }, resources: { cpus: 0.1, mem: 16 } };
const WEB = { ...CONTAINER, endpoints: [{ name: 'web', hostPort: 0 }] };
const HOST = [{ mode: 'host' }];

/** The faults of a pod: those of its form, else those of its rules. `path: code or sentence` each. */
function faults(body: unknown): { path: string; error: string }[] {
  const read = readPod(body);
  const fault = read.ok ? faultOfPod(newPod(read.pod, DC_OS_DEFAULTS), DC_OS_DEFAULTS) : read.error;
  return (fault?.details ?? []).flatMap(({ path, errors }) => errors.map((error) => ({ path, error })));
}

const paths = (body: unknown): string[] => faults(body).map(({ path }) => path);
const pod = (more: object): object => ({ id: '/p', containers: [CONTAINER], networks: HOST, ...more });
const container = (more: object): object => pod({ containers: [{ ...WEB, ...more }] });

function whole(body: object) {
  const read = readPod(body);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return newPod(read.pod, DC_OS_DEFAULTS);
}

test('an empty body is told what it needs', () => {
  expect(faults({})).toEqual([
    { path: '/id', error: "'id' is undefined on object: {}" },
    { path: '/containers', error: "'containers' is undefined on object: {}" },
  ]);
});

test.each([
  ['no containers', pod({ containers: [] }), ['/containers']],
  ['no resources', pod({ containers: [{ name: 'one' }] }), ['/containers(0)/resources']],
  ['a name that is no label', pod({ containers: [{ ...CONTAINER, name: 'One' }] }), ['/containers(0)/name']],
  ['a name that is too long', pod({ containers: [{ ...CONTAINER, name: 'a'.repeat(64) }] }), ['/containers(0)/name']],
  ['two containers of one name', pod({ containers: [CONTAINER, CONTAINER] }), ['/containers']],
  ['a negative amount', container({ resources: { cpus: -1, mem: 16 } }), ['/containers(0)/resources/cpus']],
  ['a limit below the request', container({ resourceLimits: { mem: 8 } }), ['/containers(0)/resourceLimits/mem']],
  ['a command of neither kind', container({ exec: { command: {} } }), ['/containers(0)/exec/command']],
  [
    'a container port on the host',
    container({ endpoints: [{ name: 'a', containerPort: 80 }] }),
    ['/containers(0)/endpoints(0)/containerPort'],
  ],
  ['a protocol twice', container({ endpoints: [{ name: 'a', protocol: ['tcp', 'tcp'] }] }), ['/containers(0)/endpoints(0)/protocol']],
  ['two endpoints of one name', container({ endpoints: [{ name: 'a' }, { name: 'a' }] }), ['/']],
  [
    'a host port twice',
    container({
      endpoints: [
        { name: 'a', hostPort: 80 },
        { name: 'b', hostPort: 80 },
      ],
    }),
    ['/'],
  ],
  ['a check of no kind', container({ healthCheck: {} }), ['/containers(0)/healthCheck']],
  [
    'a check of two kinds',
    container({ healthCheck: { tcp: { endpoint: 'web' }, exec: { command: { shell: 'true' } } } }),
    ['/containers(0)/healthCheck'],
  ],
  [
    'a check of an unknown endpoint',
    container({ healthCheck: { http: { endpoint: 'no' } } }),
    ['/containers(0)/healthCheck/http/endpoint'],
  ],
  [
    'a check that takes longer than its interval',
    container({ healthCheck: { tcp: { endpoint: 'web' }, intervalSeconds: 5, timeoutSeconds: 5 } }),
    ['/containers(0)/healthCheck/timeoutSeconds'],
  ],
  ['a mount of no volume', container({ volumeMounts: [{ name: 'v', mountPath: 'v' }] }), ['/containers(0)/volumeMounts(0)/name']],
  ['a volume that nobody mounts', pod({ volumes: [{ name: 'v' }] }), ['/volumes(0)']],
  ['a scaling of another kind', pod({ scaling: { kind: 'elastic', instances: 1 } }), ['/scaling/kind']],
  ['a negative number of instances', pod({ scaling: { kind: 'fixed', instances: -1 } }), ['/scaling/instances']],
  ['a capacity above 1', pod({ scheduling: { upgrade: { minimumHealthCapacity: 2 } } }), ['/scheduling/upgrade/minimumHealthCapacity']],
  [
    'a constraint that is none',
    pod({ scheduling: { placement: { constraints: [{ fieldName: 'hostname', operator: 'NEAR' }] } } }),
    ['/scheduling/placement/constraints(0)'],
  ],
  [
    'inactive after it is expunged',
    pod({ scheduling: { unreachableStrategy: { inactiveAfterSeconds: 9, expungeAfterSeconds: 1 } } }),
    ['/scheduling/unreachableStrategy/inactiveAfterSeconds'],
  ],
  ['a role of others', pod({ role: 'others' }), ['/role']],
  ['resource roles of others', pod({ scheduling: { placement: { acceptedResourceRoles: ['others'] } } }), ['/acceptedResourceRoles']],
  ['networks of two modes', pod({ networks: [{ mode: 'host' }, { mode: 'container', name: 'a' }] }), ['/networks']],
  ['a secret', pod({ secrets: { s: { source: '/s' } }, environment: { S: { secret: 's' } } }), ['/environment', '/secrets']],
])('%s is refused', (_what, body, expected) => {
  expect(paths(body)).toEqual(expected);
});

test('on a container network an endpoint needs its own port, and one network for a port of the host', () => {
  const networks = [
    { mode: 'container', name: 'a' },
    { mode: 'container', name: 'b' },
  ];
  const endpoints = [
    { name: 'inside', hostPort: 0 },
    { name: 'outside', containerPort: 80, hostPort: 0, networkNames: ['c'] },
  ];
  expect(paths(pod({ networks, containers: [{ ...CONTAINER, endpoints }] }))).toEqual([
    '/containers(0)/endpoints(0)/containerPort',
    '/containers(0)/endpoints(0)',
    '/containers(0)/endpoints(1)/networkNames(0)',
  ]);
});

test('what a pod takes is counted up, and its defaults are those of the real one', () => {
  const containers = [WEB, { ...CONTAINER, name: 'two', resources: { cpus: 0.2, mem: 8, disk: 5, gpus: 1 } }];
  const made = whole(pod({ containers }));
  expect(made).toMatchObject({
    instances: 1,
    cpus: 0.4,
    mem: 56,
    disk: 15,
    gpus: 1,
    backoffSeconds: 1,
    backoffFactor: 1.15,
    maxLaunchDelaySeconds: 300,
    upgradeStrategy: { minimumHealthCapacity: 1, maximumOverCapacity: 1 },
    unreachableStrategy: { inactiveAfterSeconds: 0, expungeAfterSeconds: 0 },
    killSelection: 'YOUNGEST_FIRST',
    executorResources: { cpus: 0.1, mem: 32, disk: 10 },
    role: 'slave_public',
  });
});

test('constraints are taken in either spelling', () => {
  const constraints = [{ fieldName: 'hostname', operator: 'UNIQUE' }, ['rack', 'LIKE', 'r[12]']];
  expect(whole(pod({ scheduling: { placement: { constraints } } })).constraints).toEqual([
    ['hostname', 'UNIQUE'],
    ['rack', 'LIKE', 'r[12]'],
  ]);
});

test('endpoints have a port of the host unless the pod has addresses of its own', () => {
  const endpoints = [{ name: 'web', containerPort: 80 }];
  const hostPorts = (mode: string): (number | undefined)[] =>
    whole(pod({ networks: [{ mode, name: 'n' }], containers: [{ ...CONTAINER, endpoints }] })).containers.flatMap((each) =>
      (each.endpoints ?? []).map(({ hostPort }) => hostPort),
    );
  expect([hostPorts('container/bridge'), hostPorts('container')]).toEqual([[0], [undefined]]);
});

test('data that outlives the instances asks for an upgrade in place', () => {
  const volumes = [{ name: 'data', persistent: { size: 10 } }];
  const made = whole(pod({ volumes, containers: [{ ...CONTAINER, volumeMounts: [{ name: 'data', mountPath: 'data' }] }] }));
  expect(made).toMatchObject({
    upgradeStrategy: { minimumHealthCapacity: 0.5, maximumOverCapacity: 0 },
    unreachableStrategy: 'disabled',
  });
});
