import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** A text of the page that lives in the URL (a filter): `[value, setValue]`. An empty text leaves no trace there. */
export function useSearchText(parameter: string): [string, (value: string) => void] {
  const [search, setSearch] = useSearchParams();
  const set = useCallback(
    (value: string) =>
      setSearch(
        (old) => {
          const next = new URLSearchParams(old);
          if (value === '') next.delete(parameter);
          else next.set(parameter, value);
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setSearch, parameter],
  );
  return [search.get(parameter) ?? '', set];
}
