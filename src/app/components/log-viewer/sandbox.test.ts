import { expect, it } from 'vitest';
import { agentFilesSchema, downloadPath, sandboxDirectory } from './sandbox.ts';

const agent = agentFilesSchema.parse({
  id: 'S0',
  frameworks: [
    {
      executors: [{ id: 'redis.1', directory: '/work/redis', tasks: [{ id: 'redis.1' }] }],
      completed_executors: [{ id: '', directory: '/work/ended', completed_tasks: [{ id: 'redis.0' }] }],
    },
  ],
  completed_frameworks: [{ completed_executors: [{ id: 'old.1', directory: '/work/old' }] }],
});

it('finds the sandbox of a running, an ended and a forgotten task', () => {
  expect(sandboxDirectory(agent, 'redis.1')).toBe('/work/redis');
  expect(sandboxDirectory(agent, 'redis.0')).toBe('/work/ended');
  expect(sandboxDirectory(agent, 'old.1')).toBe('/work/old');
  expect(sandboxDirectory(agent, 'other')).toBeUndefined();
});

it('encodes paths', () => {
  expect(downloadPath('S 0', '/a b/stdout')).toBe('/agent/S%200/files/download?path=%2Fa+b%2Fstdout');
});
