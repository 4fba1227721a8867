import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { lastLinesQuery } from '../../../components/log-viewer/last-lines-query.ts';
import { sandboxQuery } from '../../../components/log-viewer/sandbox.ts';
import { useMessages } from '../../../i18n/messages.ts';
import type { TaskFailure } from '../../../live/marathon-wire.ts';
import { paths } from '../../../paths.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { formatDateTime, formatRelative } from '../../../util/format.ts';
import { useNow } from '../../../util/use-now.ts';
import { hostName } from '../rules/machines.ts';
import { useMachines } from './use-machines.ts';

const LINES = 5;

/** What the last failed task said: Marathon's message and the end of its log. */
export function LastFailure({ appId, failure }: { appId: string; failure: TaskFailure }) {
  const { failure: words } = useMessages().marathon;
  const now = useNow();
  const machines = useMachines();
  const at = Date.parse(failure.timestamp);
  const state = words.states[failure.state] ?? failure.state;
  return (
    <Banner
      tone="danger"
      title={words.title}
      action={
        <Link to={paths.marathon.logs(appId, failure.taskId, 'stderr')} preventScrollReset className="font-medium underline">
          {words.showLog}
        </Link>
      }
    >
      <p>
        {failure.message === '' ? state : failure.message}{' '}
        <span className="text-muted">
          ({failure.host && `${words.on(hostName(machines, failure.host))}, `}
          <time dateTime={failure.timestamp} title={formatDateTime(at)}>
            {formatRelative(at, now)}
          </time>
          )
        </span>
      </p>
      {failure.slaveId && <LastLines agentId={failure.slaveId} taskId={failure.taskId} />}
    </Banner>
  );
}

function LastLines({ agentId, taskId }: { agentId: string; taskId: string }) {
  const { failure: words } = useMessages().marathon;
  // A task that the agent never knew, or no longer knows, has no log: asked once, not again and again.
  const { data: directory } = useQuery({ ...sandboxQuery({ agentId, taskId }), refetchInterval: false });
  const enabled = typeof directory === 'string';
  const stderr = useQuery({ ...lastLinesQuery(agentId, `${directory}/stderr`, LINES, false), enabled });
  const stdout = useQuery({ ...lastLinesQuery(agentId, `${directory}/stdout`, LINES, false), enabled });
  const file = stderr.data?.length ? 'stderr' : 'stdout';
  const lines = file === 'stderr' ? stderr.data : stdout.data;
  if (lines === undefined || lines.length === 0) return undefined;
  return (
    <>
      <p className="mt-1.5 text-xs text-muted">{words.lastLines(file)}</p>
      <pre className="mt-0.5 overflow-x-auto font-mono text-xs whitespace-pre-wrap">{lines.join('\n')}</pre>
    </>
  );
}
