import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useSearchText } from '../../../util/use-search-text.ts';
import type { AppFilter } from '../rules/app-rows.ts';
import { APP_STATUSES, type AppStatus } from '../rules/app-status.ts';

const STATUS = 'filterStatus';
const TEXT = 'filterText';

/** The filter of the list, kept in the URL as Marathon's UI names it: `?filterText=redis&filterStatus=running&filterStatus=waiting`. */
export function useAppFilter() {
  const [search, setSearch] = useSearchParams();
  const [text, setText] = useSearchText(TEXT);
  const filter: AppFilter = useMemo(
    () => ({ text, statuses: APP_STATUSES.filter((status) => search.getAll(STATUS).includes(status)) }),
    [text, search],
  );
  const change = useCallback(
    (edit: (next: URLSearchParams) => void) =>
      setSearch(
        (old) => {
          const next = new URLSearchParams(old);
          edit(next);
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setSearch],
  );
  const setStatuses = useCallback(
    (statuses: readonly AppStatus[]) =>
      change((next) => {
        next.delete(STATUS);
        for (const status of statuses) next.append(STATUS, status);
      }),
    [change],
  );
  const clear = useCallback(
    () =>
      change((next) => {
        next.delete(STATUS);
        next.delete(TEXT);
      }),
    [change],
  );
  return { filter, setText, setStatuses, clear };
}
