import { expect, it } from 'vitest';
import { EMPTY_FORM, machineOfForm } from './add-form.ts';

it('sends what was written, and leaves the rest to the cluster', () => {
  expect(machineOfForm({ ...EMPTY_FORM, name: ' a2 ' })).toEqual({ machine: { name: 'a2' }, wrong: [] });
  expect(machineOfForm({ name: 'x', type: 'agent-public', ip: '10.0.0.7', cpus: '4', memory: '4096', reserved: '0' }).machine).toEqual({
    name: 'x',
    type: 'agent-public',
    ip: '10.0.0.7',
    cpus: 4,
    memory: 4096,
    'memory-reserved': 0,
  });
});

it('sends nothing without a name or with what is no number', () => {
  expect(machineOfForm(EMPTY_FORM).machine).toBeUndefined();
  expect(machineOfForm({ ...EMPTY_FORM, name: 'a2', cpus: 'two', memory: '1.5' })).toEqual({
    machine: undefined,
    wrong: ['cpus', 'memory'],
  });
});
