import type { RunSpec } from '../../../api/marathon/run-spec.ts';
import type { Clock, Timer } from '../../kernel/clock.ts';
import type { QueueEntry } from '../core.ts';
import type { Catalog } from '../definitions/catalog.ts';
import type { InstanceTracker } from '../instances/instance-tracker.ts';
import { timestamp } from '../state.ts';
import { afterFailure, timeLeft, type Backoff } from './backoff.ts';
import { offerView } from './offer-view.ts';
import { lastOffersFunnel, noOfferStatistics, rejectFunnel, type OfferStatistics } from './offer-statistics.ts';

/** Which apps and pods have instances to launch, since when, how long each is held back, and what offers it was shown. */
export interface LaunchQueue {
  /** Apps and pods that may launch now, those that wait longest first. */
  launchable: () => RunSpec[];
  statistics: (appId: string) => OfferStatistics;
  /** Takes in that instances began or ceased to wait, and calls `onDue` once a delay is over. */
  refresh: () => void;
  /** Holds launches back after a failure of that definition; nothing when there is another configuration by now. */
  delay: (failed: RunSpec) => void;
  /** A restart begins without a delay. */
  forgetDelay: (appId: string) => void;
  /** Forgets the delay; false when nothing of it waits. */
  resetDelay: (appId: string) => boolean;
  entries: () => QueueEntry[];
  stop: () => void;
}

interface Waiting {
  since: number;
  statistics: OfferStatistics;
}

/** The configuration that a delay belongs to (§8.6). */
const configOf = (spec: RunSpec): string => spec.versionInfo?.lastConfigChangeAt ?? spec.version;

export function createLaunchQueue(parts: { clock: Clock; catalog: Catalog; tracker: InstanceTracker }, onDue: () => void): LaunchQueue {
  const { clock, catalog, tracker } = parts;
  const waiting = new Map<string, Waiting>();
  const backoffs = new Map<string, Backoff>();
  let due: Timer | undefined;

  const heldBack = (spec: RunSpec): number => timeLeft(backoffs.get(spec.id), configOf(spec), clock.now());
  const waitingSpecs = (): RunSpec[] => [...waiting.keys()].flatMap((id) => catalog.spec(id) ?? []);
  const launchable = (): RunSpec[] => waitingSpecs().filter((spec) => heldBack(spec) === 0);
  const entryOf = (id: string): Waiting => {
    let entry = waiting.get(id);
    if (!entry) waiting.set(id, (entry = { since: clock.now(), statistics: noOfferStatistics() }));
    return entry;
  };
  const refresh = (): void => {
    for (const id of waiting.keys()) if (tracker.waitingCount(id) === 0) waiting.delete(id);
    for (const id of tracker.appsWaiting()) entryOf(id);
    for (const id of backoffs.keys()) if (!catalog.spec(id)) backoffs.delete(id);
    due?.cancel();
    const delays = waitingSpecs()
      .map(heldBack)
      .filter((left) => left > 0);
    due = delays.length > 0 ? clock.after(Math.min(...delays), onDue) : undefined;
  };
  return {
    launchable,
    statistics: (appId) => entryOf(appId).statistics,
    refresh,
    delay(failed) {
      const spec = catalog.spec(failed.id);
      if (!spec || configOf(spec) !== configOf(failed)) return;
      backoffs.set(spec.id, afterFailure(backoffs.get(spec.id), configOf(spec), spec, clock.now()));
    },
    forgetDelay: (appId) => void backoffs.delete(appId),
    resetDelay(appId) {
      if (!waiting.has(appId)) return false;
      backoffs.delete(appId);
      return true;
    },
    entries: () => waitingSpecs().map((spec) => queueEntry(spec, entryOf(spec.id), tracker.waitingCount(spec.id), heldBack(spec))),
    stop: () => due?.cancel(),
  };
}

function queueEntry(spec: RunSpec, { since, statistics }: Waiting, count: number, heldBack: number): QueueEntry {
  return {
    spec,
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
