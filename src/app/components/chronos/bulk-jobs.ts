import type { BulkJobAction } from '../../chronos-paths.ts';
import type { JobRow } from './job-rows.ts';

type RowState = Pick<JobRow, 'name' | 'disabled' | 'state'>;

/** For which jobs an action does something. */
const APPLIES: Record<BulkJobAction, (row: RowState) => boolean> = {
  run: ({ disabled }) => !disabled,
  stop: ({ state }) => state !== 'idle',
  pause: ({ disabled }) => !disabled,
  resume: ({ disabled }) => disabled,
  delete: () => true,
};

/** The chosen jobs that an action is for, and how many it would do nothing to. */
export function jobsFor<Row extends RowState>(action: BulkJobAction, chosen: readonly Row[]): { rows: Row[]; leftOut: number } {
  const rows = chosen.filter(APPLIES[action]);
  return { rows, leftOut: chosen.length - rows.length };
}

/** The jobs that run after one of `names` and are none of them. */
export function childrenOf(jobs: readonly { name: string; parents: readonly string[] }[], names: ReadonlySet<string>): string[] {
  return jobs.filter(({ name, parents }) => !names.has(name) && parents.some((parent) => names.has(parent))).map(({ name }) => name);
}
