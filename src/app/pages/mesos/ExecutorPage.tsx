import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import { LookedFor } from '../../components/mesos/LookedFor.tsx';
import { measuredTotal } from '../../components/mesos/measured-total.ts';
import { QuantityTable } from '../../components/mesos/QuantityTable.tsx';
import { SearchableTable } from '../../components/mesos/SearchableTable.tsx';
import { taskFields } from '../../components/mesos/table-fields.ts';
import { taskColumns, type TaskRow } from '../../components/mesos/task-columns.tsx';
import { useTaskRows } from '../../components/mesos/use-task-rows.ts';
import { type MesosWords, useMesosWords } from '../../i18n/mesos-words.ts';
import { type Crumb, Page } from '../../layouts/Page.tsx';
import { usageQuery } from '../../live/agent-statistics.ts';
import { agentQuery } from '../../live/mesos-agents.ts';
import { type Executor, executorsQuery } from '../../live/mesos-executors.ts';
import { mesosPaths } from '../../mesos-paths.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Fact, FactCard } from '../../ui/FactCard.tsx';

const rowKey = (row: TaskRow): string => row.id;
const rowLink = (row: TaskRow): string => mesosPaths.task(row.frameworkId, row.id);
const NEWEST_FIRST = { id: 'started', descending: true };

/** One executor on one agent: what it was given, and the tasks in it. */
export function ExecutorPage() {
  const words = useMesosWords();
  const { agentId = '', frameworkId = '', executorId = '' } = useParams();
  const executors = useQuery(executorsQuery(agentId));
  // The one that runs comes before older ones of the same id.
  const executor = executors.data?.executors.find((each) => each.id === executorId && each.frameworkId === frameworkId);
  return (
    <Page
      title={executorId}
      crumbs={useCrumbs(agentId, words)}
      actions={executor && <ButtonLink to={mesosPaths.sandbox(agentId, executor.directory)}>{words.executor.sandbox}</ButtonLink>}
    >
      {executor ? (
        <ExecutorDetails executor={executor} agentId={agentId} />
      ) : (
        <LookedFor
          query={executors}
          what={words.agent.executors}
          missing={words.executor.unknown}
          hint={words.executor.unknownHint}
          action={<ButtonLink to={mesosPaths.agent(agentId)}>{words.task.agent}</ButtonLink>}
        />
      )}
    </Page>
  );
}

function useCrumbs(agentId: string, { agents }: MesosWords): Crumb[] {
  const host = useQuery(agentQuery(agentId)).data?.hostname ?? agentId;
  return [
    { label: agents.title, to: mesosPaths.agents() },
    { label: host, to: mesosPaths.agent(agentId) },
  ];
}

function ExecutorDetails({ executor, agentId }: { executor: Executor; agentId: string }) {
  const words = useMesosWords();
  const { executor: own, columns, agent } = words;
  const usage = useQuery(usageQuery(agentId)).data?.filter(
    (each) => each.executorId === executor.id && each.frameworkId === executor.frameworkId,
  );
  return (
    <>
      <div className="grid gap-4 lg:grid-cols-2">
        <FactCard title={own.facts}>
          <Fact name={columns.name}>{executor.name}</Fact>
          <Fact name={columns.source}>{executor.source}</Fact>
          <Fact name={columns.framework}>{executor.framework}</Fact>
          <Fact name={columns.role}>{executor.role}</Fact>
          <Fact name={own.container}>
            <span className="font-mono text-xs">{executor.containerId}</span>
          </Fact>
        </FactCard>
        <FactCard title={agent.resources}>
          <dt className="sr-only">{agent.resources}</dt>
          <dd className="col-span-2">
            <QuantityTable
              title={agent.resources}
              rows={[
                { label: agent.rows.used, quantities: executor.completed ? undefined : usage && measuredTotal(usage) },
                { label: agent.rows.allocated, quantities: executor.allocated },
              ]}
            />
          </dd>
        </FactCard>
      </div>
      <ExecutorTasks executor={executor} />
    </>
  );
}

function ExecutorTasks({ executor }: { executor: Executor }) {
  const words = useMesosWords();
  const { executor: own } = words;
  const rows = useTaskRows(executor.tasks);
  const running = useMemo(() => rows?.filter(({ stage }) => stage !== 'completed'), [rows]);
  const completed = useMemo(() => rows?.filter(({ stage }) => stage === 'completed'), [rows]);
  const columns = useMemo(
    () => ({ running: taskColumns(words, ['role', 'health']), completed: taskColumns(words, ['role', 'stopped']) }),
    [words],
  );
  const shared = { rowKey, rowLink, fields: taskFields, initialSort: NEWEST_FIRST };
  return (
    <>
      <SearchableTable
        {...shared}
        title={own.running}
        name="running"
        columns={columns.running}
        rows={running}
        empty={<EmptyState title={own.noTasks} />}
      />
      <SearchableTable
        {...shared}
        title={own.completed}
        name="completed"
        columns={columns.completed}
        rows={completed}
        empty={<EmptyState title={own.noCompleted} />}
      />
    </>
  );
}
