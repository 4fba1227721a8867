import { type ReactNode, Suspense } from 'react';
import { NODE_USAGE_STEP_MS } from '../../../api/dcos/node-usage.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useNodesWords } from '../../i18n/nodes-words.ts';
import { type NodeSummary, share } from '../../live/cluster-summary.ts';
import { NODE_USAGE_SPAN_MS, type NodeSample, useNodeUsage } from '../../live/node-usage.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { formatCpus, formatDateTime, formatDuration, formatMegabytes, formatPercent } from '../../util/format.ts';
import { lazyPart } from '../../util/load-again.ts';
import { RESOURCES, type NodeResource } from './use-node-view.ts';

const TimeChart = lazyPart(async () => ({ default: (await import('../../charts/TimeChart.tsx')).TimeChart }));

/** Until there is more than a minute to show, a minute fills the chart. */
const SHORT_SPAN_MS = 60_000;

function spanOf(samples: readonly NodeSample[]): number {
  const [first] = samples;
  const last = samples.at(-1);
  return first && last && last.at - first.at > SHORT_SPAN_MS ? NODE_USAGE_SPAN_MS : SHORT_SPAN_MS;
}

const COLORS: Record<NodeResource, string> = { cpus: 'var(--cpu)', mem: 'var(--mem)', disk: 'var(--disk)' };

/** What the tasks of a node were given and what they use of it, now and in the last ten minutes. */
export function NodeUsage({ node }: { node: NodeSummary }) {
  const { node: own, usage } = useNodesWords();
  const samples = useNodeUsage(node);
  return (
    <section aria-label={own.resources} className="flex flex-col gap-2">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 className="font-semibold">{own.resources}</h2>
        <p className="text-xs text-muted">{usage.hint}</p>
      </div>
      <div className="grid gap-4 md:grid-cols-3">
        {RESOURCES.map((resource) => (
          <ResourcePanel key={resource} node={node} resource={resource} samples={samples} />
        ))}
      </div>
    </section>
  );
}

interface ResourcePanelProps {
  node: NodeSummary;
  resource: NodeResource;
  samples: readonly NodeSample[];
}

function ResourcePanel({ node, resource, samples }: ResourcePanelProps) {
  const words = useNodesWords();
  const { dashboard } = useMessages().dcos;
  const total = node.total[resource];
  const written = (value: number): string => (resource === 'cpus' ? formatCpus(value) : formatMegabytes(value));
  const percent = formatPercent(share(node.used[resource], total));
  const whole = resource === 'cpus' ? dashboard.cpuUnit(written(total)) : written(total);
  const measured = samples.at(-1)?.used[resource];
  return (
    <div className="flex flex-col rounded-xl border border-line bg-surface p-4">
      <h3 className="text-xs font-medium text-muted">{words.resources[resource]}</h3>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <strong className="text-xl font-semibold" style={{ color: COLORS[resource] }}>
          {percent}
        </strong>
        <span className="text-muted">{dashboard.usedOf(written(node.used[resource]), whole)}</span>
      </p>
      <p className="flex items-center gap-2 pb-4 text-xs text-muted">
        {measured !== undefined && (
          <>
            <span aria-hidden className="w-4 border-t-2 border-dashed border-text" />
            {words.usage.measured} {written(measured)}
          </>
        )}
        &nbsp;
      </p>
      <Suspense fallback={<Skeleton className="h-28" />}>
        <Chart node={node} resource={resource} samples={samples} label={words.usage.chart(words.resources[resource], percent)} />
      </Suspense>
    </div>
  );
}

function Chart({ node, resource, samples, label }: ResourcePanelProps & { label: string }): ReactNode {
  const { usage } = useNodesWords();
  const total = node.total[resource];
  const allocated = samples.map(({ at, allocated: amounts }) => ({ at, value: share(amounts[resource], total) }));
  const measured = samples.flatMap(({ at, used }) => {
    const value = used[resource];
    return value === undefined ? [] : [{ at, value: share(value, total) }];
  });
  const spanMs = spanOf(samples);
  const dashed = { key: 'measured', label: usage.measured, color: 'var(--text)', points: measured, look: 'dashed' } as const;
  return (
    <TimeChart
      series={[
        { key: 'allocated', label: usage.allocated, color: COLORS[resource], points: allocated, look: 'area' },
        ...(measured.length > 0 ? [dashed] : []),
      ]}
      spanMs={spanMs}
      stepMs={NODE_USAGE_STEP_MS}
      end={samples.at(-1)?.at ?? 0}
      max={1}
      label={label}
      axis={[usage.ago(formatDuration(spanMs)), usage.ago(formatDuration(spanMs / 2)), usage.now]}
      formatValue={formatPercent}
      formatTime={formatDateTime}
    />
  );
}
