import { describe, expect, it } from 'vitest';
import { taskFailureSchema } from '../../../live/marathon-wire.ts';
import type { TaskHistory } from '../../../live/task-history.ts';
import { crashLoop, endingHint, exitCodeOf, isTaskOf, meanTimeToFailure, taskEndings } from './task-endings.ts';

const UUID = '73b5a8e0-e80d-11f1-8182-d1e2732d2593';
const MINUTE = 60_000;

function task(id: string, state: string, ranFrom: number | undefined, endedAt: number, message?: string): TaskHistory {
  const running = ranFrom === undefined ? [] : [{ state: 'TASK_RUNNING', at: ranFrom, message: undefined, reason: undefined }];
  return { id, frameworkId: 'F', agentId: 'S0', state, statuses: [...running, { state, at: endedAt, message, reason: undefined }] };
}

const failure = (fields: object) =>
  taskFailureSchema.parse({ taskId: 'a.1', state: 'TASK_FAILED', timestamp: '2016-04-26T09:00:00Z', message: '', ...fields });

describe('whose task it is', () => {
  it.each([
    ['/web', `web.instance-${UUID}._app.1`, true],
    ['/shop/web', `shop_web.${UUID}`, true],
    ['/web', `web.api.instance-${UUID}._app.1`, false],
    ['/web', `shop_web.instance-${UUID}._app.1`, false],
  ])('%s: %s', (appId, taskId, its) => {
    expect(isTaskOf(appId, taskId)).toBe(its);
  });
});

describe('endings', () => {
  it('are those that nobody asked for, the newest first', () => {
    const endings = taskEndings(
      [
        task('killed', 'TASK_KILLED', 0, 10),
        task('old', 'TASK_FAILED', 0, 20, 'Command exited with status 3'),
        task('live', 'TASK_RUNNING', 0, 5),
        task('new', 'TASK_FINISHED', undefined, 30),
      ],
      undefined,
    );
    expect(endings.map(({ taskId, ranFor, exitCode }) => [taskId, ranFor, exitCode])).toEqual([
      ['new', undefined, undefined],
      ['old', 20, 3],
    ]);
  });

  it('include what Marathon killed for its health, and take its words where Mesos has none', () => {
    const unhealthy = failure({ taskId: 'b', state: 'TASK_KILLED', message: 'Task was killed since health check failed.' });
    expect(taskEndings([task('a', 'TASK_FAILED', 0, 20)], unhealthy).map(({ taskId }) => taskId)).toEqual(['b', 'a']);
    const told = taskEndings([task('a', 'TASK_FAILED', 0, 20)], failure({ taskId: 'a', message: 'Container exited with status 137' }));
    expect(told).toMatchObject([{ taskId: 'a', ranFor: 20, exitCode: 137 }]);
  });

  it('have a mean time to failure of those that ran', () => {
    expect(meanTimeToFailure(taskEndings([task('a', 'TASK_FAILED', 0, 20), task('b', 'TASK_FAILED', 10, 50)], undefined))).toBe(30);
    expect(meanTimeToFailure(taskEndings([task('a', 'TASK_ERROR', undefined, 20)], undefined))).toBeUndefined();
  });

  it('are a crash loop when there are three within ten minutes', () => {
    const endings = taskEndings(
      [1, 2, 3].map((minute) => task(`t${minute}`, 'TASK_FAILED', 0, minute * MINUTE)),
      undefined,
    );
    expect(crashLoop(endings, 4 * MINUTE)).toBe(3);
    expect(crashLoop(endings, 12 * MINUTE)).toBeUndefined();
  });
});

it('reads exit codes from the messages of Mesos executors', () => {
  expect(
    ['Command exited with status 0', 'Container exited with status 137', 'Command terminated with signal Killed'].map(exitCodeOf),
  ).toEqual([0, 137, undefined]);
});

it.each([
  ['Container exited with status 127', undefined, 'not-found'],
  ['Container exited with status 137', 'REASON_CONTAINER_LIMITATION_MEMORY', 'out-of-memory'],
  ["Failed to run 'docker pull redis-not-found': no such image", undefined, 'image'],
  ['Command exited with status 3', undefined, undefined],
])('says what often is behind "%s"', (message, reason, hint) => {
  const [ending] = taskEndings([task('a', 'TASK_FAILED', 0, 1, message)], undefined);
  expect(ending && endingHint(Object.assign({}, ending, { reason }))).toBe(hint);
});
