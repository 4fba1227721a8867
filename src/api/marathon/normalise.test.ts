import { describe, expect, test } from 'vitest';
import { readApp, readAppUpdate, validateApp } from './app.ts';
import type { AppDefinition } from './definition.ts';
import { changedApp, DC_OS_DEFAULTS, newApp } from './normalise.ts';

function created(body: object): AppDefinition {
  const read = readApp({ id: '/a', cmd: 'sleep 1000', ...body });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return newApp(read.app, DC_OS_DEFAULTS);
}

function changed(app: AppDefinition, body: object): AppDefinition {
  const read = readAppUpdate(body);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return changedApp(app, read.app, DC_OS_DEFAULTS);
}

const image = { type: 'DOCKER', docker: { image: 'busybox' } };
const bridge = [{ mode: 'container/bridge' }];
const mapping = { containerPort: 80, servicePort: 0, protocol: 'tcp', labels: {} };

describe('defaults', () => {
  test('of an app with just a command', () => {
    expect(created({})).toMatchObject({
      instances: 1,
      cpus: 1,
      mem: 128,
      disk: 0,
      gpus: 0,
      backoffSeconds: 1,
      backoffFactor: 1.15,
      maxLaunchDelaySeconds: 300,
      networks: [{ mode: 'host' }],
      portDefinitions: [{ port: 0, name: 'default', protocol: 'tcp' }],
      killSelection: 'YOUNGEST_FIRST',
      unreachableStrategy: { inactiveAfterSeconds: 0, expungeAfterSeconds: 0 },
      role: 'slave_public',
    });
  });

  test('no port where an empty list asks for none', () => {
    expect(created({ portDefinitions: [] }).portDefinitions).toEqual([]);
  });

  test('one mapping, with a host port, on a bridge that names none', () => {
    const app = created({ container: image, networks: bridge });
    expect(app.container?.portMappings).toEqual([{ ...mapping, containerPort: 0, hostPort: 0, name: 'default' }]);
    expect(app).not.toHaveProperty('portDefinitions');
  });

  test('mappings of the host network and definitions of a bridge are dropped', () => {
    expect(created({ container: { ...image, portMappings: [{}] } }).container).not.toHaveProperty('portMappings');
    expect(created({ container: image, networks: bridge, portDefinitions: [{ port: 80 }] })).not.toHaveProperty('portDefinitions');
  });

  test('a check asks the first port, and / by HTTP', () => {
    const [http, tcp, command] =
      created({ healthChecks: [{}, { protocol: 'TCP' }, { protocol: 'COMMAND', command: { value: 'true' } }] }).healthChecks ?? [];
    expect(http).toMatchObject({ protocol: 'HTTP', path: '/', portIndex: 0, gracePeriodSeconds: 300, ignoreHttp1xx: false });
    expect(tcp).not.toHaveProperty('path');
    expect(command).not.toHaveProperty('portIndex');
  });

  test('a persistent volume makes the app resident', () => {
    expect(created({ container: { volumes: [{ containerPath: 'data', mode: 'RW', persistent: { size: 10 } }] } })).toMatchObject({
      residency: { relaunchEscalationTimeoutSeconds: 3600, taskLostBehavior: 'WAIT_FOREVER' },
      upgradeStrategy: { minimumHealthCapacity: 0.5, maximumOverCapacity: 0 },
      unreachableStrategy: 'disabled',
    });
  });

  test('a single instance app never overlaps itself', () => {
    expect(created({ labels: { MARATHON_SINGLE_INSTANCE_APP: 'true' } }).upgradeStrategy).toEqual({
      minimumHealthCapacity: 0,
      maximumOverCapacity: 0,
    });
  });
});

describe('spellings of 2016', () => {
  test('docker.network and docker.portMappings', () => {
    const app = created({
      container: { type: 'DOCKER', docker: { image: 'redis', network: 'BRIDGE', portMappings: [{ containerPort: 80 }] } },
    });
    expect(app.networks).toEqual(bridge);
    expect(app.container).toMatchObject({ docker: { image: 'redis' }, portMappings: [{ ...mapping, hostPort: 0 }] });
    expect(app.container?.docker).not.toHaveProperty('network');
  });

  test('network HOST', () => {
    const app = created({ container: { type: 'DOCKER', docker: { image: 'redis', network: 'HOST' } } });
    expect(app.networks).toEqual([{ mode: 'host' }]);
  });

  test('network USER with the name in ipAddress', () => {
    const app = created({ container: { type: 'DOCKER', docker: { image: 'redis', network: 'USER' } }, ipAddress: { networkName: 'dcos' } });
    expect(app.networks).toEqual([{ mode: 'container', name: 'dcos' }]);
  });

  test('ports of an ipAddress become mappings', () => {
    const app = created({ ipAddress: { networkName: 'dcos', discovery: { ports: [{ number: 80, name: 'web', protocol: 'tcp' }] } } });
    expect(app.container).toEqual({ type: 'MESOS', volumes: [], portMappings: [{ ...mapping, name: 'web' }] });
  });

  test('uris are extracted when they look like archives', () => {
    const extracted = created({ uris: ['http://a/b.tgz', 'http://a/b.jar'] }).fetch?.map(({ extract }) => extract);
    expect(extracted).toEqual([true, false]);
  });

  test('ports', () => {
    expect(created({ ports: [8080, 0] }).portDefinitions).toEqual([
      { port: 8080, protocol: 'tcp' },
      { port: 0, protocol: 'tcp' },
    ]);
  });

  test.each([
    ['docker network NONE', { container: { type: 'DOCKER', docker: { image: 'a', network: 'NONE' } } }, '/container/docker/network'],
    [
      'mappings at both places',
      { container: { type: 'DOCKER', docker: { image: 'a', portMappings: [] }, portMappings: [] } },
      '/container/docker/portMappings',
    ],
    [
      'networks beside docker.network',
      { networks: bridge, container: { type: 'DOCKER', docker: { image: 'a', network: 'HOST' } } },
      '/container/docker/network',
    ],
    ['networks beside ipAddress', { networks: bridge, ipAddress: {} }, '/ipAddress'],
    ['uris beside other fetch', { uris: ['http://a/b'], fetch: [{ uri: 'http://a/c' }] }, '/uris'],
    ['ports beside other definitions', { ports: [1], portDefinitions: [{ port: 2 }] }, '/ports'],
  ])('that contradict today’s are refused: %s', (_, body, path) => {
    expect(validateApp({ id: '/a', cmd: 'sleep 1', ...body })).toMatchObject({
      ok: false,
      error: { message: 'Object is not valid', details: [{ path }] },
    });
  });

  test('that repeat today’s are fine: a body read from an old Marathon', () => {
    const body = { uris: ['http://a/b'], fetch: [{ uri: 'http://a/b', extract: false }], ports: [7], portDefinitions: [{ port: 7 }] };
    expect(validateApp({ id: '/a', cmd: 'sleep 1', ...body })).toMatchObject({ ok: true });
  });
});

describe('a change', () => {
  const app = created({ env: { A: '1', B: '2' }, labels: { x: 'y' } });

  test('replaces what it names, whole, and keeps the rest', () => {
    expect(changed(app, { env: { C: '3' } })).toMatchObject({ env: { C: '3' }, labels: { x: 'y' }, cmd: 'sleep 1000' });
    expect(changed(app, { env: { C: '3' } }).env).not.toHaveProperty('A');
  });

  test('of nothing gives an equal app', () => {
    expect(changed(app, { labels: null })).toEqual(app);
  });

  test('to a bridge gives mappings for definitions', () => {
    const bridged = changed(app, { container: image, networks: bridge });
    expect(bridged).not.toHaveProperty('portDefinitions');
    expect(bridged.container?.portMappings).toHaveLength(1);
    expect(changed(bridged, { networks: [{ mode: 'host' }] }).portDefinitions).toHaveLength(1);
  });

  test('keeps the id whatever the body says', () => {
    expect(changed(app, { id: '/other', mem: 5 })).toMatchObject({ id: '/a', mem: 5 });
  });
});
