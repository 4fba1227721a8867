import type { QueueEntry } from '../core.ts';
import { renderApp } from './app-view.ts';

type Json = Record<string, unknown>;

/** A queued app with why it waits. The offers are listed whatever `embed` says, as recorded. */
export function renderQueueEntry(entry: QueueEntry): Json {
  return {
    count: entry.count,
    delay: entry.delay,
    since: entry.since,
    processedOffersSummary: {
      processedOffersCount: entry.processedOffersCount,
      unusedOffersCount: entry.unusedOffersCount,
      ...(entry.lastUnusedOfferAt !== undefined && { lastUnusedOfferAt: entry.lastUnusedOfferAt }),
      ...(entry.lastUsedOfferAt !== undefined && { lastUsedOfferAt: entry.lastUsedOfferAt }),
      rejectSummaryLastOffers: entry.rejectSummaryLastOffers,
      rejectSummaryLaunchAttempt: entry.rejectSummaryLaunchAttempt,
    },
    lastUnusedOffers: entry.lastUnusedOffers.map(({ offer, reason, timestamp }) => ({ offer, timestamp, reason })),
    role: entry.app.role,
    app: renderApp(entry.app),
  };
}
