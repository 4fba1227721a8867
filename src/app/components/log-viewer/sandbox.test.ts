import { expect, it } from 'vitest';
import { agentFilesSchema, sandboxDirectory } from './sandbox.ts';

const agent = agentFilesSchema.parse({
  id: 'S0',
  frameworks: [
    {
      executors: [
        { id: 'pod.1', type: 'DEFAULT', directory: '/work/pod', tasks: [{ id: 'pod.1.web' }] },
        { id: 'redis.1', directory: '/work/redis', tasks: [{ id: 'redis.1' }] },
      ],
      completed_executors: [{ id: '', directory: '/work/ended', completed_tasks: [{ id: 'redis.0' }] }],
    },
  ],
  completed_frameworks: [{ completed_executors: [{ id: 'old.1', directory: '/work/old' }] }],
});

it('finds the directory that a task of a group has in the one of its executor', () => {
  expect(sandboxDirectory(agent, 'pod.1.web')).toBe('/work/pod/tasks/pod.1.web');
});

it('finds the sandbox of a running, an ended and a forgotten task', () => {
  expect(sandboxDirectory(agent, 'redis.1')).toBe('/work/redis');
  expect(sandboxDirectory(agent, 'redis.0')).toBe('/work/ended');
  expect(sandboxDirectory(agent, 'old.1')).toBe('/work/old');
  expect(sandboxDirectory(agent, 'other')).toBeUndefined();
});
