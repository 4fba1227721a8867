import { useQuery } from '@tanstack/react-query';
import { Suspense, useMemo } from 'react';
import { Link, Outlet } from 'react-router';
import type { FilterInputProps } from '../../filters/FilterInput.tsx';
import type { TableFilter } from '../../filters/use-table-filter.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Page } from '../../layouts/Page.tsx';
import { deploymentsQuery } from '../../live/marathon-queries.ts';
import { paths } from '../../paths.ts';
import { DataTable } from '../../tables/DataTable.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { appsColumns } from './parts/apps-columns.tsx';
import { useGroupCrumbs } from './parts/use-group-crumbs.ts';
import { CreateLinks, ListProblem, NothingHere, SearchResults } from './parts/list-notices.tsx';
import { useAppFilter } from './parts/use-app-filter.ts';
import { useAppList } from './parts/use-app-list.ts';
import { useListGroup } from './parts/use-list-base.ts';
import { isFiltering } from './rules/app-filter.ts';
import type { AppRow } from './rules/app-rows.ts';
import { lazyPart } from '../../util/load-again.ts';
import { useMarathonPaths } from '../../util/use-marathon-paths.ts';

// What is not needed for the first look at the list comes after it.
const FilterSidebar = lazyPart(async () => ({ default: (await import('./parts/FilterSidebar.tsx')).FilterSidebar }));
const AppFilterInput = lazyPart(async () => ({ default: (await import('./parts/AppFilterInput.tsx')).AppFilterInput }));
const GroupSummary = lazyPart(async () => ({ default: (await import('./parts/GroupSummary.tsx')).GroupSummary }));
const ListMenu = lazyPart(async () => ({ default: (await import('./parts/ListMenu.tsx')).ListMenu }));
const BulkBar = lazyPart(async () => ({ default: (await import('./parts/BulkBar.tsx')).BulkBar }));

const rowKey = (row: AppRow): string => `${row.kind} ${row.id}`;
const rowLink = (row: AppRow): string => (row.kind === 'group' ? paths.marathon.group(row.id) : paths.marathon.app(row.id));

/** The applications of a group: its folders and apps, or with a filter all apps below it. */
export function ApplicationsPage() {
  const messages = useMessages();
  const { marathon } = messages;
  const groupId = useListGroup();
  const { title, crumbs } = useGroupCrumbs(groupId);
  const { filter, setText, choose, toggleLabel, setVolumes, clear } = useAppFilter();
  const { apps, all, rows, problems, counts, rank, selected, selection, clearSelection } = useAppList(groupId, filter);
  const stale = apps.isError;
  const filtering = isFiltering(filter);
  const { labels } = filter;
  const columns = useMemo(
    () => appsColumns(messages, { groupId, flat: filtering, stale, labels, onLabel: toggleLabel, selection }),
    [messages, groupId, filtering, stale, labels, toggleLabel, selection],
  );
  return (
    <Page
      title={title}
      crumbs={crumbs}
      actions={
        <>
          <RunningDeployments />
          <Suspense fallback={<span className="size-9" />}>
            <ListMenu groupId={groupId} instances={all?.reduce((sum, row) => sum + row.instances, 0) ?? 0} stale={stale} />
          </Suspense>
          <CreateLinks groupId={groupId} stale={stale} />
        </>
      }
      below={
        groupId !== '/' && <Suspense fallback={<div className="h-22" />}>{all && <GroupSummary groupId={groupId} apps={all} />}</Suspense>
      }
    >
      <div className="flex flex-col gap-4 xl:flex-row xl:gap-6">
        <Suspense fallback={<div className="h-10 shrink-0 xl:w-42" />}>
          <FilterSidebar filter={filter} counts={counts} choose={choose} setVolumes={setVolumes} />
        </Suspense>
        <div className="flex min-w-0 flex-1 flex-col gap-3">
          <TextFilter text={filter.text} setText={setText} problems={problems} rows={all} columns={columns} />
          {filter.text.trim() !== '' && rows && <SearchResults text={filter.text.trim()} count={rows.length} onClear={() => setText('')} />}
          <DataTable
            label={marathon.list.label}
            columns={columns}
            rows={rows}
            rowKey={rowKey}
            rowLink={rowLink}
            rank={rank}
            initialSort={{ id: 'name', descending: false }}
            stale={stale}
            empty={<NothingHere groupId={groupId} filtering={filtering} onClear={clear} />}
            error={
              apps.data === undefined && apps.error ? <ListProblem error={apps.error} onRetry={() => void apps.refetch()} /> : undefined
            }
          />
          {selected && selected.length > 0 && (
            <Suspense>
              <BulkBar count={selected.length} groupId={groupId} stale={stale} onClear={clearSelection} />
            </Suspense>
          )}
        </div>
      </div>
      <Outlet context={{ selected }} />
    </Page>
  );
}

type TextFilterProps = Pick<TableFilter<AppRow>, 'text' | 'setText' | 'problems'> & Pick<FilterInputProps<AppRow>, 'rows' | 'columns'>;

function TextFilter({ text, setText, problems, ...table }: TextFilterProps) {
  const { list } = useMessages().marathon;
  return (
    <Suspense fallback={<div className="h-9 rounded-md border border-line bg-surface sm:max-w-md" />}>
      <AppFilterInput
        label={list.search}
        placeholder={list.searchPlaceholder}
        filter={{ text, setText, problems }}
        {...table}
        className="sm:max-w-md"
      />
    </Suspense>
  );
}

function RunningDeployments() {
  const places = useMarathonPaths();
  const { list } = useMessages().marathon;
  const { data: running = 0 } = useQuery({ ...deploymentsQuery, select: (deployments) => deployments.length });
  if (running === 0) return undefined;
  return (
    <Link to={places.deployments()} className="flex items-center gap-1.5 rounded-sm text-warn hover:underline">
      <Spinner size={14} />
      {list.deploymentsRunning(running)}
    </Link>
  );
}
