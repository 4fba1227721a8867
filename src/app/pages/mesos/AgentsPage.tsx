import { useQuery } from '@tanstack/react-query';
import { Server } from 'lucide-react';
import { useMemo } from 'react';
import { agentColumns } from '../../components/mesos/agent-columns.tsx';
import { SearchableTable } from '../../components/mesos/SearchableTable.tsx';
import { agentFields } from '../../components/mesos/table-fields.ts';
import { useMesosWords } from '../../i18n/mesos-words.ts';
import { Page } from '../../layouts/Page.tsx';
import { type Agent, agentsQuery } from '../../live/mesos-agents.ts';
import { mesosPaths } from '../../mesos-paths.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';

const rowKey = (row: Agent): string => row.id;
const rowLink = (row: Agent): string => mesosPaths.agent(row.id);

export function AgentsPage() {
  const words = useMesosWords();
  const agents = useQuery(agentsQuery);
  const columns = useMemo(() => agentColumns(words), [words]);
  return (
    <Page title={words.agents.title} hideHeader>
      <SearchableTable
        title={words.agents.title}
        name="agents"
        columns={columns}
        rows={agents.data}
        rowKey={rowKey}
        rowLink={rowLink}
        fields={agentFields}
        initialSort={{ id: 'host', descending: false }}
        failure={agents.error}
        onRetry={() => void agents.refetch()}
        empty={
          <EmptyState icon={<Server aria-hidden size={28} />} title={words.agents.none}>
            {words.agents.noneHint}
          </EmptyState>
        }
      />
    </Page>
  );
}
