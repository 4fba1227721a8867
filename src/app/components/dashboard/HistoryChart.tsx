import { type ReactNode, Suspense } from 'react';
import { lengthMsOf, stepMsOf } from '../../../api/dcos/usage-history.ts';
import type { Series } from '../../charts/TimeChart.tsx';
import { useDashboardWords } from '../../i18n/dashboard-words.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { formatDateTime } from '../../util/format.ts';
import { lazyPart } from '../../util/load-again.ts';
import type { DashboardView } from './use-dashboard.ts';

const TimeChart = lazyPart(async () => ({ default: (await import('../../charts/TimeChart.tsx')).TimeChart }));

export interface HistoryChartProps {
  view: DashboardView;
  series: readonly Series[];
  max: number;
  label: string;
  formatValue: (value: number) => string;
}

/** A chart of the history, whose code comes after the numbers above it. */
export function HistoryChart({ view: { span, history, line, noHistory }, ...chart }: HistoryChartProps) {
  const words = useDashboardWords();
  return (
    <ChartPlace loading={!history} absent={noHistory}>
      <TimeChart
        {...chart}
        spanMs={lengthMsOf(span)}
        stepMs={stepMsOf(span)}
        end={line.at(-1)?.at ?? 0}
        axis={words.spans[span].axis}
        formatTime={formatDateTime}
      />
    </ChartPlace>
  );
}

/** Where a chart is, will be, or cannot be. */
export function ChartPlace({ loading, absent, children }: { loading: boolean; absent: boolean; children: ReactNode }) {
  const words = useDashboardWords();
  const waiting = <Skeleton className="flex-1" />;
  return (
    <div className="flex min-h-38 flex-1 flex-col pt-5">
      {absent ? (
        <p className="m-auto text-center text-muted">{words.noHistory}</p>
      ) : loading ? (
        waiting
      ) : (
        <Suspense fallback={waiting}>{children}</Suspense>
      )}
    </div>
  );
}
