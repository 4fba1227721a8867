import { type Quantities, quantitiesOfList } from '../../live/mesos-quantities.ts';
import type { QueueEntry } from '../../live/marathon-wire.ts';

/** An offer that Marathon could not use for an application that waits. */
export interface DeclinedOffer {
  key: string;
  appId: string;
  agentId: string;
  host: string;
  resources: Quantities;
  /** Marathon's own words, like InsufficientCpus. */
  reasons: string[];
  /** Milliseconds since the epoch; undefined where Marathon does not say. */
  at: number | undefined;
}

export function declinedOffers(queue: Iterable<QueueEntry>): DeclinedOffer[] {
  return [...queue].flatMap(({ appId, unusedOffers }) =>
    unusedOffers.map(({ offer, reason, timestamp }) => ({
      key: `${appId} ${offer.agentId} ${offer.id}`,
      appId,
      agentId: offer.agentId,
      host: offer.hostname,
      resources: quantitiesOfList(offer.resources.map(({ name, scalar }) => ({ name, scalar: { value: scalar } }))),
      reasons: reason,
      at: timestamp === undefined || timestamp === null ? undefined : Date.parse(timestamp),
    })),
  );
}
