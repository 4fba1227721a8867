import { useQuery } from '@tanstack/react-query';
import { Suspense, useMemo } from 'react';
import { useGroupWords } from '../../i18n/group-words.ts';
import { Page } from '../../layouts/Page.tsx';
import { groupDocumentQuery } from '../../live/group-actions.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { DependencyList } from './parts/DependencyList.tsx';
import { useGroupCrumbs } from './parts/use-group-crumbs.ts';
import { GroupTabs } from './parts/GroupTabs.tsx';
import { useListGroup } from './parts/use-list-base.ts';
import { clipped, dependencyGraph } from './rules/dependency-graph.ts';
import { lazyPart } from '../../util/load-again.ts';

const DependencyGraph = lazyPart(async () => ({ default: (await import('./parts/DependencyGraph.tsx')).DependencyGraph }));

const MOST_NODES = 200;

/** What has to run before what, in a group or in all of Marathon. */
export function DependenciesPage() {
  const words = useGroupWords().graph;
  const groupId = useListGroup();
  const { title, crumbs } = useGroupCrumbs(groupId);
  const root = useQuery(groupDocumentQuery('/'));
  const graph = useMemo(() => root.data && dependencyGraph(root.data, groupId), [root.data, groupId]);
  const drawn = useMemo(() => graph && clipped(graph, MOST_NODES), [graph]);
  return (
    <Page title={title} crumbs={crumbs} below={<GroupTabs groupId={groupId} />}>
      {root.error && root.data === undefined && (
        <ErrorState title={words.loadFailed} detail={root.error.message} onRetry={() => void root.refetch()} />
      )}
      {root.isPending && <Skeleton className="h-60 w-full" />}
      {graph?.edges.length === 0 && <EmptyState title={words.none}>{words.noneHint}</EmptyState>}
      {graph && drawn && graph.edges.length > 0 && (
        <div className="flex flex-col gap-3">
          <p className="text-sm text-muted">
            {words.hint} {graph.independent > 0 && words.independent(graph.independent)}{' '}
            {drawn.nodes.length < graph.nodes.length && words.tooMany(drawn.nodes.length, graph.nodes.length)}
          </p>
          <Suspense fallback={<Skeleton className="h-60 w-full" />}>
            <DependencyGraph graph={drawn} />
          </Suspense>
          <DependencyList graph={drawn} />
        </div>
      )}
    </Page>
  );
}
