import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useDeferredValue, useMemo } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { chronosPaths } from '../../chronos-paths.ts';
import { graphView } from '../../components/chronos/graph-view.ts';
import { type JobGraph, jobGraph } from '../../components/chronos/job-graph.ts';
import { JobGraphList } from '../../components/chronos/JobGraphList.tsx';
import { useChronosWords } from '../../i18n/chronos-words.ts';
import { Page } from '../../layouts/Page.tsx';
import { addParent } from '../../live/chronos-actions.ts';
import { chronosKeys, summaryQuery } from '../../live/chronos-queries.ts';
import { keepingSearch } from '../../paths.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { SearchInput } from '../../ui/SearchInput.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useToast } from '../../ui/use-toast.ts';
import { lazyPart } from '../../util/load-again.ts';
import { useSearchText } from '../../util/use-search-text.ts';

const JobGraphDrawing = lazyPart(async () => ({ default: (await import('../../components/chronos/JobGraphDrawing.tsx')).JobGraphDrawing }));

/** More could not be told apart, and would take long to lay out. */
const MOST_DRAWN = 600;

/** Which job runs after which: drawn with the last results, and as a list. */
export function JobGraphPage() {
  const words = useChronosWords();
  const { graphPage: own } = words;
  const { summaries, whole } = useJobGraph();
  return (
    <Page title={words.graph} crumbs={[{ label: words.jobs, to: chronosPaths.jobs() }]}>
      {summaries.isPending && <Skeleton className="h-60" />}
      {summaries.isError && summaries.data === undefined && <ErrorState title={words.cannotLoad} detail={summaries.error.message} />}
      {whole?.edges.length === 0 && <EmptyState title={own.none}>{own.noneHint}</EmptyState>}
      {whole !== undefined && whole.edges.length > 0 && <Drawn whole={whole} />}
      <Outlet />
    </Page>
  );
}

function useJobGraph() {
  const summaries = useQuery(summaryQuery);
  // Drawn anew only when something in it has changed, not at each look.
  const seen = JSON.stringify(summaries.data?.map(({ name, status, parents, disabled }) => ({ name, status, parents, disabled })));
  return { summaries, whole: useMemo(() => (seen === undefined ? undefined : jobGraph(JSON.parse(seen))), [seen]) };
}

function Drawn({ whole }: { whole: JobGraph }) {
  const words = useChronosWords();
  const { graphPage: own } = words;
  const [text, setText] = useSearchText('q');
  const wanted = useDeferredValue(text);
  const { graph, left } = useMemo(() => graphView(whole, wanted, MOST_DRAWN), [whole, wanted]);
  const join = useJoin();
  const navigate = useNavigate();
  const { search } = useLocation();
  const part = (parent: string, child: string) =>
    void navigate(keepingSearch(chronosPaths.unlink(child, parent), search), { preventScrollReset: true });
  return (
    <>
      <p className="text-muted">
        {own.hint} {whole.alone > 0 && own.alone(whole.alone)}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <SearchInput label={own.find} value={text} onChange={setText} className="w-full sm:w-96" />
        {left > 0 && <span className="text-muted">{own.left(left)}</span>}
      </div>
      {graph.nodes.length === 0 ? (
        <EmptyState title={own.noMatch} action={<Button onClick={() => setText('')}>{words.clearFilters}</Button>}>
          {own.noMatchHint}
        </EmptyState>
      ) : (
        <>
          <Suspense fallback={<Skeleton className="h-60" />}>
            <JobGraphDrawing graph={graph} onJoin={join} onPart={part} />
          </Suspense>
          <JobGraphList graph={graph} />
        </>
      )}
    </>
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
