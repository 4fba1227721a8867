import { Link } from 'react-router';
import { useDebugWords } from '../../../i18n/debug-words.ts';
import type { AppDetail } from '../../../live/marathon-wire.ts';
import { StatusText } from '../../../ui/StatusText.tsx';
import { TitledSection } from './TitledSection.tsx';
import { useMarathonPaths } from '../../../util/use-marathon-paths.ts';

/** What keeps a deployment from going on though its instances run: their readiness checks, and health checks that fail. */
export function UnreadyInstances({ app }: { app: AppDetail }) {
  const { readiness, health } = useDebugWords();
  const failing = app.tasks.flatMap(({ id, healthCheckResults }) =>
    healthCheckResults.flatMap((result, index) =>
      !result.alive && result.lastFailure ? [{ key: `${id} ${index}`, taskId: id, result }] : [],
    ),
  );
  return (
    <>
      {app.readinessCheckResults.length > 0 && (
        <TitledSection title={readiness.title}>
          <ul className="flex flex-col gap-2">
            {app.readinessCheckResults.map(({ name, taskId, ready, lastResponse }) => (
              <li key={`${taskId} ${name}`} className="flex flex-wrap items-baseline gap-x-3">
                <StatusText tone={ready ? 'ok' : 'warn'}>{ready ? readiness.ready : readiness.notReady}</StatusText>
                <span className="font-medium">{name}</span>
                <TaskLink appId={app.id} taskId={taskId} />
                <span className="text-muted">{lastResponse?.status ? readiness.answered(lastResponse.status) : readiness.noAnswer}</span>
                {lastResponse?.body && <code className="min-w-0 text-xs wrap-anywhere">{lastResponse.body.slice(0, 200)}</code>}
              </li>
            ))}
          </ul>
        </TitledSection>
      )}
      {failing.length > 0 && (
        <TitledSection title={health.title}>
          <ul className="flex flex-col gap-2">
            {failing.map(({ key, taskId, result }) => (
              <li key={key} className="flex flex-wrap items-baseline gap-x-3">
                <TaskLink appId={app.id} taskId={taskId} />
                <span>{result.lastFailureCause ?? health.noCause}</span>
                <span className="text-muted">{health.failures(result.consecutiveFailures)}</span>
              </li>
            ))}
          </ul>
        </TitledSection>
      )}
    </>
  );
}

function TaskLink({ appId, taskId }: { appId: string; taskId: string }) {
  const places = useMarathonPaths();
  return (
    <Link to={places.task(appId, taskId)} className="rounded-sm break-all underline hover:text-accent">
      {taskId}
    </Link>
  );
}
