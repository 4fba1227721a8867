import { TaskLogs } from '../../components/log-viewer/TaskLogs.tsx';
import { useLogWords } from '../../i18n/log-words.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useTaskContext } from './parts/use-task.ts';
import { loggedTasks } from './rules/logged-tasks.ts';
import { useMarathonPaths } from '../../util/use-marathon-paths.ts';

/** What the instance wrote, together with other instances if one likes. */
export function TaskLogsTab() {
  const places = useMarathonPaths();
  const words = useLogWords();
  const { app, taskId, agentId } = useTaskContext();
  if (agentId === undefined) return <EmptyState title={words.unknownTask}>{words.notStarted}</EmptyState>;
  return (
    <div className="flex h-[calc(100vh-22rem)] min-h-96 flex-col">
      <TaskLogs task={{ id: taskId, agentId }} others={loggedTasks(app)} pathOf={(other) => places.taskLogs(app.id, other)} />
    </div>
  );
}
