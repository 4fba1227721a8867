import { useQuery } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { Link } from 'react-router';
import { useAppWords } from '../../i18n/app-words.ts';
import { useInstanceWords } from '../../i18n/instance-words.ts';
import { appEvents } from '../../live/app-events.ts';
import { deploymentsQuery } from '../../live/marathon-queries.ts';
import type { Column } from '../../tables/column.ts';
import { DataTable } from '../../tables/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { StatusText } from '../../ui/StatusText.tsx';
import type { Tone } from '../../ui/tones.ts';
import { formatDateTime } from '../../util/format.ts';
import { useAppContext } from './parts/use-app.ts';
import { useMachines } from './parts/use-machines.ts';
import { useTaskEndings } from './parts/use-task-endings.ts';
import { appHistory, type HistoryItem, type HistoryKind } from './rules/app-history.ts';
import { hostName } from './rules/machines.ts';
import { useMarathonPaths } from '../../util/use-marathon-paths.ts';

/** What happened to an app: seen live since the page was opened, and what is remembered from before. */
export function EventsTab() {
  const { history: words } = useAppWords();
  const { app } = useAppContext();
  const deployments = useQuery(deploymentsQuery);
  const { endings } = useTaskEndings(app, { messages: true });
  const events = useSyncExternalStore(appEvents.subscribe, () => appEvents.of(app.id));
  const items = useMemo(() => appHistory(app, deployments.data ?? [], endings, events), [app, deployments.data, endings, events]);
  const since = appEvents.since();
  return (
    <div className="flex flex-col gap-3">
      {since !== undefined && <p className="text-sm text-muted">{words.bounds(formatDateTime(since))}</p>}
      <DataTable
        label={words.label}
        columns={useHistoryColumns(app.id)}
        rows={items}
        rowKey={({ key }) => key}
        empty={<EmptyState title={words.none}>{words.noneHint}</EmptyState>}
      />
    </div>
  );
}

const TONES: Partial<Record<HistoryKind, Tone>> = {
  'deployment-succeeded': 'ok',
  'deployment-failed': 'danger',
  'task-ended': 'danger',
  'became-healthy': 'ok',
  'became-unhealthy': 'danger',
  'check-failed': 'warn',
  'killed-unhealthy': 'danger',
};
const STATE_TONES: Partial<Record<string, Tone>> = { TASK_RUNNING: 'ok', TASK_FAILED: 'danger', TASK_ERROR: 'danger', TASK_LOST: 'danger' };

function useHistoryColumns(appId: string): Column<HistoryItem>[] {
  const places = useMarathonPaths();
  const { history: words } = useAppWords();
  const { states } = useInstanceWords();
  const machines = useMachines();
  return useMemo(
    () => [
      {
        id: 'time',
        header: words.time,
        width: '8rem',
        cell: ({ at }) => <RelativeTime at={at} />,
      },
      {
        id: 'event',
        header: words.event,
        width: 'minmax(9rem, 1fr)',
        cell: ({ kind, state }) => (
          <StatusText tone={(kind === 'task-state' ? STATE_TONES[state ?? ''] : TONES[kind]) ?? 'idle'}>
            {kind === 'task-state' ? `${words.kinds[kind]}: ${states[state ?? ''] ?? state}` : words.kinds[kind]}
          </StatusText>
        ),
      },
      {
        id: 'details',
        header: words.details,
        width: 'minmax(0, 2.5fr)',
        from: 'sm',
        interactive: true,
        cell: ({ taskId, message, host, client }) => (
          <span className="flex flex-col text-sm">
            {message && <span>{message}</span>}
            <span className="flex flex-wrap gap-x-3 text-xs text-muted">
              {taskId !== undefined && (
                <Link to={places.task(appId, taskId)} className="rounded-sm break-all hover:text-accent hover:underline">
                  {taskId}
                </Link>
              )}
              {host !== undefined && <span>{hostName(machines, host)}</span>}
              {client !== undefined && <span>{words.by(client)}</span>}
            </span>
          </span>
        ),
      },
    ],
    [places, appId, words, states, machines],
  );
}
