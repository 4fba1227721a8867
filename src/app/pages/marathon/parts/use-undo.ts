import { useAppDialogWords } from '../../../i18n/app-dialog-words.ts';
import type { Destroyed } from '../../../live/destroyed-list.ts';
import { destroyedStore } from '../../../live/destroyed-store.ts';
import type { Toast } from '../../../ui/toast-store.ts';
import { useRecreate } from './use-recreate.ts';

/** Keeps what is being destroyed, and gives the action of the toast that takes it back. */
export function useUndo(): (...destroyed: Destroyed[]) => Toast['action'] {
  const words = useAppDialogWords();
  const recreate = useRecreate();
  return (...destroyed) => {
    for (const entry of destroyed) destroyedStore.add(entry);
    return {
      label: words.undo,
      onSelect: () => {
        for (const entry of destroyed) void recreate(entry);
      },
    };
  };
}
