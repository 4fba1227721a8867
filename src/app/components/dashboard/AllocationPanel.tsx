import { useMemo } from 'react';
import type { UsageAmount } from '../../../api/dcos/usage-history.ts';
import { type DashboardWords, useDashboardWords } from '../../i18n/dashboard-words.ts';
import { share } from '../../live/cluster-summary.ts';
import { paths } from '../../paths.ts';
import { formatCpus, formatMegabytes, formatPercent } from '../../util/format.ts';
import { BigNumber } from './BigNumber.tsx';
import { HistoryChart } from './HistoryChart.tsx';
import { LoadingPanel } from './LoadingPanel.tsx';
import { Panel } from './Panel.tsx';
import type { DashboardView } from './use-dashboard.ts';

type Resource = 'cpus' | 'mem' | 'disk';

const LOOK = {
  cpus: { title: 'cpu', color: 'var(--cpu)' },
  mem: { title: 'memory', color: 'var(--mem)' },
  disk: { title: 'disk', color: 'var(--disk)' },
} as const;

/** How much of one resource is given to tasks and how much of it they really use, now and over the last while. */
export function AllocationPanel({ resource, view }: { resource: Resource; view: DashboardView }) {
  const words = useDashboardWords();
  const { color, title: key } = LOOK[resource];
  const title = words[key];
  const to = `${paths.nodes()}?sort=-${key}`;
  const series = useMemo(() => {
    const points = view.line;
    const shareOf = (amount: UsageAmount, value: number) => share(value, amount.total);
    const allocated = points.map(({ at, [resource]: amount }) => ({ at, value: shareOf(amount, amount.allocated) }));
    const used = points.flatMap(({ at, [resource]: amount }) =>
      amount.used === undefined ? [] : [{ at, value: shareOf(amount, amount.used) }],
    );
    return [
      { key: 'allocated', label: words.allocated, color, points: allocated, look: 'area' },
      ...(used.length > 0 ? [{ key: 'used', label: words.measured, color: 'var(--text)', points: used, look: 'dashed' } as const] : []),
    ] as const;
  }, [view.line, resource, words, color]);
  if (!view.now) return <LoadingPanel title={title} to={to} />;
  const amount = view.now[resource];
  const percent = formatPercent(share(amount.allocated, amount.total));
  return (
    <Panel title={title} to={to}>
      <BigNumber value={percent.slice(0, -1)} unit="%" caption={allocatedOf(resource, amount, words)} color={color} to={to} />
      <MeasuredUse resource={resource} view={view} />
      <HistoryChart
        view={view}
        series={series}
        max={1}
        label={words.chart(title, words.spans[view.span].name, percent)}
        formatValue={formatPercent}
      />
    </Panel>
  );
}

const written = (resource: Resource, value: number): string => (resource === 'cpus' ? formatCpus(value) : formatMegabytes(value));

function allocatedOf(resource: Resource, { allocated, total }: UsageAmount, words: DashboardWords): string {
  const whole = written(resource, total);
  return words.usedOf(written(resource, allocated), resource === 'cpus' ? words.cpuUnit(whole) : whole);
}

/** What the tasks use of what they were given; where it is not measured, that. */
function MeasuredUse({ resource, view: { now, noHistory } }: { resource: Resource; view: DashboardView }) {
  const words = useDashboardWords();
  if (!now || noHistory || now.nodes.connected === 0) return undefined;
  const { used, total } = now[resource];
  const { connected } = now.nodes;
  // CPU time says how much is in use from the second look on; who measures memory measures that too.
  const isComing = resource === 'cpus' && now.mem.used !== undefined;
  if (used === undefined) return <p className="pt-1 text-xs text-muted">{isComing ? words.beingMeasured : words.notMeasured}</p>;
  const amount = resource === 'cpus' ? words.cpuUnit(formatCpus(used)) : formatMegabytes(used);
  return (
    <p className="flex flex-wrap items-center gap-x-2 pt-1 text-xs text-muted">
      <span aria-hidden className="w-4 border-t-2 border-dashed border-text" />
      {words.inUse(amount, formatPercent(share(used, total)))}
      {now.measuredNodes < connected && <span>{words.inUsePartly(now.measuredNodes, connected)}</span>}
    </p>
  );
}
