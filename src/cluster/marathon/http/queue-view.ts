import { isPod } from '../../../api/marathon/run-spec.ts';
import type { QueueEntry } from '../core.ts';
import { renderApp } from './app-view.ts';
import { renderPod } from './pod-view.ts';

type Json = Record<string, unknown>;

/** A queued app or pod with why it waits. The offers are listed whatever `embed` says, as recorded. */
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
    role: entry.spec.role,
    ...(isPod(entry.spec) ? { pod: renderPod(entry.spec) } : { app: renderApp(entry.spec) }),
  };
}
