import { Suspense } from 'react';
import type { AreaChartProps } from '../../charts/AreaChart.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { lazyPart } from '../../util/load-again.ts';

const AreaChart = lazyPart(async () => ({ default: (await import('../../charts/AreaChart.tsx')).AreaChart }));

/** A chart whose code comes after the numbers above it. */
export function LazyChart(props: AreaChartProps) {
  return (
    <div className="flex min-h-38 flex-1 flex-col pt-5">
      <Suspense fallback={<Skeleton className="flex-1" />}>
        <AreaChart {...props} />
      </Suspense>
    </div>
  );
}
