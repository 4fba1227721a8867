import { useMemo } from 'react';
import type { AppDetail, Task } from '../../../live/marathon-wire.ts';
import { ALL, isSelected, NONE, toggled } from '../../../util/selection.ts';
import { useSelection } from '../../../util/use-selection.ts';

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
  const [selection, set] = useSelection();
  const selected = useMemo(() => shown.map(({ id }) => id).filter((id) => isSelected(selection, id)), [shown, selection]);
  const all = shown.length > 0 && selected.length === shown.length;
  return useMemo(
    () => ({
      selected,
      has: (taskId) => isSelected(selection, taskId),
      toggle: (taskId) => set(toggled(selection, taskId)),
      all,
      toggleAll: () => set(all ? NONE : ALL),
    }),
    [selected, selection, all, set],
  );
}
