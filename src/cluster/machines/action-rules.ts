import type { MachineAction } from '../../api/machines/operations.ts';
import type { MachineConfig } from './machine.ts';
import type { MachinePhase } from './rules.ts';

export interface Subject {
  machine: Pick<MachineConfig, 'name' | 'type'>;
  phase: MachinePhase;
  /** It is the master that leads. */
  leads: boolean;
}

/** Why something cannot be done to a machine; undefined when it can. What is so already is no fault: it is done at once. */
export function refusalOf(action: MachineAction, { machine, phase, leads }: Subject): string | undefined {
  const { name } = machine;
  if (action !== 'up' && leads)
    return `${name} is the only master that can lead: masters do not come back from the loss of their majority by themselves. Stop the whole cluster instead.`;
  if (phase === 'stopping') return `${name} is being stopped; ask again when that is done.`;
  if (action === 'halt' && phase === 'not created') return `${name} is not created: there is nothing to halt. Bring it up first.`;
  return undefined;
}
