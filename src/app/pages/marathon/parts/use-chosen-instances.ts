import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { AppDetail, Task } from '../../../live/marathon-wire.ts';
import { ALL, isSelected, NONE, readSelection, type Selection, toggled, writeSelection } from '../rules/selection.ts';

/** What the dialogs over the instances know. */
export interface InstancesContext {
  app: AppDetail;
  /** Ids of the chosen instances. */
  selected: readonly string[];
}

export interface ChosenInstances {
  selected: readonly string[];
  has: (taskId: string) => boolean;
  toggle: (taskId: string) => void;
  /** Whether all that are shown are chosen; choosing or leaving all of them. */
  all: boolean;
  toggleAll: () => void;
}

/** The instances that are ticked, of those that are shown; kept in the URL. One that has ended meanwhile is chosen no longer. */
export function useChosenInstances(shown: readonly Task[]): ChosenInstances {
  const [search, setSearch] = useSearchParams();
  const selection = useMemo(() => readSelection(search), [search]);
  const selected = useMemo(() => shown.map(({ id }) => id).filter((id) => isSelected(selection, id)), [shown, selection]);
  const change = useCallback(
    (next: Selection) =>
      setSearch(
        (old) => {
          const query = new URLSearchParams(old);
          writeSelection(query, next);
          return query;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setSearch],
  );
  const all = shown.length > 0 && selected.length === shown.length;
  return useMemo(
    () => ({
      selected,
      has: (taskId) => isSelected(selection, taskId),
      toggle: (taskId) => change(toggled(selection, taskId)),
      all,
      toggleAll: () => change(all ? NONE : ALL),
    }),
    [selected, selection, all, change],
  );
}
