import { expect, it } from 'vitest';
import { readFilter } from '../../../filters/read-filter.ts';
import { taskSchema } from '../../../live/marathon-wire.ts';
import { instanceFields } from './instance-fields.ts';
import { type InstanceFilter, instanceOptions, isFiltered, matchesInstance, NO_FILTER } from './instance-filter.ts';

const machines = new Map([['192.168.65.111', { name: 'a1', address: '127.0.65.111' }]]);
const task = (fields: object) => taskSchema.parse({ id: 'redis.1', appId: '/redis', ...fields });
const tasks = [
  task({
    id: 'redis.1',
    host: '192.168.65.111',
    ports: [31000],
    state: 'TASK_RUNNING',
    version: '2016-04-26',
    healthCheckResults: [{ alive: true }],
  }),
  task({ id: 'redis.2', host: '10.0.0.2', ports: [31500, 8080], state: 'TASK_STAGING', version: '2016-04-27' }),
];
const found = (filter: Partial<InstanceFilter>): string[] =>
  tasks.filter((each) => matchesInstance(each, { ...NO_FILTER, ...filter }, machines)).map(({ id }) => id);

it.each<[Partial<InstanceFilter>, string[]]>([
  [{}, ['redis.1', 'redis.2']],
  [{ host: 'a1' }, ['redis.1']],
  [{ host: '192.168.65.111' }, ['redis.1']],
  [{ port: '315' }, ['redis.2']],
  [{ state: 'TASK_STAGING' }, ['redis.2']],
  [{ health: 'healthy' }, ['redis.1']],
  [{ version: '2016-04-27' }, ['redis.2']],
  [{ host: 'a1', state: 'TASK_STAGING' }, []],
])('finds by %o', (filter, ids) => {
  expect(found(filter)).toEqual(ids);
});

it.each([
  ['REDIS 8080', ['redis.2']],
  ['a1 8080', []],
  ['is:running host=a1', ['redis.1']],
  ['host:10.0 -health:healthy', ['redis.2']],
  ['port>=31500', ['redis.2']],
])('asks %s', (text, ids) => {
  const { test } = readFilter(text, instanceFields(machines), tasks, () => 0);
  expect(tasks.filter((each) => test?.(each)).map(({ id }) => id)).toEqual(ids);
});

it('offers what there is, machines by their names', () => {
  expect(instanceOptions([...tasks, task({ host: null })], machines)).toEqual({
    hosts: ['10.0.0.2', 'a1'],
    states: ['TASK_RUNNING', 'TASK_STAGING'],
    versions: ['2016-04-27', '2016-04-26'],
  });
});

it('knows when it leaves something out', () => {
  expect(isFiltered(NO_FILTER)).toBe(false);
  expect(isFiltered({ ...NO_FILTER, port: '8' })).toBe(true);
});
