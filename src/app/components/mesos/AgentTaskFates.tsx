import { useQuery } from '@tanstack/react-query';
import { useMachinesWords } from '../../i18n/machines-words.ts';
import { drainPreviewQuery } from '../../live/drain-preview.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { TaskFates } from '../machines/TaskFates.tsx';

/** What becomes of the tasks of an agent that is emptied. */
export function AgentTaskFates({ agentId }: { agentId: string }) {
  const { dialog: words } = useMachinesWords();
  const { data: fates, error, isPending } = useQuery(drainPreviewQuery(agentId));
  if (isPending)
    return (
      <p className="flex items-center gap-2 text-muted">
        <Spinner size={14} /> {words.looking}
      </p>
    );
  if (error && !fates)
    return (
      <Banner tone="warn" title={words.unknownTasks}>
        {error.message}
      </Banner>
    );
  if (!fates || fates.length === 0) return undefined;
  return (
    <>
      <TaskFates fates={fates} />
      <p className="text-xs text-muted">{words.estimate}</p>
    </>
  );
}
