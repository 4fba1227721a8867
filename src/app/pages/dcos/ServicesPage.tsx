import { Layers } from 'lucide-react';
import { useMemo } from 'react';
import { Outlet, useLocation } from 'react-router';
import { FilterInput } from '../../filters/FilterInput.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { type ServicesWords, useServicesWords } from '../../i18n/services-words.ts';
import { Page } from '../../layouts/Page.tsx';
import { mesosPaths } from '../../mesos-paths.ts';
import { paths } from '../../paths.ts';
import { DataTable } from '../../tables/DataTable.tsx';
import { ChoiceLinks } from '../../ui/ChoiceLinks.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { GroupSummary } from '../marathon/parts/GroupSummary.tsx';
import { CreateLinks, ListProblem, NothingHere } from '../marathon/parts/list-notices.tsx';
import { ListMenu } from '../marathon/parts/ListMenu.tsx';
import { useGroupCrumbs } from '../marathon/parts/use-group-crumbs.ts';
import { useListGroup } from '../marathon/parts/use-list-base.ts';
import { serviceFields, type ServiceRow } from './parts/service-rows.ts';
import { servicesColumns } from './parts/services-columns.tsx';
import { type ServicesView, useServices } from './parts/use-services.ts';

const BY_NAME = { id: 'name', descending: false };
const groupsFirst = (row: ServiceRow): number => (row.kind === 'group' ? 0 : 1);
const rowKey = (row: ServiceRow): string => `${row.kind} ${row.id}`;

function rowLink(row: ServiceRow): string {
  if (row.kind === 'framework') return mesosPaths.framework(row.id);
  return row.kind === 'group' ? paths.dcos.group(row.id) : paths.dcos.app(row.id);
}

/** What runs for good: Marathon's applications in their groups, and the other frameworks; how each is, and why it is not. */
export function ServicesPage() {
  const messages = useMessages();
  const words = useServicesWords();
  const groupId = useListGroup();
  const { title, crumbs } = useGroupCrumbs(groupId);
  const { list, apps, all, view, isFlat, filter, rows, frameworks } = useServices(groupId);
  const stale = list.isError;
  const columns = useMemo(
    () => servicesColumns(messages, words, { groupId, flat: isFlat, stale, frameworks }),
    [messages, words, groupId, isFlat, stale, frameworks],
  );
  const filtering = filter.text.trim() !== '';
  return (
    <Page
      title={title}
      crumbs={crumbs}
      actions={
        <>
          <ListMenu groupId={groupId} instances={apps?.reduce((sum, row) => sum + row.instances, 0) ?? 0} stale={stale} />
          <CreateLinks groupId={groupId} stale={stale} />
        </>
      }
      below={groupId !== '/' && apps && <GroupSummary groupId={groupId} apps={apps} />}
    >
      <div className="flex flex-wrap items-start gap-3">
        <FilterInput
          label={words.filter}
          placeholder={words.placeholder}
          filter={filter}
          fields={serviceFields}
          rows={all}
          columns={columns}
          className="w-full sm:w-96"
        />
        <Views words={words} view={view} />
        {rows && all && (
          <span className="leading-9 text-muted">
            {filtering ? words.count(rows.length, all.length) : words.count(all.length, all.length)}
          </span>
        )}
      </div>
      <DataTable
        label={words.title}
        columns={columns}
        rows={rows}
        rowKey={rowKey}
        rowLink={rowLink}
        rank={groupsFirst}
        initialSort={BY_NAME}
        stale={stale}
        empty={
          filtering || groupId !== '/' ? (
            <NothingHere groupId={groupId} filtering={filtering} onClear={filter.clear} />
          ) : (
            <EmptyState icon={<Layers aria-hidden size={32} />} title={words.none}>
              {words.noneHint}
            </EmptyState>
          )
        }
        error={list.data === undefined && list.error ? <ListProblem error={list.error} onRetry={() => void list.refetch()} /> : undefined}
      />
      <Outlet />
    </Page>
  );
}

/** By groups or all in one list; the rest of the address stays. */
function Views({ words, view }: { words: ServicesWords; view: ServicesView }) {
  const { search } = useLocation();
  const to = (next: ServicesView): string => {
    const query = new URLSearchParams(search);
    if (next === 'flat') query.set('view', 'flat');
    else query.delete('view');
    return `?${query}`;
  };
  return (
    <ChoiceLinks
      label={words.view}
      choices={(['tree', 'flat'] as const).map((each) => ({ to: to(each), label: words[each], chosen: each === view }))}
    />
  );
}
