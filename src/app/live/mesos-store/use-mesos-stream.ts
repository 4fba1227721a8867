import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { watchedQueries } from './paint-views.ts';

/** Walking from one page to the next must not cut the stream. */
const KEPT_MS = 20_000;
/** What waits for the stream itself cannot go before it. */
const FIRST_MS = 300;

/** Follows the master's stream while something on screen has a use for it, and the calling component is mounted. */
export function useMesosStream(): void {
  const client = useQueryClient();
  useEffect(() => followWhileWatched(client), [client]);
}

/** The stream brings the whole state first: what the page shows goes before it, and its code comes with it. */
function followWhileWatched(client: QueryClient): () => void {
  let stopped = false;
  let stop: (() => void) | undefined;
  let loading = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let first: ReturnType<typeof setTimeout> | undefined;

  const start = async (): Promise<void> => {
    clearTimeout(first);
    first = undefined;
    if (stopped || loading || stop !== undefined) return;
    loading = true;
    try {
      const { followMesos } = await import('./follow-mesos.ts');
      if (!stopped) stop = followMesos(client);
    } finally {
      loading = false;
    }
  };
  const end = (): void => {
    timer = undefined;
    if (watchedQueries(client).length > 0) return;
    stop?.();
    stop = undefined;
  };
  const look = (): void => {
    const watched = watchedQueries(client);
    if (watched.length === 0) {
      if (stop !== undefined) timer ??= setTimeout(end, KEPT_MS);
      return;
    }
    clearTimeout(timer);
    timer = undefined;
    if (stop !== undefined || loading) return;
    const hasFirst = watched.some(({ query }) => query.state.status !== 'pending');
    if (hasFirst) void start();
    else first ??= setTimeout(() => void start(), FIRST_MS);
  };
  const unsubscribe = client.getQueryCache().subscribe(({ type }) => {
    if (type === 'observerAdded' || type === 'observerRemoved' || (type === 'updated' && stop === undefined)) look();
  });
  look();
  return () => {
    stopped = true;
    clearTimeout(timer);
    clearTimeout(first);
    unsubscribe();
    stop?.();
  };
}
