import { expect, it } from 'vitest';
import type { Executor } from '../../live/mesos-executors.ts';
import { executorRows } from './executor-columns.tsx';

const executor = (id: string, completed: boolean) => ({ id, frameworkId: 'F', completed }) as Executor;
const usage = (executorId: string, frameworkId = 'F') =>
  ({ executorId, frameworkId, cpus: 0.25, memBytes: 3 * 1024 * 1024, diskBytes: undefined }) as never;

it('joins what runs with what is measured, in the units of the rest', () => {
  const [row] = executorRows([executor('redis.1', false)], [usage('redis.1')], 'S0');
  expect(row).toMatchObject({ agentId: 'S0', used: { cpus: 0.25, mem: 3 } });
});

it('measures neither what ended nor what belongs to another framework', () => {
  const rows = executorRows([executor('redis.1', true), executor('redis.2', false)], [usage('redis.1'), usage('redis.2', 'G')], 'S0');
  expect(rows.map(({ used }) => used)).toEqual([undefined, undefined]);
});
