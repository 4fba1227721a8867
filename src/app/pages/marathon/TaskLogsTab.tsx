import { useSearchParams } from 'react-router';
import { useMessages } from '../../i18n/messages.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Select } from '../../ui/Select.tsx';
import { LOG_FILES, TaskLog } from './parts/TaskLog.tsx';
import { useTaskContext } from './parts/use-task.ts';

/** What the instance wrote. */
export function TaskLogsTab() {
  const { log } = useMessages().marathon;
  const { taskId, agentId } = useTaskContext();
  const [search, setSearch] = useSearchParams();
  const file = LOG_FILES.find((name) => name === search.get('file')) ?? 'stdout';
  if (agentId === undefined) return <EmptyState title={log.unknownTask}>{log.notStarted}</EmptyState>;
  return (
    <div className="flex flex-col gap-3">
      <span className="w-28">
        <Select
          aria-label={log.files}
          value={file}
          options={LOG_FILES.map((name) => ({ value: name, label: name }))}
          onChange={(event) => setSearch({ file: event.target.value }, { replace: true, preventScrollReset: true })}
        />
      </span>
      <TaskLog agentId={agentId} taskId={taskId} file={file} />
    </div>
  );
}
