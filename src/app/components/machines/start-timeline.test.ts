import { expect, it } from 'vitest';
import type { MachineDescription } from '../../live/machines-query.ts';
import { startTimeline } from './start-timeline.ts';

type Unit = MachineDescription['units'][number];
const unit = (name: string, more: Partial<Unit> = {}): Unit => ({ id: `${name}.service`, name, state: 'active', since: 0, ...more });
const machine = (name: string, state: MachineDescription['state'], units: Unit[]): MachineDescription =>
  ({ name, state, units }) as MachineDescription;

it('counts from the start of each machine, the first to be active first', () => {
  const { starts, longest } = startTimeline([
    machine('m1', 'running', [unit('master', { startedAt: 1010, since: 1050 }), unit('zk', { startedAt: 1000, since: 1010 })]),
    machine('a2', 'running', [unit('agent', { startedAt: 90_000, since: 90_200 })]),
  ]);
  expect(starts.map(({ bars }) => bars.map(({ name, offset, took }) => [name, offset, took]))).toEqual([
    [
      ['zk', 0, 10],
      ['master', 10, 40],
    ],
    [['agent', 0, 200]],
  ]);
  expect(longest).toBe(200);
});

it('has nothing of machines that are not up, nor of components that are never started', () => {
  const { starts, longest } = startTimeline([
    machine('a1', 'halted', [unit('agent', { startedAt: 0, since: 10, state: 'inactive' })]),
    machine('m1', 'starting', [
      unit('master', { startedAt: 5, state: 'activating', waitingFor: 'boot to be ready' }),
      unit('net', { absent: 'Not there.', state: 'inactive' }),
    ]),
  ]);
  expect(starts).toEqual([
    { machine: 'm1', bars: [{ id: 'master.service', name: 'master', offset: 0, took: undefined, waitingFor: 'boot to be ready' }] },
  ]);
  expect(longest).toBe(1);
});
