import { expect, it } from 'vitest';
import { appDetailSchema } from '../../../live/marathon-wire.ts';
import { appVolumes, hasVolumes } from './app-volumes.ts';

const volumes = [
  { containerPath: 'data', mode: 'RW', persistent: { size: 512 } },
  { containerPath: '/etc/site', hostPath: '/srv/site', mode: 'RO' },
  { containerPath: '/shared', mode: 'RW', external: { name: 'pool', provider: 'dvdi', size: 10 } },
];
const task = (id: string, fields: object) => ({
  id,
  appId: '/web',
  host: 'a1',
  localVolumes: [{ containerPath: 'data', persistenceId: `web#data#${id}` }],
  ...fields,
});

it('lists those on agents once an instance, and the others as they are defined', () => {
  const app = appDetailSchema.parse({
    id: '/web',
    tasksRunning: 1,
    container: { volumes },
    tasks: [
      task('1', { state: 'TASK_RUNNING', startedAt: '2016-04-26T09:00:00Z' }),
      task('2', { state: 'TASK_FAILED' }),
      task('3', { state: 'TASK_UNREACHABLE', startedAt: '2016-04-26T09:00:00Z' }),
    ],
  });
  expect(appVolumes(app).map(({ id, type, size, mode, status, taskId }) => [id, type, size, mode, status, taskId])).toEqual([
    ['web#data#1', 'persistent', 512, 'RW', 'attached', '1'],
    ['web#data#2', 'persistent', 512, 'RW', 'detached', '2'],
    ['web#data#3', 'persistent', 512, 'RW', 'unavailable', '3'],
    ['/srv/site', 'docker', undefined, 'RO', 'attached', undefined],
    ['pool', 'external', 10, 'RW', 'attached', undefined],
  ]);
  expect(hasVolumes(app)).toBe(true);
});

it('finds none where there are none', () => {
  const app = appDetailSchema.parse({ id: '/web', container: { docker: { image: 'redis' } } });
  expect([appVolumes(app), hasVolumes(app)]).toEqual([[], false]);
});
