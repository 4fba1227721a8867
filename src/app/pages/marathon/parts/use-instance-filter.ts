import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { FILTER_KEYS, type InstanceFilter, NO_FILTER } from '../rules/instance-filter.ts';

export interface InstanceFilterState {
  filter: InstanceFilter;
  set: (key: keyof InstanceFilter, value: string) => void;
  clear: () => void;
}

/** The filter of the instances, kept in the URL: `?text=redis&host=a1&state=TASK_RUNNING`. */
export function useInstanceFilter(): InstanceFilterState {
  const [search, setSearch] = useSearchParams();
  const filter = useMemo(
    () => Object.assign({}, NO_FILTER, Object.fromEntries(FILTER_KEYS.map((key) => [key, search.get(key) ?? '']))),
    [search],
  );
  const change = useCallback(
    (values: Partial<InstanceFilter>) =>
      setSearch(
        (old) => {
          const next = new URLSearchParams(old);
          for (const [key, value] of Object.entries(values)) {
            if (value === '') next.delete(key);
            else next.set(key, value);
          }
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setSearch],
  );
  const set = useCallback((key: keyof InstanceFilter, value: string) => change({ [key]: value }), [change]);
  const clear = useCallback(() => change(NO_FILTER), [change]);
  return { filter, set, clear };
}
