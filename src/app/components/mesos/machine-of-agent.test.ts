import { expect, it } from 'vitest';
import { machineOfAgent } from './machine-of-agent.ts';

it('names a machine by host and address, as the master compares them', () => {
  expect(machineOfAgent({ hostname: 'a1', pid: 'slave(1)@10.0.0.1:5051' })).toEqual({ hostname: 'a1', ip: '10.0.0.1' });
  expect(machineOfAgent({ hostname: 'a1', pid: 'slave(1)@[::1]:5051' })).toEqual({ hostname: 'a1', ip: '::1' });
  expect(machineOfAgent({ hostname: 'a1', pid: '' })).toEqual({ hostname: 'a1' });
});
