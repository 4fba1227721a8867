import { useMemo } from 'react';
import { useMessages } from '../../i18n/messages.ts';
import { type ClusterSummary, share } from '../../live/cluster-summary.ts';
import { type Sample, WINDOW_MS } from '../../live/samples.ts';
import { paths } from '../../paths.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { formatCpus, formatMegabytes, formatPercent } from '../../util/format.ts';
import { BigNumber } from './BigNumber.tsx';
import { LazyChart } from './LazyChart.tsx';
import { Panel } from './Panel.tsx';

type Resource = 'cpus' | 'mem' | 'disk';

const LOOK = {
  cpus: { title: 'cpu', color: 'var(--cpu)' },
  mem: { title: 'memory', color: 'var(--mem)' },
  disk: { title: 'disk', color: 'var(--disk)' },
} as const;

export interface AllocationPanelProps {
  resource: Resource;
  summary: ClusterSummary | undefined;
  samples: readonly Sample[];
}

/** How much of one resource is given to tasks, now and over the last minute. */
export function AllocationPanel({ resource, summary, samples }: AllocationPanelProps) {
  const { dashboard } = useMessages().dcos;
  const points = useMemo(() => samples.map((sample) => ({ at: sample.at, value: sample[resource] })), [samples, resource]);
  const { color, title: key } = LOOK[resource];
  const title = dashboard[key];
  const to = `${paths.nodes()}?sort=-${key}`;
  if (!summary) {
    return (
      <Panel title={title} to={to}>
        <Skeleton className="h-10 w-40" />
        <Skeleton className="mt-auto h-32" />
      </Panel>
    );
  }
  const used = summary.used[resource];
  const total = summary.total[resource];
  const percent = formatPercent(share(used, total));
  const written =
    resource === 'cpus'
      ? dashboard.usedOf(formatCpus(used), dashboard.cpuUnit(formatCpus(total)))
      : dashboard.usedOf(formatMegabytes(used), formatMegabytes(total));
  return (
    <Panel title={title} to={to}>
      <BigNumber value={percent.slice(0, -1)} unit="%" caption={written} color={color} to={to} />
      <LazyChart
        points={points}
        spanMs={WINDOW_MS}
        max={1}
        color={color}
        label={dashboard.chart(title, percent)}
        formatValue={formatPercent}
        formatAge={dashboard.secondsAgo}
      />
    </Panel>
  );
}
