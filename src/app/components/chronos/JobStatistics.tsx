import { useQuery } from '@tanstack/react-query';
import { useChronosWords } from '../../i18n/chronos-words.ts';
import { statisticsQuery } from '../../live/chronos-queries.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { formatDuration } from '../../util/format.ts';

const FIGURES = ['mean', 'median', '75thPercentile', '95thPercentile', '99thPercentile'] as const;

/** How long the runs that succeeded took, waiting included, as Chronos counts it. */
export function JobStatistics({ name }: { name: string }) {
  const { runs: words } = useChronosWords();
  const statistics = useQuery(statisticsQuery(name));
  if (statistics.isError && statistics.data === undefined) return <p className="text-muted">{statistics.error.message}</p>;
  if (!statistics.data) return <Skeleton className="h-24" />;
  if (statistics.data.count === 0) return <p className="text-muted">{words.noFigures}</p>;
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-1">
      <dt className="text-muted">{words.figures.count}</dt>
      <dd className="text-right tabular-nums">{statistics.data.count}</dd>
      {FIGURES.map((figure) => (
        <div key={figure} className="contents">
          <dt className="text-muted">{words.figures[figure]}</dt>
          <dd className="text-right tabular-nums">{formatDuration(statistics.data[figure])}</dd>
        </div>
      ))}
    </dl>
  );
}
