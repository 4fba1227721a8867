import { claimOf, describeClaim, reservationsOf } from '../../api/mesos/claims.ts';
import { claimedIn, poolOf, reservedFor, runtimeResources, type Pool } from '../../api/mesos/quantities.ts';
import { formatRanges } from '../../api/mesos/ranges.ts';
import type { Resource } from '../../api/mesos/resources.ts';
import type { OfferOperation } from '../../api/mesos/scheduler.ts';
import { roleProblem } from './weights.ts';
import { sizeOf, withoutVolume } from './conversion.ts';

/** Why an offer operation may not be done: pure decisions, the same for frameworks and operators. */

/** Who asks: a framework by the role that its offer is allocated to, or an operator. */
export interface Asker {
  principal?: string;
  allocatedRole?: string;
}

const isVolume = ({ disk }: Resource): boolean => disk?.persistence !== undefined;

/** Why an operation cannot be done whatever was offered; undefined when it can. `total` is what its agent has. */
export function operationProblem(operation: OfferOperation, total: Pool, asker: Asker): string | undefined {
  const fault = firstFault(operation, total, asker);
  return fault === undefined ? undefined : `Invalid ${operation.type} operation: ${fault}`;
}

function firstFault(operation: OfferOperation, total: Pool, asker: Asker): string | undefined {
  try {
    switch (operation.type) {
      case 'RESERVE':
        return firstOf(operation.reserve.resources, (resource) => reserveFault(resource, asker));
      case 'UNRESERVE':
        return firstOf(operation.unreserve.resources, unreserveFault);
      case 'CREATE':
        return createFault(operation.create.volumes, total, asker);
      case 'DESTROY':
        return destroyFault(operation.destroy.volumes, total);
      case 'GROW_VOLUME':
        return growFault(operation.grow_volume.volume, operation.grow_volume.addition);
      default:
        return shrinkFault(operation.shrink_volume.volume, operation.shrink_volume.subtract.value);
    }
  } catch (fault) {
    return `Invalid resources: ${fault instanceof Error ? fault.message : String(fault)}`;
  }
}

function firstOf(resources: readonly Resource[], faultOf: (resource: Resource) => string | undefined): string | undefined {
  if (resources.length === 0) return 'No resources specified';
  for (const resource of resources) {
    poolOf([resource]);
    const fault = faultOf(resource);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** A resource in the words of an error: `disk(slave_public)[data:data]:100`. */
const named = (resource: Resource): string =>
  `'${resource.name}${describeClaim(claimOf(resource))}:${resource.scalar?.value ?? formatRanges(resource.ranges?.range ?? [])}'`;

function reserveFault(resource: Resource, { principal, allocatedRole }: Asker): string | undefined {
  const last = reservationsOf(resource).at(-1);
  if (last?.type !== 'DYNAMIC') return `Resource ${named(resource)} is not dynamically reserved`;
  if (isVolume(resource)) return `A persistent volume ${named(resource)} must already be reserved`;
  const invalid = roleProblem(last.role);
  if (invalid !== undefined) return `Resource ${named(resource)} is reserved for an invalid role: ${invalid}`;
  if (last.role === '*') return `Resource ${named(resource)} cannot be reserved for the role '*'`;
  if (principal !== undefined && last.principal !== principal) {
    return `A reserve operation was attempted by principal '${principal}', but the reservation of ${named(resource)} has principal '${last.principal ?? ''}'`;
  }
  if (allocatedRole !== undefined && allocatedRole !== last.role)
    return `A reserve operation was attempted for a resource with role '${last.role}', but the resource is allocated to role '${allocatedRole}'`;
  const before = reservationsOf(resource).at(-2);
  if (before && !last.role.startsWith(`${before.role}/`))
    return `Resource ${named(resource)} is reserved for '${before.role}' already; only a role below that can refine the reservation`;
  return undefined;
}

function unreserveFault(resource: Resource): string | undefined {
  if (reservationsOf(resource).at(-1)?.type !== 'DYNAMIC') return `Resource ${named(resource)} is not dynamically reserved`;
  if (isVolume(resource))
    return `A dynamically reserved persistent volume ${named(resource)} cannot be unreserved directly. Please destroy the persistent volume first then unreserve the resource`;
  return undefined;
}

function createFault(volumes: readonly Resource[], total: Pool, { principal }: Asker): string | undefined {
  const taken = volumeIds(total);
  return firstOf(volumes, (volume) => {
    const fault = volumeFault(volume) ?? principalFault(volume, principal);
    if (fault !== undefined) return fault;
    const id = `${reservedFor(volume)} ${volume.disk?.persistence?.id}`;
    if (taken.has(id))
      return `Persistence ID '${volume.disk?.persistence?.id}' is used already for role '${reservedFor(volume)}' on this agent`;
    taken.add(id);
    return undefined;
  });
}

const principalFault = (volume: Resource, principal: string | undefined): string | undefined =>
  principal === undefined || volume.disk?.persistence?.principal === undefined || volume.disk.persistence.principal === principal
    ? undefined
    : `Create volume operation was attempted by principal '${principal}', but the volume ${named(volume)} has principal '${volume.disk.persistence.principal}'`;

/** By role and persistence id. */
const volumeIds = (total: Pool): Set<string> =>
  new Set(volumesIn(total).map((volume) => `${reservedFor(volume)} ${volume.disk?.persistence?.id}`));

const volumesIn = (total: Pool): Resource[] => runtimeResources(total).filter(isVolume);

function volumeFault(volume: Resource): string | undefined {
  const { persistence, volume: mount } = volume.disk ?? {};
  if (!persistence) return `Resource ${named(volume)} does not have DiskInfo.Persistence`;
  if (volume.name !== 'disk') return `Resource ${named(volume)} is not disk: only disk can be a persistent volume`;
  if (reservedFor(volume) === '*') return 'Persistent volumes cannot be created from unreserved resources';
  if (!mount) return `Expecting 'volume' to be set for persistent volume ${named(volume)}`;
  if (mount.mode !== 'RW') return `Expecting 'volume.mode' to be RW for persistent volume ${named(volume)}`;
  if (mount.host_path !== undefined) return "Expecting 'host_path' to be unset for persistent volume";
  if (sizeOf(volume) <= 0) return `A persistent volume needs a size above 0, not ${sizeOf(volume)}`;
  const problem = fileNameProblem(persistence.id);
  if (problem !== undefined) return `Persistence ID '${persistence.id}' is invalid: ${problem}`;
  return containerPathProblem(mount.container_path);
}

/** The id is the name of a directory on the agent. */
function fileNameProblem(id: string): string | undefined {
  if (id === '' || id === '.' || id === '..') return "it must not be empty, '.' or '..'";
  if (id.length > 255) return 'it is longer than 255 characters';
  return /[/\\]|\p{Cc}/u.test(id) ? 'it must not have slashes or control characters' : undefined;
}

const containerPathProblem = (path: string): string | undefined =>
  path === '' || path.split('/').includes('..') || path.includes('\0')
    ? `The container path '${path}' must not be empty and must not have '..' in it`
    : undefined;

function destroyFault(volumes: readonly Resource[], total: Pool): string | undefined {
  return firstOf(volumes, (volume) => {
    if (!isVolume(volume)) return `Resource ${named(volume)} is not a persistent volume`;
    return claimedIn(total, claimOf(volume)) ? undefined : 'Persistent volumes not found';
  });
}

function growFault(volume: Resource, addition: Resource): string | undefined {
  if (!isVolume(volume)) return `Resource ${named(volume)} is not a persistent volume`;
  if (isVolume(addition) || addition.name !== 'disk') return 'The addition has to be disk that is no volume';
  return claimOf(withoutVolume(volume)) === claimOf(addition) ? undefined : 'The addition has to have the reservations of the volume';
}

function shrinkFault(volume: Resource, subtract: number): string | undefined {
  if (!isVolume(volume)) return `Resource ${named(volume)} is not a persistent volume`;
  return subtract > 0 && subtract < sizeOf(volume) ? undefined : `The volume of ${sizeOf(volume)} MB cannot be made ${subtract} MB smaller`;
}
