import { Link } from 'react-router';
import { useMessages } from '../../i18n/messages.ts';
import { activeTasks, type ClusterSummary, type TaskCounts } from '../../live/cluster-summary.ts';
import { paths } from '../../paths.ts';
import { SegmentedBar } from '../../ui/SegmentedBar.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { type Tone, TONE_FILL } from '../../ui/tones.ts';
import { classNames } from '../../util/class-names.ts';
import { formatCount } from '../../util/format.ts';
import { BigNumber } from './BigNumber.tsx';
import { Panel } from './Panel.tsx';

const ACTIVE = [
  { state: 'running', tone: 'ok' },
  { state: 'staging', tone: 'info' },
  { state: 'killing', tone: 'warn' },
] as const satisfies { state: keyof TaskCounts; tone: Tone }[];

const ENDED = [
  { state: 'failed', tone: 'danger' },
  { state: 'finished', tone: 'idle' },
  { state: 'killed', tone: 'idle' },
] as const satisfies { state: keyof TaskCounts; tone: Tone }[];

/** Tasks of all frameworks by state: those alive now, and those that Mesos still remembers. */
export function TasksPanel({ summary }: { summary: ClusterSummary | undefined }) {
  const { dashboard } = useMessages().dcos;
  const to = paths.services();
  if (!summary) {
    return (
      <Panel wide title={dashboard.tasks} to={to}>
        <Skeleton className="h-10 w-40" />
        <Skeleton className="mt-5 h-24" />
      </Panel>
    );
  }
  const { tasks } = summary;
  const count = activeTasks(tasks);
  const words = dashboard.taskStates;
  return (
    <Panel wide title={dashboard.tasks} to={to}>
      <BigNumber value={formatCount(count)} caption={dashboard.activeTasks(count)} color="var(--accent)" to={to} />
      <div className="pt-5">
        <SegmentedBar
          label={dashboard.tasks}
          segments={ACTIVE.map(({ state, tone }) => ({ key: state, label: words[state], value: tasks[state], tone }))}
        />
      </div>
      <StateList states={ACTIVE} tasks={tasks} to={to} />
      <h3 className="pt-4 text-xs font-medium text-muted">{dashboard.remembered}</h3>
      <StateList states={ENDED} tasks={tasks} to={to} />
    </Panel>
  );
}

interface StateListProps {
  states: readonly { state: Exclude<keyof TaskCounts, 'unreachable'>; tone: Tone }[];
  tasks: TaskCounts;
  to: string;
}

function StateList({ states, tasks, to }: StateListProps) {
  const { taskStates } = useMessages().dcos.dashboard;
  return (
    <ul className="grid grid-cols-3 gap-2 pt-3">
      {states.map(({ state, tone }) => (
        <li key={state}>
          <Link to={to} className="block rounded-md px-1 hover:bg-hover">
            <span className="block text-xl">{formatCount(tasks[state])}</span>
            <span className="flex items-center gap-1.5 text-xs text-muted">
              <span aria-hidden className={classNames('size-2 rounded-full', tasks[state] > 0 ? TONE_FILL[tone] : 'bg-line')} />
              {taskStates[state]}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
