import { useQuery } from '@tanstack/react-query';
import { sandboxQuery } from '../../components/log-viewer/sandbox.ts';
import { SandboxFiles } from '../../components/sandbox-files/SandboxFiles.tsx';
import { useTaskWords } from '../../i18n/task-words.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useTaskContext } from './parts/use-task.ts';

/** The instance's working directory. */
export function TaskFilesTab() {
  const words = useTaskWords();
  const { taskId, agentId = '' } = useTaskContext();
  const sandbox = useQuery({ ...sandboxQuery({ agentId, taskId }), enabled: agentId !== '' });
  if (sandbox.isError) return <ErrorState title={words.filesFailed} detail={sandbox.error.message} />;
  if (agentId === '' || sandbox.data === null) return <EmptyState title={words.noSandbox}>{words.noSandboxHint}</EmptyState>;
  if (sandbox.isPending) return <Skeleton className="h-40 w-full" />;
  return <SandboxFiles agentId={agentId} root={sandbox.data} />;
}
