import type { MachineForm } from '../../live/machine-actions.ts';

/** What is written in the form for a new machine. */
export interface AddForm {
  name: string;
  type: '' | 'agent-private' | 'agent-public';
  ip: string;
  cpus: string;
  memory: string;
  reserved: string;
}

export const EMPTY_FORM: AddForm = { name: '', type: '', ip: '', cpus: '', memory: '', reserved: '' };

const NUMBERS = [
  ['cpus', 'cpus'],
  ['memory', 'memory'],
  ['reserved', 'memory-reserved'],
] as const;

/** The machine, without what was left empty; undefined while there is no name or a number is none, and then which ones. */
export function machineOfForm(form: AddForm): { machine: MachineForm | undefined; wrong: (keyof AddForm)[] } {
  const name = form.name.trim();
  const ip = form.ip.trim();
  const wrong = NUMBERS.flatMap(([field]) => (/^\d*$/.test(form[field].trim()) ? [] : [field]));
  if (name === '' || wrong.length > 0) return { machine: undefined, wrong };
  const machine: MachineForm = { name, ...(form.type !== '' && { type: form.type }), ...(ip !== '' && { ip }) };
  for (const [field, key] of NUMBERS) if (form[field].trim() !== '') machine[key] = Number(form[field]);
  return { machine, wrong };
}
