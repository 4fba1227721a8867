import type { AppDefinition } from '../../../api/marathon/definition.ts';
import type { Clock, Timer } from '../../kernel/clock.ts';
import type { QueueEntry } from '../core.ts';
import type { Catalog } from '../definitions/catalog.ts';
import type { InstanceTracker } from '../instances/instance-tracker.ts';
import { timestamp } from '../state.ts';
import { afterFailure, timeLeft, type Backoff } from './backoff.ts';
import { offerView } from './offer-view.ts';
import { lastOffersFunnel, noOfferStatistics, rejectFunnel, type OfferStatistics } from './offer-statistics.ts';

/** Which apps have instances to launch, since when, how long each is held back, and what offers it was shown. */
export interface LaunchQueue {
  /** Apps that may launch now, those that wait longest first. */
  launchable: () => AppDefinition[];
  statistics: (appId: string) => OfferStatistics;
  /** Takes in that instances began or ceased to wait. Tells whether apps may launch now, and calls `onDue` once a delay is over. */
  refresh: () => boolean;
  /** Holds the app back after a failure of that definition; nothing when the app has another configuration by now. */
  delay: (failed: AppDefinition) => void;
  /** A restart begins without a delay. */
  forgetDelay: (appId: string) => void;
  /** Forgets the delay; false when the app does not wait. */
  resetDelay: (appId: string) => boolean;
  entries: () => QueueEntry[];
  stop: () => void;
}

interface Waiting {
  since: number;
  statistics: OfferStatistics;
}

/** The configuration that a delay belongs to (§8.6). */
const configOf = (app: AppDefinition): string => app.versionInfo?.lastConfigChangeAt ?? app.version;

export function createLaunchQueue(parts: { clock: Clock; catalog: Catalog; tracker: InstanceTracker }, onDue: () => void): LaunchQueue {
  const { clock, catalog, tracker } = parts;
  const waiting = new Map<string, Waiting>();
  const backoffs = new Map<string, Backoff>();
  let due: Timer | undefined;

  const heldBack = (app: AppDefinition): number => timeLeft(backoffs.get(app.id), configOf(app), clock.now());
  const waitingApps = (): AppDefinition[] => [...waiting.keys()].flatMap((id) => catalog.app(id) ?? []);
  const launchable = (): AppDefinition[] => waitingApps().filter((app) => heldBack(app) === 0);
  const entryOf = (id: string): Waiting => {
    let entry = waiting.get(id);
    if (!entry) waiting.set(id, (entry = { since: clock.now(), statistics: noOfferStatistics() }));
    return entry;
  };
  const refresh = (): boolean => {
    for (const id of waiting.keys()) if (tracker.waitingCount(id) === 0) waiting.delete(id);
    for (const id of tracker.appsWaiting()) entryOf(id);
    for (const id of backoffs.keys()) if (!catalog.app(id)) backoffs.delete(id);
    due?.cancel();
    const delays = waitingApps()
      .map(heldBack)
      .filter((left) => left > 0);
    due = delays.length > 0 ? clock.after(Math.min(...delays), onDue) : undefined;
    return launchable().length > 0;
  };
  return {
    launchable,
    statistics: (appId) => entryOf(appId).statistics,
    refresh,
    delay(failed) {
      const app = catalog.app(failed.id);
      if (!app || configOf(app) !== configOf(failed)) return;
      backoffs.set(app.id, afterFailure(backoffs.get(app.id), configOf(app), app, clock.now()));
    },
    forgetDelay: (appId) => void backoffs.delete(appId),
    resetDelay(appId) {
      if (!waiting.has(appId)) return false;
      backoffs.delete(appId);
      return true;
    },
    entries: () => waitingApps().map((app) => queueEntry(app, entryOf(app.id), tracker.waitingCount(app.id), heldBack(app))),
    stop: () => due?.cancel(),
  };
}

function queueEntry(app: AppDefinition, { since, statistics }: Waiting, count: number, heldBack: number): QueueEntry {
  return {
    app,
    count,
    since: timestamp(since),
    delay: { timeLeftSeconds: Math.ceil(heldBack / 1000), overdue: heldBack === 0 },
    processedOffersCount: statistics.processed,
    unusedOffersCount: statistics.unused,
    ...(statistics.lastUnusedAt !== undefined && { lastUnusedOfferAt: timestamp(statistics.lastUnusedAt) }),
    ...(statistics.lastUsedAt !== undefined && { lastUsedOfferAt: timestamp(statistics.lastUsedAt) }),
    rejectSummaryLastOffers: lastOffersFunnel(statistics),
    rejectSummaryLaunchAttempt: rejectFunnel(statistics.processed, statistics.refused),
    lastUnusedOffers: [...statistics.lastUnused.values()].map(({ offer, reason, at }) => ({
      offer: offerView(offer),
      reason,
      timestamp: timestamp(at),
    })),
  };
}
