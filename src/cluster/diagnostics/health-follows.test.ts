import { expect, test } from 'vitest';
import type { HealthUnit, UnitNode, UnitOnNode } from '../../api/dcos/health.ts';
import { readyCluster } from '../cluster.test-support.ts';

const AGENT = '/system/health/v1/units/dcos-mesos-slave.service';

test('the health of a component follows what becomes of its machine, with the reason and since when', async () => {
  const { cluster, clock, get, send, until } = await readyCluster();
  const { diagnostics, machines } = cluster.upstreams;
  expect(await get<HealthUnit>(diagnostics, AGENT)).toMatchObject({ health: 0 });

  const halted = clock.now();
  await send(machines, 'POST', '/machines/v1/halt', { machines: ['a1'] });
  await until('it is ill', async () => (await get<HealthUnit>(diagnostics, AGENT)).health === 1);
  const unit = await get<HealthUnit>(diagnostics, AGENT);
  expect(unit.reason).not.toBe('');
  expect(unit.since).toBeGreaterThanOrEqual(halted);
  const [node] = (await get<{ nodes: UnitNode[] }>(diagnostics, `${AGENT}/nodes`)).nodes;
  expect(node).toMatchObject({ health: 1, role: 'agent', reason: unit.reason });
  expect((await get<UnitOnNode>(diagnostics, `${AGENT}/nodes/${node?.host_ip}`)).output).toContain(unit.reason);

  await clock.advance(1_000);
  await send(machines, 'POST', '/machines/v1/up', { machines: ['a1'] });
  await until('it is well again', async () => (await get<HealthUnit>(diagnostics, AGENT)).health === 0);
  expect((await get<HealthUnit>(diagnostics, AGENT)).since).toBeGreaterThan(unit.since ?? Infinity);
});
