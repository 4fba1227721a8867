import type { FeedEvent } from './feed-event.ts';

/** A feed is read from its top; what is further down has pages of its own. */
export const FEED_LENGTH = 2_000;

/** One feed of several, the newest event first. Of events with one key the one in the first list stays: it knows more. */
export function mergeFeed(lists: readonly (readonly FeedEvent[])[]): FeedEvent[] {
  const byKey = new Map<string, FeedEvent>();
  for (const list of lists) for (const event of list) if (!byKey.has(event.key)) byKey.set(event.key, event);
  return [...byKey.values()].toSorted((a, b) => b.at - a.at || (a.key < b.key ? 1 : -1)).slice(0, FEED_LENGTH);
}
