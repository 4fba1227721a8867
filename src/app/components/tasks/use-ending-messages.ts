import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { agentHistoryQuery, type TaskHistory } from '../../live/task-history.ts';
import { pacedMs } from '../../util/refresh-pace.ts';

/** Messages are read from so many agents at most: those with most of the tasks that ended last. */
const MOST_AGENTS = 8;
/** Of so many of the tasks. */
const MOST_TASKS = 200;
const INTERVAL_MS = 3_000;

interface Ended {
  id: string;
  agentId: string;
  stoppedAt: number | undefined;
}

/** What was said of each task when it ended, by its id. Only agents tell that, so those are asked that have the latest ones. */
export function useEndingMessages(tasks: readonly Ended[]): ReadonlyMap<string, string> {
  const agents = useMemo(() => agentsToAsk(tasks), [tasks]);
  const histories = useQueries({
    queries: agents.map((id) => ({ ...agentHistoryQuery(id), refetchInterval: () => pacedMs(INTERVAL_MS) })),
    combine: (results) => results.map(({ data }) => data),
  });
  return useMemo(() => {
    const known = histories.flatMap((history) => [...(history ?? new Map<string, TaskHistory>())]);
    return new Map(known.flatMap(([id, { statuses }]) => messageOf(id, statuses)));
  }, [histories]);
}

function agentsToAsk(tasks: readonly Ended[]): string[] {
  const latest = tasks.toSorted((a, b) => (b.stoppedAt ?? 0) - (a.stoppedAt ?? 0)).slice(0, MOST_TASKS);
  return [...Map.groupBy(latest, ({ agentId }) => agentId)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .slice(0, MOST_AGENTS)
    .map(([agentId]) => agentId);
}

function messageOf(id: string, statuses: TaskHistory['statuses']): [string, string][] {
  const last = statuses.at(-1);
  const message = last?.message ?? last?.reason?.replace('REASON_', '');
  return message === undefined || message === '' ? [] : [[id, message]];
}
