import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { manualClock } from '../kernel/clock.ts';
import { createBalancer } from './balancer.ts';
import { chooseBackend, shunMs } from './choose-backend.ts';
import type { Backend } from './state.ts';
import { assignAddresses } from './vip-addresses.ts';
import { isVipKey, vipOfLabel } from './vip-label.ts';

const candidate = (id: string, more: object = {}) => ({ id, weight: 1 as const, open: 0, opened: 0, shunnedUntil: 0, ...more });
const backend = (port: number, more: Partial<Backend> = {}): Backend => ({
  id: `10.0.0.1:${port}`,
  ip: '10.0.0.1',
  port,
  taskId: `task-${port}`,
  agentId: 'S0',
  weight: 1,
  ...more,
});

test.for([
  { label: '/redis:6379', host: 'redis.marathon.l4lb.thisdcos.directory', port: 6379 },
  { label: 'redis:6379', host: 'redis.marathon.l4lb.thisdcos.directory', port: 6379 },
  { label: '/team/web_Shop:80', host: 'teamweb-shop.marathon.l4lb.thisdcos.directory', port: 80 },
  { label: '10.1.2.3:80', host: '10.1.2.3', port: 80 },
])('the label $label is $host', ({ label, host, port }) => expect(vipOfLabel(label, 'marathon')).toEqual({ host, port }));

test.for(['/web', ':80', '/web:0', '/web:65536', '/:80', ''])('the label "%s" is none', (label) =>
  expect(vipOfLabel(label, 'marathon')).toBeUndefined(),
);

test('only VIP_0 and the like name a VIP', () =>
  expect(['VIP_0', 'VIP_12', 'VIP', 'MY_VIP_0', 'VIP_x'].filter(isVipKey)).toEqual(['VIP_0', 'VIP_12']));

test('the least loaded healthy backend is chosen, in turns where loads are equal', () => {
  const [busy, idle, fresh] = [candidate('busy', { open: 2 }), candidate('idle', { open: 1, opened: 9 }), candidate('fresh', { open: 1 })];
  const sick = candidate('sick', { weight: 0 });
  const shunned = candidate('shunned', { shunnedUntil: 500 });
  const all = [busy, idle, fresh, sick, shunned];
  expect(chooseBackend(all, 0, new Set())?.id).toBe('fresh');
  expect(chooseBackend(all, 0, new Set(['fresh']))?.id).toBe('idle');
  expect(chooseBackend(all, 500, new Set())?.id).toBe('shunned');
  expect(chooseBackend([sick, shunned], 0, new Set())?.id).toBe('shunned');
  expect(chooseBackend([sick], 0, new Set())).toBeUndefined();
});

test('a backend that fails again and again is passed over for longer, half a minute at most', () =>
  expect([1, 2, 3, 5, 6, 50].map(shunMs)).toEqual([1000, 2000, 4000, 16_000, 30_000, 30_000]));

test('a backend that failed gets nothing for a second, and all again once it takes a connection', async () => {
  const clock = manualClock();
  const balancer = createBalancer(clock);
  balancer.update([backend(1), backend(2)]);
  const first = balancer.next(new Set());
  first?.failed();
  const ports = (): (number | undefined)[] => Array.from({ length: 3 }, () => balancer.next(new Set())?.port);
  expect(ports()).toEqual([2, 2, 2]);
  expect(balancer.backends().find(({ port }) => port === first?.port)).toMatchObject({ state: 'shunned', failed: 1, open: 0 });
  await clock.advance(1000);
  expect(ports()).toEqual([1, 1, 1]);
});

test('who is nobody to connect to is counted as refused', () => {
  const balancer = createBalancer(manualClock());
  balancer.update([backend(1, { weight: 0, reason: 'unhealthy' })]);
  expect([balancer.next(new Set()), balancer.refused(), balancer.backends()[0]?.state]).toEqual([undefined, 1, 'unhealthy']);
});

test('a new task at the place of an old one begins anew', () => {
  const balancer = createBalancer(manualClock());
  balancer.update([backend(1)]);
  const old = balancer.next(new Set());
  old?.connected(3);
  balancer.update([backend(1, { taskId: 'other' })]);
  old?.closed();
  expect(balancer.backends()).toMatchObject([{ taskId: 'other', open: 0, opened: 0, latencyMs: null }]);
});

test('addresses are of the range, different, and stay', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ maxLength: 8 }), { maxLength: 50 }), fc.string(), (hosts, id) => {
      const assigned = assignAddresses(hosts, id, new Map());
      expect(new Set(assigned.values()).size).toBe(hosts.length);
      for (const address of assigned.values()) expect(address).toMatch(/^127\.(12[89]|1[3-9]\d|2\d\d)\.\d+\.(?!0$|255$)\d+$/);
      expect(assignAddresses(hosts, id, new Map())).toEqual(assigned);
      expect(assignAddresses([...hosts, 'one more'], id, assigned)).toEqual(
        new Map([...assigned, ...assignAddresses([...hosts, 'one more'], id, assigned)]),
      );
    }),
  );
});

test('two hosts that want the same address get two', () => {
  const taken = assignAddresses(['a'], 'id', new Map()).get('a') ?? '';
  const assigned = assignAddresses(['other', 'a'], 'id', new Map([['other', taken]]));
  expect(assigned.get('other')).toBe(taken);
  expect(assigned.get('a')).not.toBe(taken);
});
