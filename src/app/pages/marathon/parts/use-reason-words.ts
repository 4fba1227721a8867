import { useMessages, type Messages } from '../../../i18n/messages.ts';
import { formatCpus, formatMegabytes } from '../../../util/format.ts';
import { hostName } from '../rules/machines.ts';
import type { ScalarResource, WaitingReason } from '../rules/waiting-reasons.ts';
import { useMachines } from './use-machines.ts';

/** A reason in a plain sentence: "needs 4 CPUs; the largest offer has 1 on a1". */
export function useReasonWords(): (reason: Pick<WaitingReason, 'reason' | 'shortage'>) => string {
  const { waiting } = useMessages().marathon;
  const machines = useMachines();
  return ({ reason, shortage }) => {
    if (shortage === undefined) return waiting.reasons[reason] ?? reason;
    const needed = amountOf(shortage.resource, shortage.needed, waiting);
    if (shortage.largest === undefined) return waiting.needsOnly(needed);
    return waiting.needs(needed, hostName(machines, shortage.largest.host), numberOf(shortage.resource, shortage.largest.amount));
  };
}

/** An amount with its unit, where it has one: `0.5`, `512 MiB`. */
export const numberOf = (resource: ScalarResource, amount: number): string =>
  resource === 'mem' || resource === 'disk' ? formatMegabytes(amount) : formatCpus(amount);

/** An amount and what it is of: `4 CPUs`, `512 MiB of memory`. */
export function amountOf(resource: ScalarResource, amount: number, words: Messages['marathon']['waiting']): string {
  const number = numberOf(resource, amount);
  if (resource === 'cpus') return words.cpus(number, amount !== 1);
  if (resource === 'gpus') return words.gpus(number);
  return resource === 'mem' ? words.memory(number) : words.disk(number);
}
