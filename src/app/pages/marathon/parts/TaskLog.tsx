import { useQuery } from '@tanstack/react-query';
import { ArrowDownToLine, Download } from 'lucide-react';
import { useState } from 'react';
import { LogViewer } from '../../../components/log-viewer/LogViewer.tsx';
import { downloadPath, sandboxQuery } from '../../../components/log-viewer/sandbox.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { buttonLook } from '../../../ui/button-look.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import { withBase } from '../../../util/http.ts';

export const LOG_FILES = ['stdout', 'stderr'] as const;

/** One log of a task, for as long as its agent keeps the files. */
export function TaskLog({ agentId, taskId, file }: { agentId: string; taskId: string; file: string }) {
  const { log } = useMessages().marathon;
  const [following, setFollowing] = useState(true);
  const [wrap, setWrap] = useState(false);
  const sandbox = useQuery(sandboxQuery({ agentId, taskId }));
  if (sandbox.isPending) return <Skeleton className="h-40 w-full" />;
  if (sandbox.isError) return <ErrorState title={log.failed} detail={sandbox.error.message} onRetry={() => void sandbox.refetch()} />;
  if (sandbox.data === null) return <EmptyState title={log.unknownTask}>{log.notStarted}</EmptyState>;
  const path = `${sandbox.data}/${file}`;
  return (
    <div className="flex h-[70vh] flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Switch label={log.follow} checked={following} onChange={(event) => setFollowing(event.target.checked)} />
        <Switch label={log.wrap} checked={wrap} onChange={(event) => setWrap(event.target.checked)} />
        <span className="ml-auto flex gap-2">
          {!following && (
            <Button size="sm" onClick={() => setFollowing(true)}>
              <ArrowDownToLine aria-hidden size={14} />
              {log.jump}
            </Button>
          )}
          <a href={withBase(downloadPath(agentId, path))} download={file} className={buttonLook('outline', 'sm')}>
            <Download aria-hidden size={14} />
            {log.download}
          </a>
        </span>
      </div>
      <LogViewer key={path} agentId={agentId} path={path} following={following} onFollow={setFollowing} wrap={wrap} />
    </div>
  );
}
