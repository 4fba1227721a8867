import { expect, it } from 'vitest';
import { resourcesOf } from '../mesos/quantities.ts';
import { taskFates, type AgentRoom, type GoingTask } from './task-fates.ts';

const quantities = (cpus: number, mem: number) => ({ cpus, mem, disk: 0, gpus: 0, ports: [{ begin: 31_000, end: 31_009 }] });

function agent(hostname: string, more: Partial<AgentRoom> & { role?: string; cpus?: number } = {}): AgentRoom {
  const { role = '*', cpus = 1, ...rest } = more;
  const own = resourcesOf({ [role]: quantities(cpus, 512) });
  return {
    id: `id-${hostname}`,
    hostname,
    active: true,
    unreserved_resources_full: role === '*' ? own : [],
    reserved_resources_full: role === '*' ? {} : { [role]: own },
    used_resources_full: [],
    ...rest,
  };
}

const task = (id: string, more: Partial<GoingTask> = {}): GoingTask => ({
  id,
  name: id,
  framework: 'marathon',
  machine: 'a1',
  resources: { cpus: 0.5, mem: 64, disk: 0, gpus: 0 },
  app: {},
  ...more,
});

const fates = (tasks: GoingTask[], agents: AgentRoom[]) =>
  taskFates(tasks, agents, (id) => id === 'id-a1').map(({ id, fate, to }) => [id, fate, to]);

it('moves tasks as long as there is room, the largest first', () => {
  const tasks = [task('small'), task('large', { resources: { cpus: 0.7, mem: 300, disk: 0, gpus: 0 } })];
  expect(fates(tasks, [agent('a1'), agent('a2')])).toEqual([
    ['small', 'waits', undefined],
    ['large', 'moves', 'a2'],
  ]);
  expect(fates(tasks, [agent('a1'), agent('a2'), agent('a3')])).toEqual([
    ['small', 'moves', 'a3'],
    ['large', 'moves', 'a2'],
  ]);
});

it('goes by roles and ports, and by what other agents may take', () => {
  const publicly = task('public', { app: { acceptedResourceRoles: ['slave_public'] } });
  expect(fates([task('any'), publicly], [agent('p1', { role: 'slave_public' })])).toEqual([
    ['any', 'waits', undefined],
    ['public', 'moves', 'p1'],
  ]);
  const ports = task('ports', { resources: { cpus: 0.1, mem: 1, disk: 0, gpus: 0, ports: '[31000-31010]' } });
  expect(fates([ports], [agent('a2')])).toEqual([['ports', 'waits', undefined]]);
  const closed = [agent('a2', { deactivated: true }), agent('a3', { drain_info: {} }), agent('a4', { active: false })];
  expect(fates([task('any')], closed)).toEqual([['any', 'waits', undefined]]);
});

it('binds tasks to their data, and leaves those of other frameworks to them', () => {
  const withData = task('data', { app: { container: { volumes: [{ persistent: { size: 10 } }] } } });
  const patient = task('patient', { app: { unreachableStrategy: 'disabled' } });
  expect(fates([withData, patient, task('job', { framework: 'chronos' })], [agent('a2')])).toEqual([
    ['data', 'bound', undefined],
    ['patient', 'bound', undefined],
    ['job', 'framework', undefined],
  ]);
});
