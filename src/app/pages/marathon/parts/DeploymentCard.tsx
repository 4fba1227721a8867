import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { useDeploymentWords } from '../../../i18n/deployment-words.ts';
import { useMessages } from '../../../i18n/messages.ts';
import type { Deployment } from '../../../live/marathon-wire.ts';
import { Button } from '../../../ui/Button.tsx';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { SegmentedBar } from '../../../ui/SegmentedBar.tsx';
import { classNames } from '../../../util/class-names.ts';
import { formatDateTime, formatDuration } from '../../../util/format.ts';
import { useNow } from '../../../util/use-now.ts';
import { plannedSteps } from '../rules/deployment-steps.ts';
import { DeploymentSteps } from './DeploymentSteps.tsx';
import { DeploymentWaits } from './DeploymentWaits.tsx';
import { useMarathonPaths } from '../../../util/use-marathon-paths.ts';

const APPS_NAMED = 8;

export interface DeploymentCardProps {
  deployment: Deployment;
  /** One has come here for this one. */
  marked: boolean;
  /** Marathon does not answer: nothing can be done with it now. */
  stale: boolean;
}

/** One running deployment: what it changes, how far it is and for how long, why it does not go on, and the ways out. */
export function DeploymentCard({ deployment, marked, stale }: DeploymentCardProps) {
  const words = useDeploymentWords();
  const { id, affectedApps, currentStep, steps, version } = deployment;
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (marked) card.current?.scrollIntoView({ block: 'nearest' });
  }, [marked]);
  return (
    <article
      ref={card}
      aria-label={affectedApps.slice(0, APPS_NAMED).join(', ') || id}
      aria-current={marked || undefined}
      className={classNames('flex flex-col gap-3 rounded-lg border bg-surface px-4 py-3', marked ? 'border-accent' : 'border-line')}
    >
      <header className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <AffectedApps ids={affectedApps} />
        <Elapsed since={Date.parse(version)} />
        <WaysOut id={id} stale={stale} />
      </header>
      <div className="flex items-center gap-3">
        <SegmentedBar
          label={words.progress}
          total={steps.length}
          segments={[
            { key: 'done', label: words.stepsDone, value: Math.max(0, currentStep - 1), tone: 'ok' },
            { key: 'now', label: words.stepNow, value: 1, tone: 'warn', hatched: true },
          ]}
        />
        <span className="shrink-0 text-sm text-muted">{words.step(currentStep, steps.length)}</span>
      </div>
      <DeploymentSteps steps={plannedSteps(deployment)} />
      <DeploymentWaits deployment={deployment} />
      <p className="text-xs text-muted wrap-anywhere">
        {words.id}: {id}
      </p>
    </article>
  );
}

function AffectedApps({ ids }: { ids: readonly string[] }) {
  const places = useMarathonPaths();
  const words = useDeploymentWords();
  return (
    <div className="min-w-0 flex-1 basis-52">
      <p className="text-xs text-muted">{words.affected}</p>
      <p className="flex flex-wrap gap-x-3 gap-y-0.5 wrap-anywhere">
        {ids.slice(0, APPS_NAMED).map((id) => (
          <Link key={id} to={places.app(id)} className="rounded-sm font-medium hover:text-accent hover:underline">
            {id}
          </Link>
        ))}
        {ids.length > APPS_NAMED && <span className="text-muted">{words.more(ids.length - APPS_NAMED)}</span>}
        {ids.length === 0 && <span className="text-muted">{words.nothingAffected}</span>}
      </p>
    </div>
  );
}

function Elapsed({ since }: { since: number }) {
  const words = useDeploymentWords();
  const now = useNow();
  if (Number.isNaN(since)) return undefined;
  return (
    <p className="text-sm">
      <span className="block text-xs text-muted">{words.elapsed}</span>
      <time dateTime={new Date(since).toISOString()} title={formatDateTime(since)}>
        {formatDuration(Math.max(0, now - since))}
      </time>
    </p>
  );
}

function WaysOut({ id, stale }: { id: string; stale: boolean }) {
  const places = useMarathonPaths();
  const words = useDeploymentWords();
  const { actions } = useMessages().marathon;
  if (stale) {
    return (
      <Button size="sm" disabledReason={actions.stale}>
        {words.rollback}
      </Button>
    );
  }
  return (
    <p className="flex gap-2">
      <ButtonLink size="sm" to={places.rollback(id)} preventScrollReset>
        {words.rollback}
      </ButtonLink>
      <ButtonLink size="sm" to={places.stop(id)} preventScrollReset>
        {words.stop}
      </ButtonLink>
    </p>
  );
}
