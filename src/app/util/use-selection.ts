import { startTransition, useCallback, useMemo, useOptimistic } from 'react';
import { useSearchParams } from 'react-router';
import { readSelection, type Selection, writeSelection } from './selection.ts';

/** What is ticked in the list, kept in the URL. */
export function useSelection(): [Selection, (next: Selection) => void] {
  const [search, setSearch] = useSearchParams();
  const selection = useMemo(() => readSelection(search), [search]);
  // The address changes as a transition, after the rows behind it are ready; a box shows its tick at once.
  const [shown, setShown] = useOptimistic(selection);
  const set = useCallback(
    (next: Selection) =>
      startTransition(() => {
        setShown(next);
        setSearch(
          (old) => {
            const params = new URLSearchParams(old);
            writeSelection(params, next);
            return params;
          },
          { replace: true, preventScrollReset: true },
        );
      }),
    [setSearch, setShown],
  );
  return [shown, set];
}
