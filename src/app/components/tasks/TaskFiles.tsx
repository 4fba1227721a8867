import { useQuery } from '@tanstack/react-query';
import { useTaskWords } from '../../i18n/task-words.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { sandboxQuery } from '../log-viewer/sandbox.ts';
import { SandboxFiles } from '../sandbox-files/SandboxFiles.tsx';

/** The working directory of a task, of whichever framework. `agentId` is empty while no agent has the task. */
export function TaskFiles({ taskId, agentId }: { taskId: string; agentId: string }) {
  const words = useTaskWords();
  const sandbox = useQuery({ ...sandboxQuery({ agentId, taskId }), enabled: agentId !== '' });
  if (sandbox.isError) return <ErrorState title={words.filesFailed} detail={sandbox.error.message} />;
  if (agentId === '' || sandbox.data === null) return <EmptyState title={words.noSandbox}>{words.noSandboxHint}</EmptyState>;
  if (sandbox.isPending) return <Skeleton className="h-40 w-full" />;
  return <SandboxFiles agentId={agentId} root={sandbox.data} />;
}
