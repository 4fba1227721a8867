import { expect, it } from 'vitest';
import { fieldValue, furtherFields } from './configuration-fields.ts';

const definition = {
  id: '/web',
  cmd: '',
  constraints: [['hostname', 'UNIQUE']],
  dependencies: ['/db'],
  labels: {},
  env: { KEY: 'value', PASSWORD: { secret: 'db' } },
  acceptedResourceRoles: ['*'],
  fetch: [{ uri: 'http://a/b.tgz', extract: true }],
  healthChecks: [{ protocol: 'TCP' }],
  portDefinitions: [],
  gpus: 0,
  uris: ['http://a/b.tgz'],
  upgradeStrategy: { minimumHealthCapacity: 1 },
  residency: null,
};

it.each([
  ['id', { kind: 'text', text: '/web' }],
  ['gpus', { kind: 'text', text: '0' }],
  ['constraints', { kind: 'list', items: ['hostname:UNIQUE'] }],
  ['dependencies', { kind: 'apps', ids: ['/db'] }],
  ['acceptedResourceRoles', { kind: 'list', items: ['*'] }],
  ['fetch', { kind: 'list', items: ['http://a/b.tgz'] }],
  [
    'env',
    {
      kind: 'pairs',
      pairs: [
        ['KEY', 'value'],
        ['PASSWORD', { secret: 'db' }],
      ],
    },
  ],
  ['healthChecks', { kind: 'json', value: [{ protocol: 'TCP' }] }],
  ['cmd', undefined],
  ['labels', undefined],
  ['portDefinitions', undefined],
  ['user', undefined],
])('%s', (key, value) => {
  expect(fieldValue(definition, key)).toEqual(value);
});

it('names what is set beyond the fields of the original, and nothing twice', () => {
  expect(furtherFields(definition)).toEqual(['upgradeStrategy']);
});
