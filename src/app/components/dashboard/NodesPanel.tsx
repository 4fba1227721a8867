import { useMemo } from 'react';
import { niceMax } from '../../charts/scale.ts';
import { useMessages } from '../../i18n/messages.ts';
import type { ClusterSummary } from '../../live/cluster-summary.ts';
import { type Sample, WINDOW_MS } from '../../live/samples.ts';
import { paths } from '../../paths.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { formatCount } from '../../util/format.ts';
import { BigNumber } from './BigNumber.tsx';
import { LazyChart } from './LazyChart.tsx';
import { Panel } from './Panel.tsx';

const LEAST_MAX = 2;

/** How many agents are connected to the master, now and over the last minute. */
export function NodesPanel({ summary, samples }: { summary: ClusterSummary | undefined; samples: readonly Sample[] }) {
  const { dashboard } = useMessages().dcos;
  const points = useMemo(() => samples.map((sample) => ({ at: sample.at, value: sample.nodes })), [samples]);
  const to = paths.nodes();
  if (!summary) {
    return (
      <Panel wide title={dashboard.nodes} to={to}>
        <Skeleton className="h-10 w-40" />
        <Skeleton className="mt-auto h-32" />
      </Panel>
    );
  }
  const count = summary.connectedNodes;
  const max = niceMax(
    points.map(({ value }) => value),
    LEAST_MAX,
  );
  return (
    <Panel wide title={dashboard.nodes} to={to}>
      <BigNumber value={formatCount(count)} caption={dashboard.connectedNodes(count)} color="var(--nodes)" to={to} />
      {summary.nodes.length === 0 && <p className="pt-1 text-muted">{dashboard.noNodesAdvice}</p>}
      <LazyChart
        points={points}
        spanMs={WINDOW_MS}
        max={max}
        color="var(--nodes)"
        label={dashboard.chart(dashboard.nodes, formatCount(count))}
        formatValue={formatCount}
        formatAge={dashboard.secondsAgo}
      />
    </Panel>
  );
}
