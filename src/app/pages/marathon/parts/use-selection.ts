import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { readSelection, type Selection, writeSelection } from '../rules/selection.ts';

/** What is ticked in the list, kept in the URL. */
export function useSelection(): [Selection, (next: Selection) => void] {
  const [search, setSearch] = useSearchParams();
  const selection = useMemo(() => readSelection(search), [search]);
  const set = useCallback(
    (next: Selection) =>
      setSearch(
        (old) => {
          const params = new URLSearchParams(old);
          writeSelection(params, next);
          return params;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setSearch],
  );
  return [selection, set];
}
