import { useSyncExternalStore } from 'react';
import { Link } from 'react-router';
import { useDeploymentWords } from '../../../i18n/deployment-words.ts';
import { type FinishedDeployment, finishedDeployments } from '../../../live/finished-deployments.ts';
import { Button } from '../../../ui/Button.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { StatusText } from '../../../ui/StatusText.tsx';
import { formatDuration } from '../../../util/format.ts';
import { useMarathonPaths } from '../../../util/use-marathon-paths.ts';

const APPS_NAMED = 4;

/** Deployments that ended while the page was open, the last one first: all of them, or those given. */
export function FinishedDeployments({ of }: { of?: readonly FinishedDeployment[] }) {
  const words = useDeploymentWords();
  const all = useSyncExternalStore(finishedDeployments.subscribe, finishedDeployments.current);
  const finished = of ?? all;
  return (
    <section aria-labelledby="finished" className="flex flex-col gap-2 pt-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id="finished" className="text-base font-semibold">
          {words.finished}
        </h2>
        <p className="mr-auto text-xs text-muted">{words.finishedHint}</p>
        {of === undefined && finished.length > 0 && (
          <Button size="sm" variant="ghost" onClick={finishedDeployments.clear}>
            {words.forget}
          </Button>
        )}
      </div>
      {finished.length === 0 ? (
        <p className="text-sm text-muted">{words.noneFinished}</p>
      ) : (
        <ul aria-labelledby="finished" className="flex flex-col divide-y divide-line rounded-lg border border-line bg-surface">
          {finished.map((deployment) => (
            <Finished key={deployment.id} deployment={deployment} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Finished({ deployment: { id, succeeded, reason, began, ended, steps } }: { deployment: FinishedDeployment }) {
  const places = useMarathonPaths();
  const words = useDeploymentWords();
  const done = steps.flatMap(({ actions }) => actions).map(({ action, app, pod }) => ({ action, app: app ?? pod ?? '' }));
  const apps = [...new Set(done.map(({ app }) => app))];
  return (
    <li className="grid gap-x-4 gap-y-1 px-4 py-2.5 text-sm sm:grid-cols-[minmax(0,11rem)_minmax(0,1fr)_auto]">
      <StatusText tone={succeeded ? 'ok' : 'danger'}>{succeeded ? words.succeeded : words.failed}</StatusText>
      <span className="flex min-w-0 flex-col wrap-anywhere">
        {apps.slice(0, APPS_NAMED).map((app) => (
          <span key={app}>
            {[...new Set(done.filter((action) => action.app === app).map(({ action }) => words.actions[action] ?? action))].join(', ')}{' '}
            <Link to={places.app(app)} className="rounded-sm font-medium hover:text-accent hover:underline">
              {app}
            </Link>
          </span>
        ))}
        {apps.length > APPS_NAMED && <span className="text-muted">{words.more(apps.length - APPS_NAMED)}</span>}
        {reason !== undefined && <span className="text-muted">{reason}</span>}
        <span className="text-xs text-muted">
          {words.id}: {id}
        </span>
      </span>
      <span className="text-muted">
        <RelativeTime at={ended} /> · {words.took(formatDuration(Math.max(0, ended - began)))}
      </span>
    </li>
  );
}
