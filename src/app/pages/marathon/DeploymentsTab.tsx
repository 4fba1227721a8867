import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { Outlet } from 'react-router';
import { useServicesWords } from '../../i18n/services-words.ts';
import { finishedDeployments } from '../../live/finished-deployments.ts';
import { deploymentsQuery } from '../../live/marathon-queries.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useMarathonPaths } from '../../util/use-marathon-paths.ts';
import { DeploymentCard } from './parts/DeploymentCard.tsx';
import { FinishedDeployments } from './parts/FinishedDeployments.tsx';
import { useAppContext } from './parts/use-app.ts';

/** The deployments that change this app: those that are running, and those that have ended while the pages were open. */
export function DeploymentsTab() {
  const { deployments: words } = useServicesWords();
  const places = useMarathonPaths();
  const { app, stale } = useAppContext();
  const running = useQuery(deploymentsQuery).data?.filter(({ affectedApps }) => affectedApps.includes(app.id)) ?? [];
  const finished = useSyncExternalStore(finishedDeployments.subscribe, finishedDeployments.current);
  return (
    <div className="flex flex-col gap-3">
      {running.length === 0 && (
        <div className="rounded-lg border border-line bg-surface">
          <EmptyState title={words.none} action={<ButtonLink to={places.deployments()}>{words.all}</ButtonLink>}>
            {words.noneHint}
          </EmptyState>
        </div>
      )}
      {running.map((deployment) => (
        <DeploymentCard key={deployment.id} deployment={deployment} marked={false} stale={stale} />
      ))}
      <FinishedDeployments
        of={finished.filter(({ steps }) => steps.some(({ actions }) => actions.some((action) => action.app === app.id)))}
      />
      <Outlet />
    </div>
  );
}
