import { expect, test } from 'vitest';
import type { MachineDescription } from '../../live/machines-query.ts';
import { isLastMaster, isNeededForMajority, ledProducts } from './master-facts.ts';

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

test('a master without which the majority would be lost is needed, and one too many or already gone is not', () => {
  const quorum = (up: number) => ({ masters: 3, up, needed: 2 });
  expect(isNeededForMajority(m1, quorum(2))).toBe(true);
  expect(isNeededForMajority(m1, quorum(3))).toBe(false);
  // it is lost already
  expect(isNeededForMajority(m1, quorum(1))).toBe(false);
  expect(isNeededForMajority(machine('m3', 'master', { state: 'halted' }), quorum(2))).toBe(false);
  expect(isNeededForMajority(a1, quorum(2))).toBe(false);
});
