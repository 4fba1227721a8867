import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useMemo } from 'react';
import { Link } from 'react-router';
import { chronosPaths } from '../../chronos-paths.ts';
import { jobGraph } from '../../components/chronos/job-graph.ts';
import { JobNames } from '../../components/chronos/JobNames.tsx';
import { useChronosWords } from '../../i18n/chronos-words.ts';
import { Page } from '../../layouts/Page.tsx';
import { addParent } from '../../live/chronos-actions.ts';
import { chronosKeys, summaryQuery } from '../../live/chronos-queries.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useToast } from '../../ui/use-toast.ts';
import { lazyPart } from '../../util/load-again.ts';

const JobGraphDrawing = lazyPart(async () => ({ default: (await import('../../components/chronos/JobGraphDrawing.tsx')).JobGraphDrawing }));

/** Which job runs after which: drawn with the last results, and as a list. */
export function JobGraphPage() {
  const words = useChronosWords();
  const { graphPage: own } = words;
  const summaries = useQuery(summaryQuery);
  // Drawn anew only when something in it has changed, not at each look.
  const seen = JSON.stringify(summaries.data?.map(({ name, status, parents, disabled }) => ({ name, status, parents, disabled })));
  const graph = useMemo(() => (seen === undefined ? undefined : jobGraph(JSON.parse(seen))), [seen]);
  const join = useJoin();
  return (
    <Page title={words.graph} crumbs={[{ label: words.jobs, to: chronosPaths.jobs() }]}>
      {summaries.isPending && <Skeleton className="h-60" />}
      {summaries.isError && summaries.data === undefined && <ErrorState title={words.cannotLoad} detail={summaries.error.message} />}
      {graph?.edges.length === 0 && <EmptyState title={own.none}>{own.noneHint}</EmptyState>}
      {graph !== undefined && graph.edges.length > 0 && (
        <>
          <p className="text-muted">
            {own.hint} {graph.alone > 0 && own.alone(graph.alone)}
          </p>
          <Suspense fallback={<Skeleton className="h-60" />}>
            <JobGraphDrawing graph={graph} onJoin={join} />
          </Suspense>
          <ul aria-label={own.list} className="flex flex-col gap-1">
            {graph.nodes.map(({ id }) => {
              const parents = graph.edges.filter(({ to }) => to === id).map(({ from }) => from);
              return parents.length === 0 ? undefined : (
                <li key={id} className="flex flex-wrap items-baseline gap-x-2">
                  <Link to={chronosPaths.job(id)} className="font-medium hover:underline">
                    {id}
                  </Link>
                  <span className="text-muted">{own.after}</span>
                  <JobNames names={parents} />
                </li>
              );
            })}
          </ul>
        </>
      )}
    </Page>
  );
}

/** Lets a job run after one more; what Chronos refuses, a circle for one, is told. */
function useJoin(): (parent: string, child: string) => void {
  const { graphPage: words } = useChronosWords();
  const client = useQueryClient();
  const toast = useToast();
  const { mutate } = useMutation({
    mutationFn: ({ parent, child }: { parent: string; child: string }) => addParent(child, parent),
    onSuccess: (_, { parent, child }) => toast({ tone: 'ok', title: words.joined(child, parent) }),
    onError: (error) => toast({ tone: 'danger', title: error.message }),
    onSettled: () => client.invalidateQueries({ queryKey: chronosKeys.all }),
  });
  return (parent, child) => mutate({ parent, child });
}
