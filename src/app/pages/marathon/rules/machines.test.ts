import { expect, it } from 'vitest';
import { hostName, machinesByHost, reachableHost } from './machines.ts';

const a1 = { name: 'a1', ip: '192.168.65.111', address: '127.0.65.111' };
const p1 = { name: 'p1', ip: '192.168.65.60', address: '127.0.65.60' };

it('names a machine by either of its addresses, and reaches it at its own', () => {
  const machines = machinesByHost([a1, p1]);
  expect([a1.ip, a1.address, p1.ip, 'elsewhere'].map((host) => hostName(machines, host))).toEqual(['a1', 'a1', 'p1', 'elsewhere']);
  expect(reachableHost(machines, a1.ip)).toBe('127.0.65.111');
  expect(reachableHost(machines, 'elsewhere')).toBe('elsewhere');
});

it('does not guess which machine an address that they share is', () => {
  const shared = machinesByHost([Object.assign({}, a1, { address: '127.0.0.1' }), Object.assign({}, p1, { address: '127.0.0.1' })]);
  expect(hostName(shared, '127.0.0.1')).toBe('127.0.0.1');
  expect(hostName(shared, p1.ip)).toBe('p1');
});
