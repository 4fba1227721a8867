import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { LookedFor } from '../../components/mesos/LookedFor.tsx';
import { marathonPageOfTask } from '../../components/mesos/marathon-page-of-task.ts';
import { StatusHistory } from '../../components/mesos/StatusHistory.tsx';
import { TaskFacts } from '../../components/mesos/TaskFacts.tsx';
import { TaskState } from '../../components/mesos/TaskState.tsx';
import { TaskLogs } from '../../components/log-viewer/TaskLogs.tsx';
import { TaskFiles } from '../../components/tasks/TaskFiles.tsx';
import { useInstanceWords } from '../../i18n/instance-words.ts';
import { useMesosWords } from '../../i18n/mesos-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useTaskWords } from '../../i18n/task-words.ts';
import { Page } from '../../layouts/Page.tsx';
import { agentQuery } from '../../live/mesos-agents.ts';
import { frameworksQuery } from '../../live/mesos-frameworks.ts';
import { taskQuery } from '../../live/mesos-tasks.ts';
import { masterTaskQuery } from '../../live/task-history.ts';
import { paths } from '../../paths.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Fact, FactCard } from '../../ui/FactCard.tsx';
import { TabLinks } from '../../ui/TabLinks.tsx';
import { cpuTexts, memoryTexts, useTaskUsage } from '../marathon/parts/UsageCell.tsx';

type KnownTask = NonNullable<ReturnType<typeof useKnownTask>['task']>;

/** One task of any framework, from its node: what it is and was, what it uses, its files and its logs. */
export function TaskPage() {
  const { dcos } = useMessages();
  const words = useMesosWords();
  const { agentId = '', taskId = '', view } = useParams();
  const { task, query } = useKnownTask(taskId);
  const host = useQuery(agentQuery(agentId)).data?.hostname ?? agentId;
  const service = marathonPageOfTask(taskId);
  return (
    <Page
      title={taskId}
      crumbs={[
        { label: dcos.nodes.title, to: paths.nodes() },
        { label: host, to: paths.node(agentId) },
      ]}
      below={task && <TaskState state={task.state} />}
      actions={task && service && <ButtonLink to={paths.dcos.task(service.id, taskId)}>{words.task.application}</ButtonLink>}
    >
      {task ? (
        <TaskViews task={task} view={view} />
      ) : (
        <LookedFor
          query={query}
          what={words.task.facts}
          missing={words.task.unknown}
          hint={words.task.unknownHint}
          action={<ButtonLink to={paths.node(agentId)}>{host}</ButtonLink>}
        />
      )}
    </Page>
  );
}

/** A task by its id alone: the master is asked whose it is, then for all about it. */
function useKnownTask(taskId: string) {
  const found = useQuery(masterTaskQuery(taskId));
  const frameworkId = found.data?.frameworkId;
  const query = useQuery({ ...taskQuery(frameworkId ?? '', taskId), enabled: frameworkId !== undefined });
  return { task: query.data ?? undefined, query: frameworkId === undefined ? found : query };
}

function TaskViews({ task, view }: { task: KnownTask; view: string | undefined }) {
  const words = useTaskWords();
  const { agentId, id } = task;
  return (
    <>
      <TabLinks
        label={words.tabs}
        tabs={[
          { to: paths.nodeTask(agentId, id), label: words.details, end: true },
          { to: paths.nodeTask(agentId, id, 'files'), label: words.files },
          { to: paths.nodeTask(agentId, id, 'logs'), label: words.logs },
        ]}
      />
      {view === 'files' && <TaskFiles taskId={id} agentId={agentId} />}
      {view === 'logs' && (
        <div className="flex h-[calc(100vh-22rem)] min-h-96 flex-col">
          <TaskLogs task={{ id, agentId }} others={[]} pathOf={(other) => paths.nodeTask(agentId, other, 'logs')} />
        </div>
      )}
      {view === undefined && <Details task={task} />}
    </>
  );
}

function Details({ task }: { task: KnownTask }) {
  const framework = useQuery(frameworksQuery).data?.frameworks.find(({ id }) => id === task.frameworkId)?.name ?? task.frameworkId;
  return (
    <div className="flex flex-col gap-4">
      <TaskFacts task={task} framework={framework} />
      {task.stage === 'active' && <MeasuredUse task={task} />}
      <StatusHistory task={task} />
    </div>
  );
}

/** What the agent measures of a running task. */
function MeasuredUse({ task }: { task: KnownTask }) {
  const { usage: words } = useInstanceWords();
  const { facts } = useTaskWords();
  const usage = useTaskUsage(task.agentId, task.executorId === '' ? task.id : task.executorId);
  const [cpu, cpuLimit] = cpuTexts(usage);
  const [memory, memoryLimit] = memoryTexts(usage);
  const texts = [cpu && words.cpu(cpu, cpuLimit), memory && words.memory(memory, memoryLimit)].filter(Boolean);
  return (
    <FactCard title={words.measured}>
      <Fact name={facts.usage}>{texts.length === 0 ? <span className="text-muted">{words.notMeasured}</span> : texts.join(', ')}</Fact>
    </FactCard>
  );
}
