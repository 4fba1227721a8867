import { claimOf, oldClaimFields } from '../../api/mesos/claims.ts';
import type { Resource } from '../../api/mesos/resources.ts';
import type { FrameworkInfo, Offer, SchedulerEvent } from '../../api/mesos/scheduler.ts';
import { hasCapability } from './state.ts';

/** Events as a framework of these capabilities knows them: without RESERVATION_REFINEMENT a resource is spelled with its `role`. */
export function eventFor(info: FrameworkInfo, event: SchedulerEvent): SchedulerEvent {
  if (event.type !== 'OFFERS' || hasCapability(info, 'RESERVATION_REFINEMENT')) return event;
  return { ...event, offers: { offers: event.offers.offers.map((offer) => oldOffer(offer)) } };
}

const oldOffer = (offer: Offer): Offer => ({ ...offer, resources: offer.resources.map(oldResource) });

function oldResource(resource: Resource): Resource {
  const { reservations: _reservations, ...rest } = resource;
  return { ...rest, ...oldClaimFields(claimOf(resource)) };
}
