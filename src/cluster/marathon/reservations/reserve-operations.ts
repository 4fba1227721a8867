import { resourcesOf, type Pool } from '../../../api/mesos/quantities.ts';
import type { Reservation, Resource } from '../../../api/mesos/resources.ts';
import type { OfferOperation } from '../../../api/mesos/scheduler.ts';
import type { NewVolume } from './local-volumes.ts';

const FREE = 'free ';

/** The instance whose reservation is given back by the operation of that id; undefined for another operation. */
export const freedInstance = (operationId: string): string | undefined =>
  operationId.startsWith(FREE) ? operationId.slice(FREE.length) : undefined;

/** Reserves unreserved resources and makes volumes of a part of them: the disk that is taken has to be enough for them, too. */
export function reserveOperations(taken: Pool, volumes: readonly NewVolume[], reservation: Reservation): OfferOperation[] {
  const reserved = { reservations: [reservation], allocation_info: { role: reservation.role } };
  const made = volumes.map(({ size, volume, mountedAt }): Resource => ({
    name: 'disk',
    type: 'SCALAR',
    scalar: { value: size },
    ...reserved,
    disk: { persistence: { id: volume.persistenceId }, volume: { container_path: mountedAt, mode: 'RW' } },
  }));
  return [
    { type: 'RESERVE', reserve: { resources: resourcesOf(taken).map((resource) => ({ ...resource, ...reserved })) } },
    ...(made.length > 0 ? [{ type: 'CREATE' as const, create: { volumes: made } }] : []),
  ];
}

/**
 * Gives back what is reserved for an instance, or a part of it: its volumes are destroyed, with what is on them. That operation is
 * named, so that Mesos tells what became of it. Volumes come last: of a pod they are the executor's, which ends after all tasks.
 */
export function freeOperations(instanceId: string, reserved: Pool, allocatedRole: string): OfferOperation[] {
  const resources = resourcesOf(reserved, allocatedRole);
  const volumes = resources.filter(({ disk }) => disk?.persistence !== undefined);
  const rest = resources.map(({ disk: _disk, ...resource }) => resource);
  return [
    ...(volumes.length > 0 ? [{ type: 'DESTROY' as const, id: { value: `${FREE}${instanceId}` }, destroy: { volumes } }] : []),
    { type: 'UNRESERVE', unreserve: { resources: rest } },
  ];
}
