import type { Usage } from '../../../api/mesos/executor-usage.ts';
import type { Quantities } from '../../live/mesos-quantities.ts';

const BYTES_PER_MB = 1024 * 1024;

/** What all executors together use, in the units of Mesos; kinds that nobody measures are left out. */
export function measuredTotal(usage: readonly Usage[]): Partial<Quantities> {
  return {
    ...sum(
      'cpus',
      usage.map(({ cpus }) => cpus),
    ),
    ...sum(
      'mem',
      usage.map(({ memBytes }) => megabytes(memBytes)),
    ),
    ...sum(
      'disk',
      usage.map(({ diskBytes }) => megabytes(diskBytes)),
    ),
  };
}

const megabytes = (bytes: number | undefined): number | undefined => (bytes === undefined ? undefined : bytes / BYTES_PER_MB);

function sum(kind: keyof Quantities, amounts: (number | undefined)[]): Partial<Quantities> {
  const known = amounts.filter((amount) => amount !== undefined);
  return known.length === 0 ? {} : { [kind]: known.reduce((all, amount) => all + amount, 0) };
}
