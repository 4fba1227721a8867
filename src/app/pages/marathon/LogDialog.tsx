import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useMessages } from '../../i18n/messages.ts';
import { paths } from '../../paths.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Select } from '../../ui/Select.tsx';
import { LOG_FILES, TaskLog } from './parts/TaskLog.tsx';
import { useAppContext } from './parts/use-app.ts';
import { agentOfTask } from './rules/agent-of-task.ts';

/** The log of one task over its app's page, for as long as its agent keeps the files. */
export function LogDialog() {
  const { log } = useMessages().marathon;
  const { app } = useAppContext();
  const { taskId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const file = LOG_FILES.find((name) => name === search.get('file')) ?? 'stdout';
  const agentId = agentOfTask(app, taskId);
  return (
    <Dialog
      title={log.title(taskId)}
      width="xl"
      onClose={() => void navigate(paths.marathon.app(app.id), { preventScrollReset: true })}
      headerExtra={
        <span className="w-28">
          <Select
            aria-label={log.files}
            value={file}
            options={LOG_FILES.map((name) => ({ value: name, label: name }))}
            onChange={(event) => setSearch({ file: event.target.value }, { replace: true, preventScrollReset: true })}
          />
        </span>
      }
    >
      {agentId === undefined ? (
        <EmptyState title={log.unknownTask}>{log.unknownTaskHint}</EmptyState>
      ) : (
        <TaskLog agentId={agentId} taskId={taskId} file={file} />
      )}
    </Dialog>
  );
}
