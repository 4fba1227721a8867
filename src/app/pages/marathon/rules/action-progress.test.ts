import { expect, it } from 'vitest';
import { appDetailSchema } from '../../../live/marathon-wire.ts';
import { actionProgress, shareDone } from './action-progress.ts';

const V1 = '2016-04-26T09:00:00.000Z';
const V2 = '2016-04-26T10:00:00.000Z';
const task = (id: string, more: object = {}) => ({ id, appId: '/web', state: 'TASK_RUNNING', version: V2, ...more });
const app = (fields: object) => appDetailSchema.parse({ id: '/web', instances: 3, version: V2, ...fields });

it('counts what is ready while scaling up', () => {
  const scaled = app({ tasks: [task('a'), task('b', { state: 'TASK_STAGING' })] });
  expect(actionProgress('ScaleApplication', scaled)).toEqual({ kind: 'ready', ready: 1, wanted: 3 });
});

it('takes an instance as ready when its health check and its readiness check pass', () => {
  const healthy = { healthCheckResults: [{ alive: true }] };
  const checked = app({
    healthChecks: [{}],
    readinessCheckResults: [
      { taskId: 'b', ready: false },
      { taskId: 'c', ready: true },
    ],
    tasks: [task('a'), task('b', healthy), task('c', healthy)],
  });
  expect(actionProgress('ScaleApplication', checked)).toMatchObject({ ready: 1 });
});

it('counts what is to go while scaling down or stopping', () => {
  const tasks = [task('a'), task('b')];
  expect(actionProgress('ScaleApplication', app({ instances: 1, tasks }))).toEqual({ kind: 'stopping', left: 1 });
  expect(actionProgress('StopApplication', app({ tasks }))).toEqual({ kind: 'stopping', left: 2 });
});

it('tells new instances from old ones while restarting', () => {
  const restarted = app({ tasks: [task('a'), task('old', { version: V1 }), task('b', { state: 'TASK_STAGING' })] });
  expect(actionProgress('RestartApplication', restarted)).toEqual({ kind: 'replaced', ready: 1, wanted: 3, old: 1 });
});

it('has nothing to count for a start, which scaling follows', () => {
  expect(actionProgress('StartApplication', app({ tasks: [] }))).toBeUndefined();
});

it('is a share of what is wanted', () => {
  expect(shareDone({ kind: 'ready', ready: 1, wanted: 4 })).toBe(0.25);
  expect(shareDone({ kind: 'ready', ready: 0, wanted: 0 })).toBe(1);
  expect(shareDone({ kind: 'stopping', left: 2 })).toBe(0);
});
