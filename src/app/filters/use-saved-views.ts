import { useQuery } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { useSearchParams } from 'react-router';
import { clusterNameQuery } from '../live/cluster-name.ts';
import type { SavedView } from './saved-views.ts';
import { savedViewsOf } from './saved-views-store.ts';

/** The views of this cluster, and keeping others in their place. */
export function useSavedViews(): [views: readonly SavedView[], set: (views: readonly SavedView[]) => void] {
  const store = savedViewsOf(useQuery(clusterNameQuery).data ?? '');
  return [useSyncExternalStore(store.subscribe, store.current), store.set];
}

/** Opens one of the dialogs of views over the page, by the parameter that the dialogs of any page have. */
export function useViewsDialog(): (dialog: 'save-view' | 'views') => void {
  const [, setSearch] = useSearchParams();
  return useCallback(
    (dialog) =>
      setSearch(
        (old) => {
          const next = new URLSearchParams(old);
          next.set('modal', dialog);
          return next;
        },
        { preventScrollReset: true },
      ),
    [setSearch],
  );
}
