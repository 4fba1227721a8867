import { Link } from 'react-router';
import { useMessages } from '../../../i18n/messages.ts';
import type { TaskFailure } from '../../../live/marathon-wire.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { formatDateTime, formatRelative } from '../../../util/format.ts';
import { useNow } from '../../../util/use-now.ts';
import { hostName } from '../rules/machines.ts';
import { LastLines } from './LastLines.tsx';
import { useMachines } from './use-machines.ts';
import { useMarathonPaths } from '../../../util/use-marathon-paths.ts';

/** What the last failed task said: Marathon's message and the end of its log. */
export function LastFailure({ appId, failure }: { appId: string; failure: TaskFailure }) {
  const places = useMarathonPaths();
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
        <Link to={places.logs(appId, failure.taskId, 'stderr')} preventScrollReset className="font-medium underline">
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
