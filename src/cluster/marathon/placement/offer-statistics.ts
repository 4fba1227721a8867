import type { Offer } from '../../../api/mesos/scheduler.ts';
import { limits } from '../../kernel/limits.ts';
import { REJECT_REASONS, type RejectReason, type RejectSummary } from '../core.ts';

/** An offer that an app could not use, and why. */
export interface UnusedOffer {
  offer: Offer;
  reason: RejectReason[];
  at: number;
}

/** What became of the offers that a waiting app was shown: the answer to "why is it waiting?". Times in ms. */
export interface OfferStatistics {
  processed: number;
  unused: number;
  lastUnusedAt?: number;
  lastUsedAt?: number;
  /** Of all offers since the app began to wait: how many were refused, by the first reason that applied. */
  refused: Map<RejectReason, number>;
  /** The last refusal of each agent, newest last. An agent whose offer was used is not in it. */
  lastUnused: Map<string, UnusedOffer>;
}

export const noOfferStatistics = (): OfferStatistics => ({ processed: 0, unused: 0, refused: new Map(), lastUnused: new Map() });

export function countUsed(statistics: OfferStatistics, agentId: string, now: number): void {
  statistics.processed++;
  statistics.lastUsedAt = now;
  statistics.lastUnused.delete(agentId);
}

export function countUnused(statistics: OfferStatistics, agentId: string, unused: UnusedOffer): void {
  statistics.processed++;
  statistics.unused++;
  statistics.lastUnusedAt = unused.at;
  const [first] = unused.reason;
  if (first) statistics.refused.set(first, (statistics.refused.get(first) ?? 0) + 1);
  statistics.lastUnused.delete(agentId);
  statistics.lastUnused.set(agentId, unused);
  if (statistics.lastUnused.size <= limits.unusedOffersPerApp) return;
  const [oldest] = statistics.lastUnused.keys();
  if (oldest !== undefined) statistics.lastUnused.delete(oldest);
}

/** The funnel (§3.8): of `total` offers, how many came as far as each reason and how many it stopped. Always all ten, in order. */
export function rejectFunnel(total: number, refused: ReadonlyMap<RejectReason, number>): RejectSummary[] {
  let left = total;
  return REJECT_REASONS.map((reason) => {
    const declined = refused.get(reason) ?? 0;
    const summary = { reason, declined, processed: left };
    left -= declined;
    return summary;
  });
}

/** The funnel of the last refusal of each agent. */
export function lastOffersFunnel(statistics: OfferStatistics): RejectSummary[] {
  const refused = new Map<RejectReason, number>();
  for (const { reason } of statistics.lastUnused.values()) {
    const [first] = reason;
    if (first) refused.set(first, (refused.get(first) ?? 0) + 1);
  }
  return rejectFunnel(statistics.lastUnused.size, refused);
}
