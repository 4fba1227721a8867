import { Link } from 'react-router';
import { useDashboardWords } from '../../i18n/dashboard-words.ts';
import { paths, type TaskListState } from '../../paths.ts';
import { SegmentedBar } from '../../ui/SegmentedBar.tsx';
import { type Tone, TONE_FILL } from '../../ui/tones.ts';
import { classNames } from '../../util/class-names.ts';
import { formatCount } from '../../util/format.ts';
import { BigNumber } from './BigNumber.tsx';
import { endedIn, timeOf } from './ended-tasks.ts';
import { LoadingPanel } from './LoadingPanel.tsx';
import { Panel } from './Panel.tsx';
import type { DashboardView } from './use-dashboard.ts';

const ALIVE = [
  { state: 'running', tone: 'ok' },
  { state: 'staging', tone: 'info' },
  { state: 'killing', tone: 'warn' },
] as const satisfies { state: TaskListState; tone: Tone }[];

/** Tasks of all frameworks by state: those alive now, and those that ended in the last while. Each number leads to its tasks. */
export function TasksPanel({ view }: { view: DashboardView }) {
  const words = useDashboardWords();
  const { now, history, span } = view;
  const to = paths.tasks({ state: 'active' });
  if (!now) return <LoadingPanel title={words.tasks} to={to} />;
  const points = history?.points ?? [];
  const { failed, ended } = endedIn(points);
  const count = now.tasks.running + now.tasks.staging + now.tasks.killing;
  const alive = ALIVE.map(({ state, tone }) => ({
    key: state,
    label: words.taskStates[state],
    value: now.tasks[state],
    tone,
    to: paths.tasks({ state }),
  }));
  const time = timeOf(points);
  return (
    <Panel title={words.tasks} to={to}>
      <BigNumber value={formatCount(count)} caption={words.activeTasks(count)} color="var(--accent)" to={to} />
      <div className="pt-5">
        <SegmentedBar label={words.tasks} segments={alive} />
      </div>
      <Counts counts={alive} />
      {history && (
        <>
          <h3 className="pt-5 text-xs font-medium text-muted">{words.endedIn[span]}</h3>
          <Counts
            counts={[
              {
                key: 'failed',
                label: words.taskStates.failed,
                value: failed,
                tone: 'danger',
                to: paths.tasks({ state: 'failed', ...time }),
              },
              {
                key: 'other',
                label: words.taskStates.other,
                value: ended - failed,
                tone: 'idle',
                to: paths.tasks({ state: 'finished', ...time }),
              },
            ]}
          />
        </>
      )}
    </Panel>
  );
}

interface StateCount {
  key: string;
  label: string;
  value: number;
  tone: Tone;
  to: string;
}

function Counts({ counts }: { counts: readonly StateCount[] }) {
  return (
    <ul className="grid grid-cols-3 gap-2 pt-3">
      {counts.map(({ key, label, value, tone, to }) => (
        <li key={key} className="last:nth-2:col-span-2">
          <Link to={to} className="block rounded-md px-1 hover:bg-hover">
            <span className="block text-xl">{formatCount(value)}</span>
            <span className="flex items-center gap-1.5 text-xs text-muted">
              <span aria-hidden className={classNames('size-2 shrink-0 rounded-full', value > 0 ? TONE_FILL[tone] : 'bg-line')} />
              {label}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
