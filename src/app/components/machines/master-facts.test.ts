import { expect, test } from 'vitest';
import type { MachineDescription } from '../../live/machines-query.ts';
import { isLastMaster, ledProducts } from './master-facts.ts';

const machine = (name: string, type: MachineDescription['type'], rest: Partial<MachineDescription> = {}): MachineDescription => ({
  name,
  type,
  ip: '192.168.65.90',
  address: '127.0.65.90',
  cpus: 1,
  memory: 1024,
  memoryReserved: 0,
  aliases: [],
  state: 'running',
  added: false,
  units: [],
  ...rest,
});
const [m1, m2, a1] = [
  machine('m1', 'master', { leads: ['zookeeper', 'mesos'] }),
  machine('m2', 'master', { leads: [] }),
  machine('a1', 'agent-private'),
] as const;

test('of several masters it is told what each leads; one alone leads all, which nobody needs to be told', () => {
  expect(ledProducts(m1, [m1, m2, a1])).toEqual(['ZooKeeper', 'Mesos']);
  expect(ledProducts(m2, [m1, m2, a1])).toEqual([]);
  expect(ledProducts(m1, [m1, a1])).toEqual([]);
});

test('the last master is the one without which no other would be up', () => {
  expect(isLastMaster(m1, [m1, a1])).toBe(true);
  expect(isLastMaster(m1, [m1, m2])).toBe(false);
  const halted = machine('m2', 'master', { state: 'halted' });
  expect([isLastMaster(m1, [m1, halted]), isLastMaster(halted, [m1, halted]), isLastMaster(a1, [m1, a1])]).toEqual([true, false, false]);
});
