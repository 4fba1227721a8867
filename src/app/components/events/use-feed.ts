import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { NodeSummary } from '../../live/cluster-summary.ts';
import { summaryQuery } from '../../live/mesos-queries.ts';
import { TASKS_AT_FIRST, tasksQuery } from '../../live/mesos-tasks.ts';
import { ownWrites } from '../../util/own-writes.ts';
import { losses, registrations } from './agent-feed.ts';
import type { FeedEvent } from './feed-event.ts';
import { liveFeed } from './live-feed.ts';
import { mergeFeed } from './merge-feed.ts';
import { taskFeedEvents } from './task-feed.ts';
import { writeFeedEvent } from './write-feed.ts';

const NO_NODES: NodeSummary[] = [];

/** Everything that is known to have happened, the newest first; undefined until the master has answered. */
export function useFeed(): { events: FeedEvent[] | undefined; error: Error | null; retry: () => void } {
  const tasks = useQuery(tasksQuery(TASKS_AT_FIRST));
  const { data: { nodes } = { nodes: NO_NODES } } = useQuery(summaryQuery());
  const writes = useSyncExternalStore(ownWrites.subscribe, ownWrites.current);
  const live = useSyncExternalStore(liveFeed.subscribe, liveFeed.current);
  useWatchOver(nodes);
  const ofTasks = useMemo(() => {
    const hosts = new Map(nodes.map(({ id, hostname }) => [id, hostname]));
    return tasks.data && taskFeedEvents(tasks.data, (agentId) => hosts.get(agentId));
  }, [tasks.data, nodes]);
  const events = useMemo(
    () => ofTasks && mergeFeed([writes.map(writeFeedEvent), live, registrations(nodes), ofTasks]),
    [writes, live, nodes, ofTasks],
  );
  return { events, error: tasks.data === undefined ? tasks.error : null, retry: () => void tasks.refetch() };
}

/** The master tells nobody that an agent is gone: it is seen by what was there before. */
function useWatchOver(nodes: readonly NodeSummary[]): void {
  const before = useRef<readonly NodeSummary[]>(NO_NODES);
  useEffect(() => {
    liveFeed.add(losses(before.current, nodes, Date.now()));
    before.current = nodes;
  }, [nodes]);
}
