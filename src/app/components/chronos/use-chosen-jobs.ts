import { useMemo } from 'react';
import { useOutletContext } from 'react-router';
import { ALL, isSelected, NONE, toggled } from '../../util/selection.ts';
import { useSelection } from '../../util/use-selection.ts';
import type { JobRow } from './job-rows.ts';

export interface ChosenJobs {
  /** The jobs that are ticked, of those that the list shows: what a filter hides nothing is done to. Undefined while loading. */
  chosen: JobRow[] | undefined;
  has: (name: string) => boolean;
  toggle: (name: string) => void;
  /** Whether all that are shown are ticked; ticking or leaving all of them. */
  all: boolean;
  toggleAll: () => void;
  clear: () => void;
}

/** What is ticked in the list of jobs; kept in the URL. */
export function useChosenJobs(shown: readonly JobRow[] | undefined): ChosenJobs {
  const [selection, set] = useSelection();
  const chosen = useMemo(() => shown?.filter(({ name }) => isSelected(selection, name)), [shown, selection]);
  const all = chosen !== undefined && chosen.length > 0 && chosen.length === shown?.length;
  return {
    chosen,
    ...useMemo(
      () => ({
        has: (name: string) => isSelected(selection, name),
        toggle: (name: string) => set(toggled(selection, name)),
        all,
        toggleAll: () => set(all ? NONE : ALL),
        clear: () => set(NONE),
      }),
      [selection, set, all],
    ),
  };
}

/** What the list hands to the dialogs over it. */
export interface JobsContext {
  /** Undefined while loading. */
  chosen: JobRow[] | undefined;
}

export const useJobsContext = (): JobsContext => useOutletContext<JobsContext>();
