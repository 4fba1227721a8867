import type { Offer } from '../../../api/mesos/scheduler.ts';
import type { PlacementFacts } from '../state.ts';

/** What a constraint's field is at that place; undefined where the agent has no such attribute (§6). */
export function placementValue(place: PlacementFacts, field: string): string | undefined {
  switch (field) {
    case 'hostname':
    case '@hostname':
      return place.hostname;
    case '@region':
      return place.region;
    case '@zone':
      return place.zone;
    default:
      return place.attributes[field];
  }
}

/** A scalar as text with at most three decimals, as Mesos prints it. */
const scalarText = (value: number): string => String(Math.round(value * 1000) / 1000);

export function placementFacts(offer: Offer): PlacementFacts {
  const domain = offer.domain?.fault_domain;
  return {
    hostname: offer.hostname,
    ...(domain && { region: domain.region.name, zone: domain.zone.name }),
    attributes: Object.fromEntries(
      offer.attributes.flatMap(({ name, text, scalar }) => {
        const value = text?.value ?? (scalar && scalarText(scalar.value));
        return value === undefined ? [] : [[name, value]];
      }),
    ),
  };
}
