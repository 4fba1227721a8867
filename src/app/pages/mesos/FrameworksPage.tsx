import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { completedFrameworkColumns, frameworkColumns, type FrameworkRow } from '../../components/mesos/framework-columns.tsx';
import { SearchableTable } from '../../components/mesos/SearchableTable.tsx';
import { frameworkFields } from '../../components/mesos/table-fields.ts';
import { useMesosWords } from '../../i18n/mesos-words.ts';
import { Page } from '../../layouts/Page.tsx';
import { agentsQuery, sumOf } from '../../live/mesos-agents.ts';
import { frameworksQuery, type FrameworkState } from '../../live/mesos-frameworks.ts';
import { dominantShare, NOTHING } from '../../live/mesos-quantities.ts';
import { summaryQuery } from '../../live/mesos-queries.ts';
import { mesosPaths } from '../../mesos-paths.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';

const BY_NAME = { id: 'name', descending: false };
const LATEST_FIRST = { id: 'unregistered', descending: true };
const rowKey = (row: FrameworkRow): string => row.id;
const rowLink = (row: FrameworkRow): string => mesosPaths.framework(row.id);

/** Who asks for offers: frameworks that are here, away, and gone. */
export function FrameworksPage() {
  const words = useMesosWords();
  const { frameworks: own } = words;
  const query = useQuery(frameworksQuery);
  const rows = useFrameworkRows();
  const columns = useMemo(() => frameworkColumns(words), [words]);
  const completedColumns = useMemo(() => completedFrameworkColumns(words), [words]);
  const shared = { fields: frameworkFields, rowKey, rowLink, failure: query.error, onRetry: () => void query.refetch() };
  const inactive = rows('inactive');
  return (
    <Page title={own.title} hideHeader>
      <SearchableTable
        {...shared}
        title={own.active}
        name="active"
        columns={columns}
        rows={rows('active')}
        initialSort={BY_NAME}
        empty={<EmptyState title={own.none}>{own.noneHint}</EmptyState>}
      />
      {inactive !== undefined && inactive.length > 0 && (
        <SearchableTable
          {...shared}
          title={own.inactive}
          name="inactive"
          columns={columns}
          rows={inactive}
          initialSort={BY_NAME}
          empty={<EmptyState title={own.noneInactive} />}
        />
      )}
      <SearchableTable
        {...shared}
        title={own.completed}
        name="completed"
        columns={completedColumns}
        rows={rows('completed')}
        initialSort={LATEST_FIRST}
        empty={<EmptyState title={own.noneCompleted} />}
      />
    </Page>
  );
}

function useFrameworkRows(): (state: FrameworkState) => FrameworkRow[] | undefined {
  const frameworks = useQuery(frameworksQuery).data?.frameworks;
  const agents = useQuery(agentsQuery).data;
  const tasks = useQuery(summaryQuery()).data?.activeByFramework;
  const rows = useMemo(() => {
    const total = agents ? sumOf(agents, (agent) => agent.total) : NOTHING;
    return frameworks?.map((framework) => ({
      ...framework,
      activeTasks: tasks?.[framework.id],
      maxShare: dominantShare(framework.allocated, total),
    }));
  }, [frameworks, agents, tasks]);
  return useMemo(() => {
    const of = (state: FrameworkState) => rows?.filter((row) => row.state === state);
    const parts = { active: of('active'), inactive: of('inactive'), completed: of('completed') };
    return (state: FrameworkState) => parts[state];
  }, [rows]);
}
