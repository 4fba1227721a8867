import { expect, test } from 'vitest';
import { testMesos, testTask, type TestFramework, type TestMesos } from '../mesos-master/test-mesos.test-support.ts';
import type { MesosAgent } from './agent.ts';
import { allowedAgeMs } from './garbage.ts';

const DAY = 86_400_000;

/** An agent whose disk is as full as the test says. */
async function withDisk(): Promise<{ mesos: TestMesos; framework: TestFramework; agent: MesosAgent; fill: (usage: number) => void }> {
  const mesos = testMesos();
  let usage = 0;
  const framework = await mesos.framework();
  const agent = mesos.agent('a1', { files: { ...mesos.files, diskUsage: async () => usage } });
  await mesos.settle();
  return { mesos, framework, agent, fill: (full) => void (usage = full) };
}

async function runToEnd(mesos: TestMesos, framework: TestFramework, id: string): Promise<void> {
  framework.accept([testTask(id)]);
  await mesos.settle();
  mesos.containers.end(id, { state: 'TASK_FAILED', message: 'Command exited with status 1' });
  await mesos.clock.advance(1000);
}

async function hasSandbox(agent: MesosAgent, framework: TestFramework, id: string): Promise<boolean> {
  const path = `/frameworks/${framework.id()}/executors/${id}/runs/latest`;
  return (await agent.fetch(new Request(`http://a1/files/browse?path=${path}`))).ok;
}

test.each([
  [0, 1.8 * DAY],
  [0.5, 0.8 * DAY],
  [0.9, 600_000],
  [1, 600_000],
])('at a usage of %f a sandbox may get %f ms old', (usage, age) => {
  expect(Math.round(allowedAgeMs(usage))).toBe(age);
});

test('the sandbox of an ended task goes when it is old enough, that of a running one never', async () => {
  const { mesos, framework, agent } = await withDisk();
  await runToEnd(mesos, framework, 'old');
  framework.accept([testTask('runs')]);
  await mesos.clock.advance(DAY);
  await runToEnd(mesos, framework, 'young');
  expect(await hasSandbox(agent, framework, 'old')).toBe(true);
  await mesos.clock.advance(0.9 * DAY);
  expect(await hasSandbox(agent, framework, 'old')).toBe(false);
  expect(await hasSandbox(agent, framework, 'young')).toBe(true);
  expect(await hasSandbox(agent, framework, 'runs')).toBe(true);
  const metrics = await mesos.get<Record<string, number>>('/metrics/snapshot', agent.fetch);
  expect(metrics).toMatchObject({ 'gc/path_removals_succeeded': 1, 'gc/path_removals_pending': 1 });
});

test('a disk that fills up makes them go earlier, and the agent still knows the task', async () => {
  const { mesos, framework, agent, fill } = await withDisk();
  await runToEnd(mesos, framework, 't');
  fill(0.95);
  await mesos.clock.advance(11 * 60_000);
  expect(await hasSandbox(agent, framework, 't')).toBe(false);
  const { completed_frameworks } = await mesos.get<{ completed_frameworks: { completed_executors: { id: string }[] }[] }>(
    '/state',
    agent.fetch,
  );
  expect(completed_frameworks[0]?.completed_executors.map(({ id }) => id)).toEqual(['t']);
  expect(Object.keys(await mesos.get<Record<string, string>>('/files/debug', agent.fetch))).toEqual([]);
});
