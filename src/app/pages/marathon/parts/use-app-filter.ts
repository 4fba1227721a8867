import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useSearchText } from '../../../util/use-search-text.ts';
import { type AppFilter, HEALTHS } from '../rules/app-filter.ts';
import { APP_STATUSES } from '../rules/app-status.ts';

const TEXT = 'filterText';
/** The blocks of the sidebar, by their parameter as Marathon's UI names it. */
const CHOICES = { statuses: 'filterStatus', healths: 'filterHealth', labels: 'filterLabels' } as const;
const VOLUMES = 'filterVolumes';

/** The filter of the list, kept in the URL: `?filterText=redis&filterStatus=running&filterStatus=waiting&filterVolumes=true`. */
export function useAppFilter() {
  const [search, setSearch] = useSearchParams();
  const [text, setText] = useSearchText(TEXT);
  const filter: AppFilter = useMemo(
    () => ({
      text,
      statuses: APP_STATUSES.filter((status) => search.getAll(CHOICES.statuses).includes(status)),
      healths: HEALTHS.filter((health) => search.getAll(CHOICES.healths).includes(health)),
      labels: search.getAll(CHOICES.labels),
      volumes: search.get(VOLUMES) === 'true',
    }),
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
  const choose = useCallback(
    (block: keyof typeof CHOICES, chosen: readonly string[]) =>
      change((next) => {
        next.delete(CHOICES[block]);
        for (const value of chosen) next.append(CHOICES[block], value);
      }),
    [change],
  );
  const toggleLabel = useCallback(
    (label: string) =>
      change((next) => (next.has(CHOICES.labels, label) ? next.delete(CHOICES.labels, label) : next.append(CHOICES.labels, label))),
    [change],
  );
  const setVolumes = useCallback(
    (wanted: boolean) => change((next) => (wanted ? next.set(VOLUMES, 'true') : next.delete(VOLUMES))),
    [change],
  );
  const clear = useCallback(
    () =>
      change((next) => {
        for (const parameter of [TEXT, VOLUMES, ...Object.values(CHOICES)]) next.delete(parameter);
      }),
    [change],
  );
  return { filter, setText, choose, toggleLabel, setVolumes, clear };
}
