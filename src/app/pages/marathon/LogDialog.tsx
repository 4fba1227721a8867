import { useNavigate, useParams } from 'react-router';
import { TaskLogs } from '../../components/log-viewer/TaskLogs.tsx';
import { useLogWords } from '../../i18n/log-words.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useAppContext } from './parts/use-app.ts';
import { agentOfTask } from './rules/agent-of-task.ts';
import { loggedTasks } from './rules/logged-tasks.ts';
import { useMarathonPaths } from '../../util/use-marathon-paths.ts';

/** The log of one instance over its app's page, together with those of others if one likes. */
export function LogDialog() {
  const places = useMarathonPaths();
  const words = useLogWords();
  const { app } = useAppContext();
  const { taskId = '' } = useParams();
  const navigate = useNavigate();
  const agentId = agentOfTask(app, taskId);
  return (
    <Dialog title={words.title(taskId)} width="xl" onClose={() => void navigate(places.app(app.id), { preventScrollReset: true })}>
      {agentId === undefined ? (
        <EmptyState title={words.unknownTask}>{words.unknownTaskHint}</EmptyState>
      ) : (
        <div className="flex h-[calc(100vh-8rem)] flex-col sm:h-[70vh]">
          <TaskLogs task={{ id: taskId, agentId }} others={loggedTasks(app)} pathOf={(other) => places.logs(app.id, other)} />
        </div>
      )}
    </Dialog>
  );
}
