import type { Query, QueryClient } from '@tanstack/react-query';
import { pacedMs } from '../../util/refresh-pace.ts';
import { createThrottle } from '../streams/batching.ts';
import type { StreamMeta } from './current.ts';
import type { Asked } from './mesos-state.ts';
import { watchedQueries } from './paint-views.ts';

/** A cluster that starts tells of hundreds of agents in a few seconds: they are read together. */
const TOGETHER_MS = 1_000;
const TICK_MS = 1_000;

/** Has queries asked again: for what a record only hints at, and from time to time for what no record tells. */
export interface Asker {
  /** A connection has begun: what happened before it has been missed. */
  connected(): void;
  note(asked: Asked): void;
  stop(): void;
}

export function createAsker(client: QueryClient): Asker {
  const readAt = new Map<string, number>();
  const reread = (query: Query): void => {
    readAt.set(query.queryHash, Date.now());
    void client.refetchQueries({ queryKey: query.queryKey, exact: true }, { cancelRefetch: false });
  };
  const throttle = createThrottle(
    () => TOGETHER_MS,
    (key) => void client.refetchQueries({ queryKey: ['mesos', ...key.split('/')], type: 'active' }),
  );
  const tick = (): void => {
    if (document.visibilityState === 'hidden') return;
    const now = Date.now();
    for (const { query, meta } of watchedQueries(client)) {
      const last = readAt.get(query.queryHash);
      if (last === undefined) readAt.set(query.queryHash, now);
      else if (meta.rereadMs !== undefined && now - last >= pacedMs(meta.rereadMs(query.state.data))) reread(query);
    }
  };
  const timer = setInterval(tick, TICK_MS);
  return {
    connected: () =>
      watchedQueries(client).forEach(({ query, meta }: { query: Query; meta: StreamMeta }) => meta.rereadMs && reread(query)),
    note({ agents, frameworks, task }) {
      if (agents) for (const key of ['summary', 'agents']) throttle.request(key);
      if (frameworks) throttle.request('frameworks');
      if (task !== undefined && isShown(client, task)) throttle.request(`task/${task}`);
    },
    stop() {
      clearInterval(timer);
      throttle.stop();
    },
  };
}

const isShown = (client: QueryClient, task: string): boolean =>
  client.getQueryCache().find({ queryKey: ['mesos', 'task', ...task.split('/')], type: 'active' }) !== undefined;
