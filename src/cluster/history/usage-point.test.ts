import { expect, test } from 'vitest';
import { totalUse } from './measured-use.ts';
import { endedBetween, masterMetrics, rememberedEndings } from './task-endings.ts';
import { usagePoint } from './usage-point.ts';

const resources = (cpus: number, mem: number) => ({ cpus, mem, disk: 0, gpus: 0 });
const agent = (more: object) => ({ resources: resources(4, 1024), used_resources: resources(0.1, 32), active: true, ...more });

function pointOf(slaves: object[], frameworks: object[] = []) {
  const metrics = masterMetrics({ 'master/slaves_unreachable': 1 });
  const measured = { cpus: 0.05, mem: 20, disk: undefined, agents: 1 };
  const summary = { slaves, frameworks } as unknown as Parameters<typeof usagePoint>[0]['summary'];
  return usagePoint({ from: 0, at: 2_000, summary, metrics, measured, ended: { failed: 0, other: 0 } });
}

test('only connected agents have resources; the others are draining, lost or deactivated', () => {
  const point = pointOf([
    agent({}),
    agent({ drain_info: { state: 'DRAINING' } }),
    agent({ active: false }),
    agent({ active: false, deactivated: true }),
  ]);
  expect(point.cpus).toEqual({ total: 8, allocated: 0.2, used: 0.05 });
  expect(point.mem).toEqual({ total: 2048, allocated: 64, used: 20 });
  expect(point.disk).toEqual({ total: 0, allocated: 0 });
  // one that is out of reach, and one that the master has given up
  expect(point.nodes).toEqual({ connected: 2, draining: 1, lost: 2 });
});

test('tasks of all frameworks are counted by state', () => {
  const point = pointOf(
    [],
    [
      { TASK_RUNNING: 3, TASK_STAGING: 1 },
      { TASK_RUNNING: 1, TASK_STARTING: 2, TASK_KILLING: 1 },
    ],
  );
  expect(point.tasks).toEqual({ staging: 3, running: 4, killing: 1 });
});

test('a task that is lost or in error has failed; what began to count anew counts from there', () => {
  const before = masterMetrics({ 'master/tasks_failed': 2, 'master/tasks_finished': 5 }).ended;
  const now = masterMetrics({ 'master/tasks_failed': 3, 'master/tasks_lost': 1, 'master/tasks_error': 1, 'master/tasks_finished': 5 });
  expect(endedBetween(before, now.ended)).toEqual({ failed: 3, other: 0 });
  expect(endedBetween(now.ended, before)).toEqual({ failed: 0, other: 0 });
  expect(endedBetween(undefined, before)).toEqual({ failed: 0, other: 0 });
  expect(rememberedEndings([{ TASK_FAILED: 1, TASK_KILLED: 2 }, { TASK_LOST: 1 }])).toEqual({ failed: 2, other: 2 });
});

test('what is measured is the sum over executors; what nobody measures is unknown, not nothing', () => {
  const usage = { executorId: 'e', frameworkId: 'f', cpusLimit: 1, memLimitBytes: undefined, sample: undefined };
  const known = { ...usage, cpus: 0.5, memBytes: 2 * 1024 * 1024, diskBytes: undefined };
  const atFirst = { ...usage, cpus: undefined, memBytes: 1024 * 1024, diskBytes: undefined };
  expect(totalUse([[known], [known, atFirst]])).toEqual({ cpus: 1, mem: 5, disk: undefined, agents: 2 });
  expect(totalUse([[], []])).toEqual({ cpus: 0, mem: 0, disk: 0, agents: 2 });
  expect(totalUse([])).toEqual({ cpus: undefined, mem: undefined, disk: undefined, agents: 0 });
});
