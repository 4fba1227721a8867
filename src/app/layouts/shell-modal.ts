import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** Dialogs over any page, named in the query as Marathon's UI does. */
export const MODAL = 'modal';
export type ShellModal = 'save-view' | 'views' | 'about' | 'help' | 'settings' | 'palette';

/** The dialog that the address names, and opening and closing it with the rest of the query kept. */
export function useShellModal(): { modal: string | null; open: (modal: ShellModal) => void; close: () => void } {
  const [search, setSearch] = useSearchParams();
  const change = useCallback(
    (edit: (next: URLSearchParams) => void) =>
      setSearch(
        (old) => {
          const next = new URLSearchParams(old);
          edit(next);
          return next;
        },
        { preventScrollReset: true },
      ),
    [setSearch],
  );
  const shown = search.get(MODAL);
  const open = useCallback(
    (modal: ShellModal) => {
      // a key pressed twice while the dialog is being loaded
      if (modal !== shown) change((next) => next.set(MODAL, modal));
    },
    [change, shown],
  );
  const close = useCallback(() => change((next) => next.delete(MODAL)), [change]);
  return { modal: shown, open, close };
}
