import type { MachineAction } from '../../api/machines/operations.ts';
import type { MachineConfig } from './machine.ts';
import type { MachinePhase } from './rules.ts';

export interface Subject {
  machine: Pick<MachineConfig, 'name' | 'type'>;
  phase: MachinePhase;
  /** No other master would be up without it. */
  isLastMaster: boolean;
}

/** Why something cannot be done to a machine; undefined when it can. What is so already is no fault: it is done at once. */
export function refusalOf(action: MachineAction, { machine, phase, isLastMaster }: Subject): string | undefined {
  const { name } = machine;
  if (action !== 'up' && isLastMaster)
    return `${name} is the only master that is up: without one nothing leads, and nothing could be asked of the cluster. Bring up another one first, or stop the whole cluster instead.`;
  if (phase === 'stopping') return `${name} is being stopped; ask again when that is done.`;
  if (action === 'halt' && phase === 'not created') return `${name} is not created: there is nothing to halt. Bring it up first.`;
  return undefined;
}
