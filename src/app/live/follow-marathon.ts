import type { QueryClient } from '@tanstack/react-query';
import { withBase } from '../util/http.ts';
import { pacedMs } from '../util/refresh-pace.ts';
import { createInstanceLedger } from './instance-ledger.ts';
import { changesOf } from './marathon-changes.ts';
import { marathonEvents } from './marathon-event-bus.ts';
import { type AppList, MARATHON_API, marathonKeys, refreshApp, tellApps } from './marathon-queries.ts';
import type { AppSummary } from './marathon-wire.ts';
import { heardFrom, SOURCES } from './sources.ts';
import { createBatch, createRefresher, createThrottle } from './streams/batching.ts';
import { createEventSink } from './streams/event-sink.ts';
import { followStream } from './streams/follow-stream.ts';
import { createPainter } from './streams/painter.ts';

/** A burst of events is answered by one round of reading, about a frame later. */
const FRAME_MS = 16;
/** What is read as a whole is read no more often, and the less often the more apps there are. */
const LISTS_MS = 500;
const LISTS_MS_PER_APP = 2;
const SLOWEST_LISTS_MS = 5_000;
/** A deployment of a large group: reading the list once is cheaper than each of its apps. */
const MANY_APPS = 20;
/** The list with new counts: each frame for a few apps, each second for a thousand. */
const SLOWEST_PAINT_MS = 1_000;
/** Marathon beats every 10 s (`--event_stream_heartbeat`); three beats missed means that nobody is there. */
const SILENCE_MS = 35_000;

/** Keeps everything that is shown of Marathon up to date by its events, until the function that it gives back is called. */
export function followMarathon(client: QueryClient): () => void {
  const source = SOURCES.marathon;
  const reading = createReading(client);
  const stop = followStream({
    open: (signal) => fetch(withBase(`${MARATHON_API}/events?plan-format=light`), { headers: { accept: 'text/event-stream' }, signal }),
    mediaType: 'text/event-stream',
    silenceMs: () => SILENCE_MS,
    begin: () => {
      reading.missed();
      return createEventSink((data) => {
        marathonEvents.publish(data);
        reading.note(data);
      });
    },
    onAlive: () => heardFrom(source),
    onDoubt: source.link.onDoubt,
    isAnswering: () => source.freshness.current().kind === 'live',
    onState: (state) => {
      const wasLive = source.link.current().kind === 'live';
      source.link.set(state);
      // Polling takes over at once, not after the long interval that was enough while events came.
      if (wasLive) void client.invalidateQueries({ queryKey: marathonKeys.all });
    },
  });
  return () => {
    stop();
    reading.stop();
    source.link.set({ kind: 'connecting' });
  };
}

/** Does what events ask for: most only change counts, the others make something be read. */
function createReading(client: QueryClient): { note: (event: unknown) => void; missed: () => void; stop: () => void } {
  const ledger = createInstanceLedger();
  const listed = (): number => client.getQueryData<AppList>(marathonKeys.apps)?.apps.length ?? 0;
  /** Apps that are being read: the answer may be older than what events tell meanwhile. */
  const underWay = new Set<string>();
  const isOpen = (id: string): boolean => client.getQueryCache().find({ queryKey: marathonKeys.app(id), type: 'active' }) !== undefined;
  const isListed = (id: string): boolean => client.getQueryData<AppList>(marathonKeys.apps)?.apps.some((app) => app.id === id) ?? false;
  /** What has become known of apps since the list was painted: all of an app, or nothing but what events have told. */
  const told = new Map<string, AppSummary | undefined>();
  const painter = createPainter(
    () => {
      tellApps(client, new Map([...told].map(([id, app]) => [id, { ...app, ...ledger.toldOf(id) }])));
      told.clear();
    },
    () => pacedMs(Math.min(SLOWEST_PAINT_MS, listed())),
  );
  const refresh = createRefresher(async (key) => {
    if (key.startsWith('/')) {
      underWay.add(key);
      await refreshApp(client, key, (id, app) => {
        ledger.read(id, app);
        // a new row, one that goes, and the page of an app at once; what changes in a row comes with the next painting
        if (app === undefined || isOpen(id) || !isListed(id)) {
          told.delete(id);
          return 'now';
        }
        told.set(id, app);
        painter.request();
        return 'later';
      });
      underWay.delete(key);
    } else await client.refetchQueries({ queryKey: [...marathonKeys.all, key], type: 'active' }, { cancelRefetch: true });
  });
  const throttle = createThrottle(() => Math.min(SLOWEST_LISTS_MS, Math.max(LISTS_MS, pacedMs(listed() * LISTS_MS_PER_APP))), refresh);
  const batch = createBatch(FRAME_MS, (keys) => {
    const apps = [...keys].filter((key) => key.startsWith('/'));
    // what is small goes first: it must not wait for the answer with everything
    if (apps.length <= MANY_APPS) for (const id of apps) refresh(id);
    else throttle.request('apps');
    for (const key of keys) if (!key.startsWith('/')) throttle.request(key);
  });
  return {
    note(event) {
      const noted = ledger.note(event);
      if (noted.kind === 'other') {
        const { apps, list, deployments } = changesOf(event);
        batch.add([...apps, ...(apps.size > 0 ? ['queue'] : []), ...(list ? ['apps'] : []), ...(deployments ? ['deployments'] : [])]);
        return;
      }
      throttle.request('queue');
      if (underWay.has(noted.appId)) refresh(noted.appId);
      else if (noted.kind === 'unknown') batch.add([noted.appId]);
      // its own page shows each instance, of which events do not tell all
      else if (isOpen(noted.appId)) throttle.request(noted.appId);
      if (noted.kind === 'told') {
        told.set(noted.appId, told.get(noted.appId));
        painter.request();
      }
    },
    missed() {
      ledger.clear();
      told.clear();
      void client.invalidateQueries({ queryKey: marathonKeys.all });
    },
    stop() {
      batch.stop();
      throttle.stop();
      painter.stop();
    },
  };
}
