import { expect, test } from 'vitest';
import { testTask } from '../mesos-master/test-mesos.test-support.ts';
import type { CommandInfo, ContainerInfo } from '../../api/mesos/task.ts';
import { executorName, killGraceMs, needsContainer } from './rules.ts';

test.each<[CommandInfo | undefined, string]>([
  [{ shell: true, value: 'sleep 1000' }, "sh -c 'sleep 1000'"],
  [{ shell: true, value: '123456789012345' }, "sh -c '123456789012345'"],
  [{ shell: true, value: '1234567890123456' }, "sh -c '123456789012...'"],
  [{ value: 'a shell is what it is run by unless told' }, "sh -c 'a shell is w...'"],
  [{ shell: false, value: 'redis-server', arguments: ['redis-server', '--port', '1'] }, '[redis-server, redis-server, --port, 1]'],
  [{ shell: false }, 'NO EXECUTABLE'],
  [{ shell: true }, 'NO COMMAND'],
  [undefined, 'NO COMMAND'],
])('the executor of the command %j says %s', (command, text) => {
  expect(executorName(testTask('t', { task: { command } }))).toBe(`Command Executor (Task: t) (Command: ${text})`);
});

test.each<[ContainerInfo | undefined, boolean]>([
  [undefined, false],
  [{ type: 'MESOS' }, false],
  [{ type: 'MESOS', mesos: { image: { type: 'DOCKER', docker: { name: 'redis' } } } }, true],
  [{ type: 'DOCKER', docker: { image: 'redis' } }, true],
])('of %j: needs a container %s', (container, needs) => {
  expect(needsContainer(testTask('t', { task: { container } }))).toBe(needs);
});

test('a kill waits as long as it says, else as long as the task says, else 3 s', () => {
  const own = testTask('t', { task: { kill_policy: { grace_period: { nanoseconds: 20e9 } } } });
  expect([killGraceMs(own, 500), killGraceMs(own, undefined), killGraceMs(testTask('t'), undefined)]).toEqual([500, 20_000, 3000]);
  expect(killGraceMs(own, 0)).toBe(0);
});
