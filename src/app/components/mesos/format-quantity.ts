import type { Quantities } from '../../live/mesos-quantities.ts';
import { formatCpus, formatMegabytes } from '../../util/format.ts';

/** `0.5` CPUs, `512 MiB` of memory; a dash for what is not known. */
export function formatQuantity(kind: keyof Quantities, amount: number | undefined): string {
  if (amount === undefined) return '–';
  return kind === 'mem' || kind === 'disk' ? formatMegabytes(amount) : formatCpus(amount);
}
