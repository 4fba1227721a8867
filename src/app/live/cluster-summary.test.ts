import { expect, it } from 'vitest';
import { activeTasks, share, summarise } from './cluster-summary.ts';

const slave = (id: string, more: object = {}) => ({
  id,
  hostname: `192.168.65.${id}`,
  active: true,
  registered_time: 1_465_000_000.5,
  attributes: {},
  resources: { cpus: 4, mem: 1024, disk: 10_240, gpus: 0, ports: '[31000-32000]' },
  used_resources: { cpus: 1, mem: 128, disk: 0, gpus: 0 },
  ...more,
});
const summary = (more: object) => summarise(more);

it('adds up what the connected agents have and use', () => {
  const { total, used, connectedNodes, nodes } = summary({ slaves: [slave('1'), slave('2'), slave('3', { active: false })] });
  expect(total).toEqual({ cpus: 8, mem: 2048, disk: 20_480 });
  expect(used).toEqual({ cpus: 2, mem: 256, disk: 0 });
  expect(connectedNodes).toBe(2);
  expect(nodes.map((node) => node.registeredAt)).toEqual([1_465_000_000_500, 1_465_000_000_500, 1_465_000_000_500]);
});

it('knows a public agent by the word in its attribute', () => {
  const { nodes } = summary({ slaves: [slave('1', { attributes: { public_ip: 'true' } }), slave('2', { attributes: { rack: 'r1' } })] });
  expect(nodes.map((node) => node.isPublic)).toEqual([true, false]);
});

it('counts the tasks of all frameworks, lost and failed ones together', () => {
  const { tasks } = summary({
    frameworks: [
      { TASK_RUNNING: 3, TASK_STAGING: 1, TASK_FAILED: 2, TASK_LOST: 1 },
      { TASK_RUNNING: 1, TASK_STARTING: 1, TASK_ERROR: 1 },
    ],
  });
  expect(tasks).toMatchObject({ running: 4, staging: 2, failed: 4, finished: 0 });
  expect(activeTasks(tasks)).toBe(6);
});

it('takes what an older master leaves out for nothing', () => {
  expect(summary({})).toMatchObject({ nodes: [], total: { cpus: 0, mem: 0, disk: 0 }, tasks: { running: 0 } });
  expect(summary({ slaves: [{ id: 's' }] }).nodes[0]).toMatchObject({ active: true, total: { cpus: 0 }, tasks: { running: 0 } });
});

it('takes a share of nothing for none', () => {
  expect(share(1, 0)).toBe(0);
  expect(share(1, 4)).toBe(0.25);
});
