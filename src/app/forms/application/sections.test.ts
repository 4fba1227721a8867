import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newHealthCheck, newReadinessCheck } from './check-rows.ts';
import { withKeys } from '../json/document-parts.ts';
import { documentOfForm } from './document-of-form.ts';
import { fieldOfPath } from './field-of-path.ts';
import { formOfDocument } from './form-of-document.ts';
import { emptyPair, newDocument, newPort, type AppDocument, type AppFormValues } from './form-values.ts';
import { readJson, textOf, writeJson } from '../json/json-text.ts';
import { newFetch, newVolume } from './volume-rows.ts';

const fresh = newDocument('/');
const fill = (values: Partial<AppFormValues>, document: AppDocument = fresh): AppDocument =>
  documentOfForm(document, { ...formOfDocument(document), ...values });

describe('environment and labels', () => {
  it('are objects of the filled rows', () => {
    const rows = [{ key: ' A ', value: '1' }, emptyPair, { key: 'B', value: '' }];
    expect(fill({ env: rows, labels: rows })).toMatchObject({ env: { A: '1', B: '' }, labels: { A: '1', B: '' } });
  });

  it('keep what is no text when another row changes', () => {
    const document = { ...fresh, env: { TOKEN: { secret: 'token' }, A: '1' } };
    const [token, a] = formOfDocument(document).env;
    expect(fill({ env: [token ?? emptyPair, { ...(a ?? emptyPair), value: '2' }] }, document)['env']).toEqual({
      TOKEN: { secret: 'token' },
      A: '2',
    });
    expect(fill({ env: [] }, document)).not.toHaveProperty('env');
  });
});

describe('health checks', () => {
  it('have the fields of their protocol, and numbers only where they differ from the defaults', () => {
    expect(
      fill({
        healthChecks: [
          { ...newHealthCheck, path: '/up', ignoreHttp1xx: true },
          { ...newHealthCheck, protocol: 'COMMAND', command: 'true', path: '/left over' },
          { ...newHealthCheck, protocol: 'TCP', portType: 'number', port: '6379', timeoutSeconds: '5' },
        ],
      })['healthChecks'],
    ).toEqual([
      { protocol: 'HTTP', path: '/up', portIndex: 0, ignoreHttp1xx: true },
      { protocol: 'COMMAND', command: { value: 'true' } },
      { protocol: 'TCP', port: 6379, timeoutSeconds: 5 },
    ]);
  });

  it('keep what the form does not show', () => {
    const document = { ...fresh, healthChecks: [{ protocol: 'HTTP', path: '/', portIndex: 0, ipProtocol: 'IPv6', intervalSeconds: 60 }] };
    const rows = formOfDocument(document).healthChecks.map((row) => Object.assign({}, row, { path: '/up' }));
    expect(fill({ healthChecks: rows }, document)['healthChecks']).toEqual([
      { protocol: 'HTTP', path: '/up', portIndex: 0, ipProtocol: 'IPv6', intervalSeconds: 60 },
    ]);
  });

  it('have readiness checks beside them', () => {
    expect(fill({ readinessChecks: [{ ...newReadinessCheck, path: '/ready' }] })['readinessChecks']).toEqual([
      { protocol: 'HTTP', path: '/ready', portName: 'http-api' },
    ]);
  });
});

describe('volumes', () => {
  it("are of the agent's directories, kept in the sandbox, or a driver's", () => {
    const made = fill({
      image: 'redis',
      volumes: [
        { ...newVolume('host'), containerPath: '/data', hostPath: '/srv', mode: 'RO' },
        { ...newVolume('persistent'), containerPath: 'kept', size: '64' },
        { ...newVolume('external'), containerPath: '/ext', name: 'big' },
      ],
    });
    expect(made['container']).toEqual({
      type: 'DOCKER',
      docker: { image: 'redis' },
      volumes: [
        { containerPath: '/data', hostPath: '/srv', mode: 'RO' },
        { containerPath: 'kept', mode: 'RW', persistent: { size: 64 } },
        { containerPath: '/ext', mode: 'RW', external: { provider: 'dvdi', options: { 'dvdi/driver': 'rexray' }, name: 'big' } },
      ],
    });
    expect(made['residency']).toEqual({ relaunchEscalationTimeoutSeconds: 10, taskLostBehavior: 'WAIT_FOREVER' });
    expect(made['upgradeStrategy']).toEqual({ minimumHealthCapacity: 0, maximumOverCapacity: 0 });
  });

  it('bring a container about, and take it along when the last goes', () => {
    const made = fill({ volumes: [{ ...newVolume('persistent'), containerPath: 'kept', size: '64' }] });
    expect(made['container']).toMatchObject({ type: 'MESOS' });
    expect(fill({ volumes: [] }, made)).not.toHaveProperty('container');
  });
});

describe('optional settings', () => {
  it('are written in their own kinds', () => {
    expect(
      fill({
        args: '--port\n80',
        gpus: '1',
        dependencies: '/db, /cache',
        constraints: 'hostname:unique, rack:LIKE:r[1,2]:x\nzone:GROUP_BY:3',
        acceptedResourceRoles: '*, slave_public',
        fetch: [{ ...newFetch, uri: 'http://host/a.tgz', extract: false, cache: true }],
        killSelection: 'OLDEST_FIRST',
        taskKillGracePeriodSeconds: '30',
        unreachable: 'custom',
        inactiveAfterSeconds: '60',
        expungeAfterSeconds: '120',
        maximumOverCapacity: '0.2',
      }),
    ).toEqual({
      ...fresh,
      args: ['--port', '80'],
      gpus: 1,
      dependencies: ['/db', '/cache'],
      constraints: [
        ['hostname', 'UNIQUE'],
        ['rack', 'LIKE', 'r[1,2]:x'],
        ['zone', 'GROUP_BY', '3'],
      ],
      acceptedResourceRoles: ['*', 'slave_public'],
      fetch: [{ uri: 'http://host/a.tgz', extract: false, cache: true }],
      killSelection: 'OLDEST_FIRST',
      taskKillGracePeriodSeconds: 30,
      unreachableStrategy: { inactiveAfterSeconds: 60, expungeAfterSeconds: 120 },
      upgradeStrategy: { minimumHealthCapacity: 1, maximumOverCapacity: 0.2 },
    });
  });

  it('go when they are emptied, and fall back to unreserved resources', () => {
    const document = {
      ...fresh,
      user: 'nobody',
      upgradeStrategy: { minimumHealthCapacity: 0.5, maximumOverCapacity: 0 },
      acceptedResourceRoles: ['x'],
    };
    expect(fill({ user: '', minimumHealthCapacity: '', maximumOverCapacity: '', acceptedResourceRoles: '' }, document)).toEqual({
      ...fresh,
      acceptedResourceRoles: ['*'],
    });
  });

  it('replace the durations of unreachable agents by "disabled"', () => {
    const document = { ...fresh, unreachableStrategy: { inactiveAfterSeconds: 5, expungeAfterSeconds: 10 } };
    expect(fill({ unreachable: 'disabled' }, document)['unreachableStrategy']).toBe('disabled');
    expect(fill({ unreachable: '' }, document)).not.toHaveProperty('unreachableStrategy');
    expect(fill({ inactiveAfterSeconds: '6' }, document)['unreachableStrategy']).toEqual({
      inactiveAfterSeconds: 6,
      expungeAfterSeconds: 10,
    });
  });

  it('read the URIs of 2016', () => {
    const document = { ...fresh, uris: ['http://host/a'] };
    expect(fill({}, document)).toEqual(document);
    expect(fill({ fetch: [...formOfDocument(document).fetch, { ...newFetch, uri: 'b' }] }, document)).toEqual({
      ...fresh,
      fetch: [{ uri: 'http://host/a' }, { uri: 'b' }],
    });
  });
});

it('names a port inside the cluster, and ports of agents and load balancers', () => {
  const ports = [{ ...newPort, port: '80', vip: '/web:80', hostPort: '8080', servicePort: '10001' }];
  expect(fill({ image: 'web', network: 'bridge', ports })).toMatchObject({
    container: { portMappings: [{ containerPort: 80, hostPort: 8080, servicePort: 10001, labels: { VIP_0: '/web:80' } }] },
  });
  expect(fill({ ports, requirePorts: true })).toMatchObject({
    portDefinitions: [{ port: 80, protocol: 'tcp', labels: { VIP_0: '/web:80' } }],
    requirePorts: true,
  });
});

it("leads every path of Marathon's answers to its field", () => {
  const values = { ...formOfDocument(fresh), env: [emptyPair, { key: 'A', value: '1' }] };
  const paths = {
    '/env/keys(0)': 'env.1.key',
    '/env/A': 'env.1.value',
    '/labels': 'labels',
    '/healthChecks(1)/path': 'healthChecks.1.path',
    '/healthChecks(1)/portIndex': 'healthChecks.1.port',
    '/healthChecks(0)/command/value': 'healthChecks.0.command',
    '/container/volumes(2)/containerPath': 'volumes.2.containerPath',
    '/container/volumes(0)/persistent/size': 'volumes.0.size',
    '/fetch(0)/uri': 'fetch.0.uri',
    '/constraints(0)': 'constraints',
    '/args(3)': 'args',
    '/unreachableStrategy/inactiveAfterSeconds': 'inactiveAfterSeconds',
    '/networks(1)/name': 'networkName',
    '/networks(0)/mode': 'network',
    '/nothing/known': undefined,
  };
  expect(Object.fromEntries(Object.keys(paths).map((path) => [path, fieldOfPath(path, values)]))).toEqual(paths);
});

const number = fc.integer({ min: 0, max: 1000 });
const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const unknown = fc.dictionary(
  word.map((name) => `x-${name}`),
  fc.jsonValue(),
  { maxKeys: 2 },
);
const withUnknown = <T extends object>(known: fc.Arbitrary<T>): fc.Arbitrary<AppDocument> =>
  fc.tuple(known, unknown).map(([one, other]) => ({ ...other, ...one }));
const portLabels = fc.dictionary(fc.oneof(word, fc.constantFrom('VIP_0', 'VIP_1')), word);
/** Valid apps with all that the form shows, and with keys that nobody knows anywhere. */
const apps = withUnknown(
  fc.record(
    {
      id: word,
      cpus: number,
      mem: number,
      instances: number,
      cmd: word,
      gpus: number,
      args: fc.array(word),
      env: fc.dictionary(word, fc.oneof(word, fc.record({ secret: word }))),
      labels: fc.dictionary(word, fc.string()),
      constraints: fc.array(fc.tuple(word, fc.constant('LIKE'), fc.string())),
      fetch: fc.array(withUnknown(fc.record({ uri: word, cache: fc.boolean() }, { requiredKeys: ['uri'] }))),
      healthChecks: fc.array(
        withUnknown(
          fc.record({ protocol: fc.constantFrom('HTTP', 'TCP'), path: word, port: number, intervalSeconds: number }, { requiredKeys: [] }),
        ),
      ),
      readinessChecks: fc.array(withUnknown(fc.record({ path: word }, { requiredKeys: [] })), { maxLength: 1 }),
      container: withUnknown(
        fc.record({
          type: fc.constantFrom('DOCKER', 'MESOS'),
          docker: withUnknown(fc.record({ image: word })),
          volumes: fc.array(withUnknown(fc.record({ containerPath: word, hostPath: word, mode: fc.constantFrom('RO', 'RW') }))),
        }),
      ),
      portDefinitions: fc.array(withUnknown(fc.record({ port: number, protocol: fc.constant('tcp'), labels: portLabels }))),
      dependencies: fc.array(word),
      killSelection: fc.constantFrom('YOUNGEST_FIRST', 'OLDEST_FIRST'),
      taskKillGracePeriodSeconds: number,
      user: word,
      role: word,
      residency: withUnknown(fc.record({ relaunchEscalationTimeoutSeconds: number })),
      upgradeStrategy: fc.record({ minimumHealthCapacity: fc.constantFrom(0, 0.5, 1), maximumOverCapacity: fc.constantFrom(0, 1) }),
      unreachableStrategy: fc.oneof(fc.constant('disabled'), fc.record({ inactiveAfterSeconds: number, expungeAfterSeconds: number })),
      acceptedResourceRoles: fc.array(word),
      backoffFactor: number,
      requirePorts: fc.boolean(),
    },
    { requiredKeys: ['id'] },
  ),
);

/** The same apps with a container of its own network instead of ports of the agent. */
const mappedApps = fc
  .tuple(
    apps,
    fc.array(withUnknown(fc.record({ containerPort: number, hostPort: number, protocol: fc.constant('udp'), labels: portLabels }))),
    fc.oneof(
      fc.constant([{ mode: 'container/bridge' }]),
      fc
        .uniqueArray(word, { minLength: 1, maxLength: 3 })
        .map((names) => names.map((name) => ({ mode: 'container', name, labels: { a: 'b' } }))),
    ),
  )
  .map(([app, portMappings, networks]): AppDocument => {
    const container = { ...Object(app['container'] ?? { type: 'DOCKER', docker: { image: 'a' } }), portMappings };
    return withKeys(app, { portDefinitions: undefined, container, networks });
  });
const anyApp = fc.oneof(apps, mappedApps);

/** The form without what its rows know of the document that they came from; without an image nothing is contained by Docker. */
const shownOf = (values: AppFormValues): unknown =>
  JSON.parse(
    JSON.stringify({ ...values, containerizer: values.image === '' ? undefined : values.containerizer }, (key, value: unknown) =>
      key === 'origin' ? undefined : value,
    ),
  );

describe('any app', () => {
  it('goes to the form and back without loss, its keys in their order', () => {
    fc.assert(
      fc.property(anyApp, (app) => {
        expect(JSON.stringify(documentOfForm(app, formOfDocument(app)))).toBe(JSON.stringify(app));
      }),
    );
  });

  it('changes only where one changed something', () => {
    fc.assert(
      fc.property(apps, (app) => {
        const env = [...formOfDocument(app).env.filter(({ key }) => key !== ''), { key: 'NEW', value: '1' }];
        expect(fill({ env, user: 'nobody' }, app)).toEqual({ ...app, env: { ...Object(app['env']), NEW: '1' }, user: 'nobody' });
      }),
    );
  });

  it('can be made of any other in the form, goes to JSON and comes back as the same form', () => {
    fc.assert(
      fc.property(anyApp, anyApp, (before, wanted) => {
        // Text fields have no blanks at their ends, and emptied roles mean the unreserved resources.
        const constraints = 'constraints' in wanted ? { constraints: [['rack', 'LIKE', 'a,b:c']] } : {};
        const values = { ...formOfDocument({ ...wanted, ...constraints }), acceptedResourceRoles: '*' };
        const text = writeJson(documentOfForm(before, values));
        const read = readJson(text);
        expect(read.ok && shownOf(formOfDocument(read.document))).toEqual(shownOf(values));
        expect(read.ok && textOf(documentOfForm(read.document, formOfDocument(read.document)), text)).toBe(text);
      }),
    );
  });
});
