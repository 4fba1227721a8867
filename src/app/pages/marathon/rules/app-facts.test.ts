import { expect, it } from 'vitest';
import { appSummarySchema, taskSchema } from '../../../live/marathon-wire.ts';
import { endpointsOf, healthOf, imageOf, serviceDiscovery } from './app-facts.ts';

const task = (fields: object) => taskSchema.parse({ id: 't', appId: '/redis', host: 'a1', ...fields });

it('gives an address to every port, named as in the definition', () => {
  const app = appSummarySchema.parse({
    id: '/redis',
    portDefinitions: [
      { port: 0, name: 'web', protocol: 'tcp' },
      { port: 0, protocol: 'udp' },
    ],
  });
  expect(endpointsOf(app, task({ ports: [31000, 31001] }), new Map())).toEqual([
    { address: 'a1:31000', url: 'http://a1:31000/', name: 'web' },
    { address: 'a1:31001', url: undefined, name: undefined },
  ]);
});

it('gives the address at which a machine of the local cluster is reached', () => {
  const app = appSummarySchema.parse({ id: '/redis' });
  const machines = new Map([['192.168.65.111', { name: 'a1', address: '127.0.65.111' }]]);
  expect(endpointsOf(app, task({ host: '192.168.65.111', ports: [31000] }), machines)).toMatchObject([{ address: '127.0.65.111:31000' }]);
});

it('gives the own address of an instance in a network of its own, unless a port is mapped to the agent', () => {
  const app = appSummarySchema.parse({
    id: '/redis',
    networks: [{ mode: 'container', name: 'dcos' }],
    container: { portMappings: [{ containerPort: 80 }, { containerPort: 6379, hostPort: 0, name: 'redis' }] },
  });
  const at = task({ ports: [31000], ipAddresses: [{ ipAddress: '9.0.0.2', protocol: 'IPv4' }] });
  expect(endpointsOf(app, at, new Map()).map(({ address, name }) => [address, name])).toEqual([
    ['9.0.0.2:80', undefined],
    ['a1:31000', 'redis'],
  ]);
});

it('tells by which addresses and names others find the app', () => {
  const app = appSummarySchema.parse({
    id: '/redis',
    container: { portMappings: [{ containerPort: 6379, name: 'redis', labels: { VIP_0: '/redis:6379', other: 'x' } }] },
  });
  expect(serviceDiscovery(app)).toEqual(['/redis:6379', 'redis']);
  expect(serviceDiscovery(appSummarySchema.parse({ id: '/a' }))).toEqual([]);
});

it('is healthy only when every check passes', () => {
  expect(healthOf(task({}))).toBe('unknown');
  expect(healthOf(task({ healthCheckResults: [{ alive: true }, { alive: true }] }))).toBe('healthy');
  expect(healthOf(task({ healthCheckResults: [{ alive: true }, { alive: false }] }))).toBe('unhealthy');
});

it('knows plain commands by their having no image', () => {
  expect(imageOf(appSummarySchema.parse({ id: '/a', container: null }))).toBeUndefined();
  expect(imageOf(appSummarySchema.parse({ id: '/a', container: { docker: { image: 'redis' } } }))).toBe('redis');
});
