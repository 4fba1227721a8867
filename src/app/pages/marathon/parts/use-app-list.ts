import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { FilterProblem } from '../../../filters/filter-problem.ts';
import { appsQuery, queueQuery } from '../../../live/marathon-queries.ts';
import type { AppSummary, QueueEntry } from '../../../live/marathon-wire.ts';
import { type AppFilter, filterCounts, isFiltering, matches, textScore } from '../rules/app-filter.ts';
import { type AppRow, appsBelow, childrenOf } from '../rules/app-rows.ts';
import { ALL, isSelected, NONE, toggled } from '../../../util/selection.ts';
import { useAppText } from './use-app-text.ts';
import { useSelection } from '../../../util/use-selection.ts';

const NO_PROBLEMS: readonly FilterProblem[] = [];
const NO_QUEUE: ReadonlyMap<string, QueueEntry> = new Map();
const foldersFirst = (row: AppRow): number => (row.kind === 'group' ? 0 : 1);

/** What the list of a group shows under a filter, and what of it is chosen. Undefined parts are not loaded yet. */
export function useAppList(groupId: string, filter: AppFilter) {
  const apps = useQuery(appsQuery);
  const queue = useQuery(queueQuery);
  const filtering = isFiltering(filter);
  const all = useMemo(
    () => (apps.data === undefined ? undefined : appsBelow(groupId, apps.data.apps, queue.data ?? NO_QUEUE)),
    [apps.data, queue.data, groupId],
  );
  const asked = useAppText(filter.text, all);
  const rows = useMemo(() => {
    if (all === undefined) return undefined;
    if (!filtering) return childrenOf(groupId, all, apps.data?.groups ?? []);
    if (asked === undefined) return undefined;
    const { words, test } = asked;
    return all.filter((row) => (test?.(row) ?? true) && matches(row, { ...filter, text: words }));
  }, [all, filtering, filter, asked, groupId, apps.data?.groups]);
  const counts = useMemo(() => filterCounts(all ?? []), [all]);
  return { apps, all, rows, problems: asked?.problems ?? NO_PROBLEMS, counts, rank: useRank(asked?.words ?? ''), ...useChosen(rows) };
}

/** What comes before the chosen order: folders, or with a text in the order of names what fits it best. */
function useRank(text: string): (row: AppRow) => number {
  const [search] = useSearchParams();
  const byName = (search.get('sort') ?? 'name') === 'name';
  return useMemo(() => (text.trim() !== '' && byName ? (row: AppRow) => -textScore(row, text) : foldersFirst), [text, byName]);
}

/** The apps that are ticked, of those that the list shows: what a filter hides nothing is done to. */
function useChosen(rows: readonly AppRow[] | undefined) {
  const [selection, setSelection] = useSelection();
  const selected = useMemo(
    () => rows?.flatMap((row): AppSummary[] => (row.kind === 'app' && isSelected(selection, row.id) ? [row.app] : [])),
    [rows, selection],
  );
  const appCount = useMemo(() => rows?.filter(({ kind }) => kind === 'app').length ?? 0, [rows]);
  const all = appCount > 0 && selected?.length === appCount;
  return {
    selected,
    selection: useMemo(
      () => ({
        has: (id: string) => isSelected(selection, id),
        toggle: (id: string) => setSelection(toggled(selection, id)),
        all,
        toggleAll: () => setSelection(all ? NONE : ALL),
      }),
      [selection, setSelection, all],
    ),
    clearSelection: () => setSelection(NONE),
  };
}
