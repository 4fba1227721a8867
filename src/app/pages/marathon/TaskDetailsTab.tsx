import { HealthChecks } from './parts/HealthChecks.tsx';
import { StatusHistory } from './parts/StatusHistory.tsx';
import { TaskFacts } from './parts/TaskFacts.tsx';
import { useTaskContext } from './parts/use-task.ts';

/** Everything that is known about an instance. */
export function TaskDetailsTab() {
  const context = useTaskContext();
  return (
    <div className="flex flex-col gap-4">
      <TaskFacts {...context} />
      {context.task && <HealthChecks app={context.app} task={context.task} />}
      <StatusHistory history={context.history} />
    </div>
  );
}
