import { useMemo } from 'react';
import { Link } from 'react-router';
import { niceMax } from '../../charts/scale.ts';
import type { Series } from '../../charts/TimeChart.tsx';
import { useDashboardWords } from '../../i18n/dashboard-words.ts';
import { paths } from '../../paths.ts';
import { TONE_TEXT } from '../../ui/tones.ts';
import { classNames } from '../../util/class-names.ts';
import { formatCount } from '../../util/format.ts';
import { BigNumber } from './BigNumber.tsx';
import { HistoryChart } from './HistoryChart.tsx';
import { LoadingPanel } from './LoadingPanel.tsx';
import { Panel } from './Panel.tsx';
import type { DashboardView } from './use-dashboard.ts';

const LEAST_MAX = 2;

const KINDS = [
  { kind: 'connected', color: 'var(--nodes)', look: 'area' },
  { kind: 'draining', color: 'var(--warn)', look: 'line' },
  { kind: 'lost', color: 'var(--danger)', look: 'line' },
] as const;

/** How many agents are connected to the master, how many drain and how many it lost, now and over the last while. */
export function NodesPanel({ view }: { view: DashboardView }) {
  const words = useDashboardWords();
  const to = paths.nodes();
  const series = useMemo(() => {
    const points = view.line;
    return KINDS.map(({ kind, color, look }): Series => ({
      key: kind,
      label: words[kind],
      color,
      look,
      points: points.map(({ at, nodes }) => ({ at, value: nodes[kind] })),
    })).filter(({ key, points: values }) => key === 'connected' || values.some(({ value }) => value > 0));
  }, [view.line, words]);
  const { now } = view;
  if (!now) return <LoadingPanel title={words.nodes} to={to} />;
  const { connected, draining, lost } = now.nodes;
  const max = niceMax(
    series.flatMap(({ points }) => points.map(({ value }) => value)),
    LEAST_MAX,
  );
  return (
    <Panel title={words.nodes} to={to}>
      <BigNumber value={formatCount(connected)} caption={words.connectedNodes(connected)} color="var(--nodes)" to={to} />
      <p className="flex gap-x-3 pt-1 text-xs">
        {lost > 0 && <Kind tone="danger" filter="is:inactive" words={words.lostNodes(formatCount(lost))} />}
        {draining > 0 && <Kind tone="warn" filter="is:draining" words={words.drainingNodes(formatCount(draining))} />}
      </p>
      {connected + lost === 0 && <p className="pt-1 text-muted">{words.noNodesAdvice}</p>}
      <HistoryChart
        view={view}
        series={series}
        max={max}
        label={words.chart(words.nodes, words.spans[view.span].name, formatCount(connected))}
        formatValue={formatCount}
      />
    </Panel>
  );
}

function Kind({ tone, filter, words }: { tone: 'danger' | 'warn'; filter: string; words: string }) {
  return (
    <Link to={`${paths.nodes()}?q=${encodeURIComponent(filter)}`} className={classNames('font-medium hover:underline', TONE_TEXT[tone])}>
      {words}
    </Link>
  );
}
