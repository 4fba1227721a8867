import { TaskFiles } from '../../components/tasks/TaskFiles.tsx';
import { useTaskContext } from './parts/use-task.ts';

/** The instance's working directory. */
export function TaskFilesTab() {
  const { taskId, agentId = '' } = useTaskContext();
  return <TaskFiles taskId={taskId} agentId={agentId} />;
}
