import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { withBase } from '../util/http.ts';
import { changesOf } from './marathon-changes.ts';
import { marathonEvents } from './marathon-event-bus.ts';
import { followEvents } from './marathon-events.ts';
import { marathonLink } from './marathon-link.ts';
import { MARATHON_API, marathonKeys, refreshApp } from './marathon-queries.ts';
import { createBatch, createRefresher, createThrottle } from './marathon-refresh.ts';

/** A burst of events is answered by one round of reading, about a frame later. */
const FRAME_MS = 16;
/** Events come by the dozen a second in a large cluster; to read all of it as often would leave time for nothing else. */
const LISTS_MS = 500;
/** A deployment of a large group: reading the list once is cheaper than each of its apps. */
const MANY_APPS = 20;

/** Keeps everything that is shown of Marathon up to date while the calling component is mounted. */
export function useMarathonLive(): void {
  const client = useQueryClient();
  useEffect(() => follow(client), [client]);
}

function follow(client: QueryClient): () => void {
  const refresh = createRefresher((key) => read(client, key));
  const lists = createThrottle(LISTS_MS, refresh);
  const batch = createBatch(FRAME_MS, (keys) => {
    const apps = [...keys].filter((key) => key.startsWith('/'));
    // what is small goes first: it must not wait for the answer with everything
    if (apps.length <= MANY_APPS) for (const id of apps) refresh(id);
    else lists.request('apps');
    if (apps.length > 0) lists.request('queue');
    for (const key of keys) if (!key.startsWith('/')) lists.request(key);
  });
  const stop = followEvents({
    open: (signal) => fetch(withBase(`${MARATHON_API}/events?plan-format=light`), { headers: { accept: 'text/event-stream' }, signal }),
    onOpen: () => void client.invalidateQueries({ queryKey: marathonKeys.all }),
    onEvent: (data) => {
      marathonEvents.publish(data);
      const changes = changesOf(data);
      batch.add([...changes.apps, ...(changes.list ? ['apps'] : []), ...(changes.deployments ? ['deployments'] : [])]);
    },
    onState: (state) => {
      const wasLive = marathonLink.current().kind === 'live';
      marathonLink.set(state);
      // Polling takes over at once, not after the long interval that was enough while events came.
      if (wasLive) void client.invalidateQueries({ queryKey: marathonKeys.all });
    },
  });
  return () => {
    stop();
    batch.stop();
    lists.stop();
    marathonLink.set({ kind: 'connecting' });
  };
}

/** Reads what a key of a batch stands for: an app (by id), the list of apps, the queue or the deployments. */
async function read(client: QueryClient, key: string): Promise<void> {
  if (key.startsWith('/')) await refreshApp(client, key);
  else await client.refetchQueries({ queryKey: [...marathonKeys.all, key], type: 'active' }, { cancelRefetch: true });
}
