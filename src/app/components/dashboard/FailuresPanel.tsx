import { useMemo } from 'react';
import { lengthMsOf } from '../../../api/dcos/usage-history.ts';
import type { Bar } from '../../charts/BarChart.tsx';
import { niceMax } from '../../charts/scale.ts';
import { type DashboardWords, useDashboardWords } from '../../i18n/dashboard-words.ts';
import { share } from '../../live/cluster-summary.ts';
import { paths } from '../../paths.ts';
import { formatCount, formatDateTime, formatPercent } from '../../util/format.ts';
import { lazyPart } from '../../util/load-again.ts';
import { BigNumber } from './BigNumber.tsx';
import { endedIn, timeOf } from './ended-tasks.ts';
import { ChartPlace } from './HistoryChart.tsx';
import { LoadingPanel } from './LoadingPanel.tsx';
import { Panel } from './Panel.tsx';
import type { DashboardView } from './use-dashboard.ts';

const BarChart = lazyPart(async () => ({ default: (await import('../../charts/BarChart.tsx')).BarChart }));

const LEAST_MAX = 2;

/** How many of the tasks that ended in the last while failed; each bar leads to its failures. */
export function FailuresPanel({ view }: { view: DashboardView }) {
  const words = useDashboardWords();
  const { history, span } = view;
  const bars = useMemo(() => (history?.points ?? []).map((point) => barOf(point, words)), [history, words]);
  const points = history?.points ?? [];
  const to = paths.tasks({ state: 'failed', ...timeOf(points) });
  if (!view.now) return <LoadingPanel title={words.failures} to={to} />;
  const { failed, ended } = endedIn(points);
  const rate = formatPercent(share(failed, ended));
  const max = niceMax(
    bars.map(({ bad, other }) => bad + other),
    LEAST_MAX,
  );
  return (
    <Panel title={words.failures} to={to}>
      <BigNumber
        value={ended === 0 ? '–' : rate.slice(0, -1)}
        {...(ended > 0 && { unit: '%' })}
        caption={ended === 0 ? words.noneEnded : words.failedOf(formatCount(failed), formatCount(ended))}
        color={failed > 0 ? 'var(--danger)' : 'var(--muted)'}
        to={to}
      />
      <p className="pt-1 text-xs text-muted">{words.spans[span].name}</p>
      <ChartPlace loading={!history} absent={view.noHistory}>
        <BarChart
          bars={bars}
          spanMs={lengthMsOf(span)}
          end={view.line.at(-1)?.at ?? 0}
          max={max}
          label={words.failuresChart(words.spans[span].name, rate)}
          axis={words.spans[span].axis}
          formatValue={formatCount}
        />
      </ChartPlace>
    </Panel>
  );
}

type Ending = Pick<Bar, 'from' | 'at'> & { ended: { failed: number; other: number } };

function barOf({ from, at, ended: { failed, other } }: Ending, words: DashboardWords): Bar {
  const [begin, end] = [formatDateTime(from), formatDateTime(at)];
  return {
    from,
    at,
    bad: failed,
    other,
    to: paths.tasks({ state: 'failed', from, to: at }),
    label: failed > 0 ? words.failedBetween(formatCount(failed), begin, end) : words.endedBetween(formatCount(other), begin, end),
  };
}
