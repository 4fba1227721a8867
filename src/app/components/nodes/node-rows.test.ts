import { expect, it } from 'vitest';
import { HEALTH } from '../../../api/dcos/health.ts';
import { summarise } from '../../live/cluster-summary.ts';
import { nodeRows, trouble } from './node-rows.ts';

const { nodes } = summarise({
  slaves: [
    {
      id: 's0',
      hostname: '127.0.65.111',
      active: true,
      attributes: {},
      resources: { cpus: 2, mem: 512, disk: 0, gpus: 0 },
      used_resources: { cpus: 1, mem: 128, disk: 0, gpus: 0 },
      TASK_RUNNING: 2,
      TASK_STAGING: 1,
    },
  ] as never,
});
const machines = [{ name: 'a1', ip: '192.168.65.111', agentId: 's0' }];
const onNode = { tasks: [], services: [{ name: 'marathon', tasks: 3, cpus: 1, mem: 128, disk: 0 }] };
const tasks = { of: () => onNode };

it('joins what Mesos, 3dt and the local cluster know about an agent', () => {
  const health = [{ host_ip: '192.168.65.111', health: HEALTH.unhealthy, role: 'agent' as const }];
  const [row] = nodeRows({ nodes, machines, health, tasks });
  expect(row).toMatchObject({ machine: 'a1', state: 'active', health: HEALTH.unhealthy, tasks: 3, cpus: 0.5, mem: 0.25, disk: 0 });
  expect(row?.services).toBe(onNode.services);
});

it('does without the local cluster and without 3dt, whose nodes are known by their hosts', () => {
  expect(nodeRows({ nodes, machines: [], health: undefined, tasks: undefined })[0]).toMatchObject({
    machine: undefined,
    health: undefined,
  });
  const health = [{ host_ip: '127.0.65.111', health: HEALTH.healthy, role: 'agent' as const }];
  expect(nodeRows({ nodes, machines: [], health, tasks })[0]?.health).toBe(HEALTH.healthy);
});

it('keeps the row of a node of which nothing has changed', () => {
  const first = nodeRows({ nodes, machines, health: [], tasks })[0];
  expect(nodeRows({ nodes, machines: [...machines], health: undefined, tasks: { of: () => onNode } })[0]).toBe(first);
  expect(nodeRows({ nodes, machines, health: [], tasks: { of: () => ({ tasks: [], services: [] }) } })[0]).not.toBe(first);
});

it('puts what cannot be reached before what is ill, and that before what gets no new tasks', () => {
  const rows = [
    { state: 'active', health: HEALTH.healthy },
    { state: 'active', health: undefined },
    { state: 'draining', health: HEALTH.healthy },
    { state: 'active', health: HEALTH.unhealthy },
    { state: 'inactive', health: HEALTH.healthy },
  ] as const;
  expect(rows.map(trouble)).toEqual([5, 4, 3, 1, 0]);
});
