import { useQuery } from '@tanstack/react-query';
import { Box } from 'lucide-react';
import { useMemo } from 'react';
import { Link, Outlet, useLocation, useSearchParams } from 'react-router';
import { useMessages } from '../../i18n/messages.ts';
import { type Crumb, Page } from '../../layouts/Page.tsx';
import { appsQuery, deploymentsQuery, queueQuery } from '../../live/marathon-queries.ts';
import type { QueueEntry } from '../../live/marathon-wire.ts';
import { keepingSearch, paths } from '../../paths.ts';
import { DataTable } from '../../tables/DataTable.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { SearchInput } from '../../ui/SearchInput.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { appsColumns } from './parts/apps-columns.tsx';
import { FilterSidebar } from './parts/FilterSidebar.tsx';
import { useAppFilter } from './parts/use-app-filter.ts';
import { useListGroup } from './parts/use-list-base.ts';
import { filterCounts, isFiltering, matches, textScore } from './rules/app-filter.ts';
import { type AppRow, appsBelow, childrenOf } from './rules/app-rows.ts';

const NO_QUEUE: ReadonlyMap<string, QueueEntry> = new Map();
const foldersFirst = (row: AppRow): number => (row.kind === 'group' ? 0 : 1);
const rowKey = (row: AppRow): string => `${row.kind} ${row.id}`;
const rowLink = (row: AppRow): string => (row.kind === 'group' ? paths.marathon.group(row.id) : paths.marathon.app(row.id));

/** The applications of a group: its folders and apps, or with a filter all apps below it. */
export function ApplicationsPage() {
  const { marathon } = useMessages();
  const { list } = marathon;
  const groupId = useListGroup();
  const { filter, setText, choose, toggleLabel, setVolumes, clear } = useAppFilter();
  const apps = useQuery(appsQuery);
  const queue = useQuery(queueQuery);
  const filtering = isFiltering(filter);
  const all = useMemo(
    () => (apps.data === undefined ? undefined : appsBelow(groupId, apps.data.apps, queue.data ?? NO_QUEUE)),
    [apps.data, queue.data, groupId],
  );
  const rows = useMemo(() => {
    if (all === undefined) return undefined;
    return filtering ? all.filter((row) => matches(row, filter)) : childrenOf(groupId, all, apps.data?.groups ?? []);
  }, [all, filtering, filter, groupId, apps.data?.groups]);
  const counts = useMemo(() => filterCounts(all ?? []), [all]);
  const rank = useRank(filter.text);
  const stale = apps.isError;
  const { labels } = filter;
  const columns = useMemo(
    () => appsColumns(marathon, { groupId, flat: filtering, stale, labels, onLabel: toggleLabel }),
    [marathon, groupId, filtering, stale, labels, toggleLabel],
  );
  const failed = apps.isError && apps.data === undefined;
  return (
    <Page
      title={titleOf(groupId, marathon.applications)}
      crumbs={crumbsOf(groupId, marathon.applications)}
      actions={
        <>
          <RunningDeployments />
          <CreateLink groupId={groupId} stale={stale} />
        </>
      }
    >
      <div className="flex flex-col gap-4 xl:flex-row xl:gap-6">
        <FilterSidebar filter={filter} counts={counts} choose={choose} setVolumes={setVolumes} />
        <div className="flex min-w-0 flex-1 flex-col gap-3">
          <SearchInput
            label={list.search}
            placeholder={list.searchPlaceholder}
            value={filter.text}
            onChange={setText}
            className="sm:max-w-xs"
          />
          <DataTable
            label={list.label}
            columns={columns}
            rows={rows}
            rowKey={rowKey}
            rowLink={rowLink}
            rank={rank}
            initialSort={{ id: 'name', descending: false }}
            stale={stale}
            empty={<NothingHere groupId={groupId} filtering={filtering} onClear={clear} />}
            error={
              failed ? <ErrorState title={list.loadFailed} detail={apps.error.message} onRetry={() => void apps.refetch()} /> : undefined
            }
          />
        </div>
      </div>
      <Outlet />
    </Page>
  );
}

/** What comes before the chosen order: folders, or with a text in the order of names what fits it best. */
function useRank(text: string): (row: AppRow) => number {
  const [search] = useSearchParams();
  const byName = (search.get('sort') ?? 'name') === 'name';
  return useMemo(() => (text.trim() !== '' && byName ? (row: AppRow) => -textScore(row, text) : foldersFirst), [text, byName]);
}

function CreateLink({ groupId, stale = false }: { groupId: string; stale?: boolean }) {
  const { list, actions } = useMessages().marathon;
  const { search } = useLocation();
  if (stale) {
    return (
      <Button variant="primary" disabledReason={actions.stale}>
        {list.createApplication}
      </Button>
    );
  }
  return (
    <ButtonLink variant="primary" to={keepingSearch(paths.marathon.create(groupId), search)} preventScrollReset>
      {list.createApplication}
    </ButtonLink>
  );
}

function RunningDeployments() {
  const { list } = useMessages().marathon;
  const { data: running = 0 } = useQuery({ ...deploymentsQuery, select: (deployments) => deployments.length });
  if (running === 0) return undefined;
  return (
    <Link to={paths.marathon.deployments()} className="flex items-center gap-1.5 rounded-sm text-warn hover:underline">
      <Spinner size={14} />
      {list.deploymentsRunning(running)}
    </Link>
  );
}

function NothingHere({ groupId, filtering, onClear }: { groupId: string; filtering: boolean; onClear: () => void }) {
  const { list } = useMessages().marathon;
  if (filtering) {
    return (
      <EmptyState title={list.noMatch} action={<Button onClick={onClear}>{list.clearFilters}</Button>}>
        {list.noMatchHint}
      </EmptyState>
    );
  }
  const inRoot = groupId === '/';
  return (
    <EmptyState
      icon={<Box aria-hidden size={32} />}
      title={inRoot ? list.nothingYet : list.emptyGroup}
      action={<CreateLink groupId={groupId} />}
    >
      {inRoot ? list.nothingYetHint : list.emptyGroupHint}
    </EmptyState>
  );
}

const partsOf = (groupId: string): string[] => groupId.split('/').filter((part) => part !== '');
const titleOf = (groupId: string, root: string): string => partsOf(groupId).at(-1) ?? root;

/** The groups above this one, from the root down. */
function crumbsOf(groupId: string, root: string): Crumb[] {
  const parts = partsOf(groupId);
  return parts.map((_, index) => ({
    label: index === 0 ? root : (parts[index - 1] ?? ''),
    to: paths.marathon.group(`/${parts.slice(0, index).join('/')}`),
  }));
}
