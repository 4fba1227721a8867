import { marathonEvents } from '../../live/marathon-event-bus.ts';
import { createPainter } from '../../live/streams/painter.ts';
import { pacedMs } from '../../util/refresh-pace.ts';
import type { FeedEvent } from './feed-event.ts';
import { marathonFeedEvent } from './marathon-feed.ts';
import { FEED_LENGTH } from './merge-feed.ts';

/** Events come by the dozen a second in a large cluster; nobody reads faster. */
const GAP_MS = 250;

let heard: FeedEvent[] = [];
let shown: readonly FeedEvent[] = heard;
let following = false;
const listeners = new Set<() => void>();
const painter = createPainter(
  () => {
    shown = heard.slice();
    for (const listener of listeners) listener();
  },
  () => pacedMs(GAP_MS),
);

/** What Marathon's stream and the watch over the agents have told since the feed was first looked at, the oldest first. */
export const liveFeed = {
  current: (): readonly FeedEvent[] => shown,
  add: (events: readonly FeedEvent[]): void => {
    if (events.length === 0) return;
    heard.push(...events);
    // Cut now and then, not at each event.
    if (heard.length > 2 * FEED_LENGTH) heard = heard.slice(-FEED_LENGTH);
    painter.request();
  },
  subscribe: (listener: () => void): (() => void) => {
    // From now on for as long as the page is open: who comes back finds what happened meanwhile.
    if (!following)
      marathonEvents.subscribe((data) => liveFeed.add([marathonFeedEvent(data, Date.now())].filter((event) => event !== undefined)));
    following = true;
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
