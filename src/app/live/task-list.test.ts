import { expect, it } from 'vitest';
import { paths } from '../paths.ts';
import { isListed, taskListChoice } from './task-list.ts';

const ended = (state: string, stoppedAt: number) => ({ state, stage: 'completed', stoppedAt }) as const;
const alive = (state: string) => ({ state, stage: 'active', stoppedAt: undefined }) as const;
const choiceOf = (path: string) => taskListChoice(new URL(path, 'http://dcos').searchParams);

it('is what the link to it asks for', () => {
  expect(choiceOf(paths.tasks())).toEqual({ state: 'active', time: undefined });
  expect(choiceOf(paths.tasks({ state: 'failed', from: 1, to: 2 }))).toEqual({ state: 'failed', time: { from: 1, to: 2 } });
});

it('leaves out what makes no sense', () => {
  expect(choiceOf('/tasks?state=happy&from=1&to=2')).toEqual({ state: 'active', time: undefined });
  expect(choiceOf('/tasks?state=failed&from=yesterday&to=2').time).toBeUndefined();
  expect(choiceOf('/tasks?state=failed&from=3&to=2').time).toBeUndefined();
});

it('has exactly the failures of a time', () => {
  const choice = choiceOf('/tasks?state=failed&from=1000&to=2000');
  const times = [1_000, 1_001, 2_000, 2_001];
  expect(times.filter((at) => isListed(ended('TASK_FAILED', at), choice))).toEqual([1_001, 2_000]);
  expect(['TASK_LOST', 'TASK_ERROR', 'TASK_GONE'].every((state) => isListed(ended(state, 1_500), choice))).toBe(true);
  expect(['TASK_FINISHED', 'TASK_KILLED'].some((state) => isListed(ended(state, 1_500), choice))).toBe(false);
});

it('knows who is alive', () => {
  const states = ['TASK_RUNNING', 'TASK_STAGING', 'TASK_STARTING', 'TASK_KILLING'];
  const listed = (path: string) => states.filter((state) => isListed(alive(state), choiceOf(path)));
  expect(listed('/tasks')).toEqual(states);
  expect(listed('/tasks?state=staging')).toEqual(['TASK_STAGING', 'TASK_STARTING']);
  expect(isListed(ended('TASK_FAILED', 1), choiceOf('/tasks'))).toBe(false);
});
