import { expect, it } from 'vitest';
import { readFilter } from '../../../filters/read-filter.ts';
import type { Framework } from '../../../live/mesos-frameworks.ts';
import { NOTHING } from '../../../live/mesos-quantities.ts';
import { appSummarySchema } from '../../../live/marathon-wire.ts';
import { appsBelow } from '../../marathon/rules/app-rows.ts';
import { serviceFields, serviceRows } from './service-rows.ts';

const app = (id: string, more: object = {}) => appSummarySchema.parse({ id, instances: 1, tasksRunning: 1, cpus: 0.5, mem: 256, ...more });
const framework = (name: string, state: Framework['state'] = 'active'): Framework => ({
  id: `${name}-0001`,
  name,
  user: 'root',
  principal: undefined,
  roles: ['*'],
  host: 'm1',
  webUi: '',
  state,
  connected: state === 'active',
  capabilities: [],
  failoverTimeout: 0,
  registeredAt: 0,
  reregisteredAt: undefined,
  unregisteredAt: undefined,
  allocated: { ...NOTHING, cpus: 2 },
  offered: NOTHING,
});
const apps = appsBelow(
  '/',
  [app('/prod/web', { labels: { team: 'shop' } }), app('/cassandra', { labels: { DCOS_PACKAGE_FRAMEWORK_NAME: 'cassandra' } })],
  new Map(),
);
const lists = {
  groupId: '/',
  apps,
  groupIds: ['/prod'],
  frameworks: [framework('marathon'), framework('cassandra'), framework('spark', 'inactive'), framework('old', 'completed')],
  tasks: { 'marathon-0001': 7 },
};
const named = (flat: boolean) => serviceRows(lists, flat).map(({ kind, name }) => `${kind} ${name}`);

it('has groups and apps, and at the root the frameworks that no app stands for', () => {
  expect(named(false)).toEqual(['group prod', 'app cassandra', 'framework marathon', 'framework spark']);
  expect(named(true)).toEqual(['app web', 'app cassandra', 'framework marathon', 'framework spark']);
  expect(serviceRows({ ...lists, groupId: '/prod', apps: [] }, false)).toEqual([]);
});

it('keeps the row of a framework that has not changed', () => {
  expect(serviceRows(lists, true)[2]).toBe(serviceRows(lists, true)[2]);
  expect(serviceRows({ ...lists, tasks: {} }, true)[2]).not.toBe(serviceRows(lists, true)[2]);
});

it.each([
  ['type:framework', ['cassandra', 'marathon', 'spark']],
  ['is:inactive', ['spark']],
  ['is:running -type:framework', ['web']],
  ['group:/prod', ['web']],
  ['label:team=shop', ['web']],
  ['cpus>1', ['marathon', 'spark']],
])('finds %s', (text, names) => {
  const rows = serviceRows(lists, true);
  const { test, problems } = readFilter(text, serviceFields, rows, () => 0);
  expect(problems).toEqual([]);
  expect(rows.filter((row) => test?.(row)).map(({ name }) => name)).toEqual(names);
});
