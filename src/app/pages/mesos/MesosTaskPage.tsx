import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { LookedFor } from '../../components/mesos/LookedFor.tsx';
import { StatusHistory } from '../../components/mesos/StatusHistory.tsx';
import { TaskFacts } from '../../components/mesos/TaskFacts.tsx';
import { TaskState } from '../../components/mesos/TaskState.tsx';
import { useMesosWords } from '../../i18n/mesos-words.ts';
import { Page } from '../../layouts/Page.tsx';
import { executorsQuery } from '../../live/mesos-executors.ts';
import { frameworksQuery } from '../../live/mesos-frameworks.ts';
import { taskQuery } from '../../live/mesos-tasks.ts';
import { mesosPaths } from '../../mesos-paths.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';

/** One task: where it runs, and every state that it has been in. */
export function MesosTaskPage() {
  const words = useMesosWords();
  const { frameworkId = '', taskId = '' } = useParams();
  const query = useQuery(taskQuery(frameworkId, taskId));
  const framework = useQuery(frameworksQuery).data?.frameworks.find(({ id }) => id === frameworkId)?.name ?? frameworkId;
  const task = query.data;
  const executors = useQuery({ ...executorsQuery(task?.agentId ?? ''), enabled: task !== undefined && task !== null });
  const sandbox = executors.data?.executors.find((each) => each.id === task?.executorId && each.frameworkId === frameworkId)?.directory;
  return (
    <Page
      title={taskId}
      crumbs={[
        { label: words.frameworks.title, to: mesosPaths.frameworks() },
        { label: framework, to: mesosPaths.framework(frameworkId) },
      ]}
      below={task && <TaskState state={task.state} />}
      actions={
        task && sandbox !== undefined && <ButtonLink to={mesosPaths.sandbox(task.agentId, sandbox)}>{words.task.sandbox}</ButtonLink>
      }
    >
      {task ? (
        <>
          <TaskFacts task={task} framework={framework} />
          <StatusHistory task={task} />
        </>
      ) : (
        <LookedFor
          query={query}
          what={words.task.facts}
          missing={words.task.unknown}
          hint={words.task.unknownHint}
          action={<ButtonLink to={mesosPaths.framework(frameworkId)}>{framework}</ButtonLink>}
        />
      )}
    </Page>
  );
}
