import { reservationsOf } from '../../api/mesos/claims.ts';
import { poolOf, type Pool } from '../../api/mesos/quantities.ts';
import type { Resource } from '../../api/mesos/resources.ts';
import type { OfferOperation } from '../../api/mesos/scheduler.ts';

/** What an operation takes and what becomes of it. The amounts of both are the same. */
export interface Conversion {
  consumed: Pool;
  converted: Pool;
}

function withoutLastReservation(resource: Resource): Resource {
  const { role: _role, reservation: _reservation, ...rest } = resource;
  return { ...rest, reservations: reservationsOf(resource).slice(0, -1) };
}

export const withoutVolume = ({ disk: _disk, ...resource }: Resource): Resource => resource;

const sized = (volume: Resource, value: number): Resource => ({ ...volume, scalar: { value } });

export function conversionOf(operation: OfferOperation): Conversion {
  switch (operation.type) {
    case 'RESERVE': {
      const { resources } = operation.reserve;
      return { consumed: poolOf(resources.map(withoutLastReservation)), converted: poolOf(resources) };
    }
    case 'UNRESERVE': {
      const { resources } = operation.unreserve;
      return { consumed: poolOf(resources), converted: poolOf(resources.map(withoutLastReservation)) };
    }
    case 'CREATE': {
      const { volumes } = operation.create;
      return { consumed: poolOf(volumes.map(withoutVolume)), converted: poolOf(volumes) };
    }
    case 'DESTROY': {
      const { volumes } = operation.destroy;
      return { consumed: poolOf(volumes), converted: poolOf(volumes.map(withoutVolume)) };
    }
    case 'GROW_VOLUME': {
      const { volume, addition } = operation.grow_volume;
      return { consumed: poolOf([volume, addition]), converted: poolOf([sized(volume, sizeOf(volume) + sizeOf(addition))]) };
    }
    default: {
      const { volume, subtract } = operation.shrink_volume;
      const rest = sized(withoutVolume(volume), subtract.value);
      return { consumed: poolOf([volume]), converted: poolOf([sized(volume, sizeOf(volume) - subtract.value), rest]) };
    }
  }
}

export const sizeOf = (resource: Resource): number => resource.scalar?.value ?? 0;
