import { useNavigate, useParams } from 'react-router';
import { chronosPaths } from '../../chronos-paths.ts';
import { useRuns } from '../../components/chronos/use-runs.ts';
import { TaskLogs } from '../../components/log-viewer/TaskLogs.tsx';
import { useChronosWords } from '../../i18n/chronos-words.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';

/** What one run wrote, together with other runs if one likes. */
export function RunLogDialog() {
  const { runs: words } = useChronosWords();
  const { name = '', taskId = '' } = useParams();
  const navigate = useNavigate();
  const { runs } = useRuns(name);
  const logged = (runs ?? []).flatMap(({ taskId: id, agentId }) => (agentId === undefined ? [] : { id, agentId }));
  const task = logged.find(({ id }) => id === taskId);
  return (
    <Dialog title={words.logOf(taskId)} width="xl" onClose={() => void navigate(chronosPaths.job(name), { preventScrollReset: true })}>
      {runs === undefined && <Skeleton className="h-40" />}
      {runs !== undefined && task === undefined && <EmptyState title={words.unknownRun}>{words.unknownRunHint}</EmptyState>}
      {task !== undefined && (
        <div className="flex h-[calc(100vh-8rem)] flex-col sm:h-[70vh]">
          <TaskLogs task={task} others={logged} pathOf={(other) => chronosPaths.runLog(name, other)} />
        </div>
      )}
    </Dialog>
  );
}
