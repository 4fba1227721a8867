import { expect, it } from 'vitest';
import { HEALTH } from '../../../api/dcos/health.ts';
import { summarise } from '../../live/cluster-summary.ts';
import { matchesNode, nodeRows } from './node-rows.ts';

const { nodes } = summarise({
  slaves: [
    {
      id: 's0',
      hostname: '192.168.65.111',
      active: true,
      attributes: {},
      resources: { cpus: 2, mem: 512, disk: 0, gpus: 0 },
      used_resources: { cpus: 1, mem: 128, disk: 0, gpus: 0 },
      TASK_RUNNING: 2,
      TASK_STAGING: 1,
    },
  ] as never,
});
const machine = { name: 'a1', type: 'agent-private', agentId: 's0' } as never;

it('joins what Mesos, 3dt and the local cluster know about an agent', () => {
  const [row] = nodeRows(nodes, [machine], [{ host_ip: '192.168.65.111', health: HEALTH.unhealthy, role: 'agent' }]);
  expect(row).toMatchObject({ machine: 'a1', health: HEALTH.unhealthy, tasks: 3, cpus: 0.5, mem: 0.25, disk: 0 });
});

it('does without the local cluster and without 3dt', () => {
  expect(nodeRows(nodes, [], undefined)[0]).toMatchObject({ machine: undefined, health: undefined });
});

it('finds a node by its host or name, by parts of words in any order', () => {
  const row = nodeRows(nodes, [machine], undefined)[0];
  if (!row) throw new Error('there has to be a row');
  expect(['', '65.111', 'A1', 'a1 192', ' '].map((filter) => matchesNode(row, filter))).toEqual([true, true, true, true, true]);
  expect(['a2', 'a1 10.0'].map((filter) => matchesNode(row, filter))).toEqual([false, false]);
});
