import { useQuery } from '@tanstack/react-query';
import { Outlet, useSearchParams } from 'react-router';
import { FilterInput } from '../../filters/FilterInput.tsx';
import { useTableFilter } from '../../filters/use-table-filter.ts';
import { useDeploymentWords } from '../../i18n/deployment-words.ts';
import { useFilterLanguageWords } from '../../i18n/filter-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Page } from '../../layouts/Page.tsx';
import { deploymentsQuery } from '../../live/marathon-queries.ts';
import type { Deployment } from '../../live/marathon-wire.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { DeploymentCard } from './parts/DeploymentCard.tsx';
import { FinishedDeployments } from './parts/FinishedDeployments.tsx';
import { deploymentFields } from './rules/deployment-fields.ts';

/** So many are drawn; an operator who has more at once looks for one of them by its app. */
const DRAWN = 50;

/** The deployments that are running, what each waits for, and those that have ended. */
export function DeploymentsPage() {
  const { marathon } = useMessages();
  const words = useDeploymentWords();
  const { data, error, refetch } = useQuery(deploymentsQuery);
  return (
    <Page title={marathon.deployments}>
      {data === undefined && error && <ErrorState title={words.loadFailed} detail={error.message} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Skeleton className="h-40 w-full" />}
      {data && <Running deployments={data} stale={error !== null} />}
      <FinishedDeployments />
      <Outlet />
    </Page>
  );
}

function Running({ deployments, stale }: { deployments: Deployment[]; stale: boolean }) {
  const words = useDeploymentWords();
  const language = useFilterLanguageWords();
  const filter = useTableFilter(deploymentFields, deployments);
  const [search] = useSearchParams();
  const marked = search.get('deployment');
  if (deployments.length === 0) {
    return (
      <div className="rounded-lg border border-line bg-surface">
        <EmptyState title={words.none}>{words.noneHint}</EmptyState>
      </div>
    );
  }
  const shown = filter.shown ?? deployments;
  const drawn = shown.filter(({ id }, index) => index < DRAWN || id === marked);
  return (
    <section aria-label={words.running} className={stale ? 'stale flex flex-col gap-3' : 'flex flex-col gap-3'}>
      {(deployments.length > 1 || filter.text !== '') && (
        <FilterInput label={words.find} filter={filter} fields={deploymentFields} rows={deployments} className="w-full sm:w-96" />
      )}
      {shown.length === 0 && (
        <EmptyState title={language.noMatch(filter.text)} action={<Button onClick={filter.clear}>{language.clear}</Button>} />
      )}
      {drawn.map((deployment) => (
        <DeploymentCard key={deployment.id} deployment={deployment} marked={deployment.id === marked} stale={stale} />
      ))}
      {drawn.length < shown.length && <p className="text-muted">{words.more(shown.length - drawn.length)}</p>}
    </section>
  );
}
