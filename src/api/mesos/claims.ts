import type { Resource, Reservation } from './resources.ts';

/**
 * What a resource is bound to: nothing (`*`), the reservations of a role, and of disk also the persistent volume that was made of
 * it. Resources of the same claim can be added and divided; a volume is used as a whole, so its size is part of its claim.
 *
 * A claim is text, so that it can be a key. A role's static reservation is its name, as an agent's flags have it; anything more
 * follows after a blank, which no name of a role can contain.
 */
export type Claim = string;

export const UNRESERVED: Claim = '*';

interface ClaimDetails {
  reservations: Reservation[];
  disk?: Resource['disk'];
  /** Size of the volume in MB. */
  size?: number;
}

/** Reads the spellings of before Mesos 1.4 too: `role` for a static reservation, `reservation` beside it for a dynamic one. */
export function reservationsOf({ reservations, role, reservation }: Resource): Reservation[] {
  if (reservations) return reservations;
  if (role === undefined || role === UNRESERVED) return [];
  return [reservation ? { type: 'DYNAMIC', role, ...reservation } : { type: 'STATIC', role }];
}

/** Fields in one order and nothing that is empty, so that the same claim is the same text. */
const canonicalReservation = ({ type, role, principal, labels }: Reservation): Reservation => ({
  type,
  role,
  ...(principal !== undefined && { principal }),
  ...(labels &&
    labels.labels.length > 0 && {
      labels: { labels: labels.labels.map(({ key, value }) => ({ key, ...(value !== undefined && { value }) })) },
    }),
});

function canonicalDisk({ disk }: Resource): ClaimDetails['disk'] {
  if (!disk?.persistence) return undefined;
  const { persistence, volume } = disk;
  const { id, principal } = persistence;
  return {
    persistence: { id, ...(principal !== undefined && { principal }) },
    ...(volume && { volume: { container_path: volume.container_path, mode: volume.mode } }),
  };
}

/** Throws RangeError when it is reserved for what cannot be a role. */
export function claimOf(resource: Resource): Claim {
  if (!resource.reservations && !resource.disk && (resource.role === undefined || resource.role === UNRESERVED)) return UNRESERVED;
  const reservations = reservationsOf(resource).map(canonicalReservation);
  const disk = canonicalDisk(resource);
  const [first] = reservations;
  const role = reservations.at(-1)?.role ?? UNRESERVED;
  if (/\s|^$|^__proto__$/.test(role)) throw new RangeError(`'${role}' cannot be a role`);
  const isPlain = reservations.length < 2 && first?.type !== 'DYNAMIC' && first?.principal === undefined && !first?.labels;
  if (isPlain && !disk) return role;
  const details: ClaimDetails = { reservations, ...(disk && { disk, size: resource.scalar?.value ?? 0 }) };
  return `${role} ${JSON.stringify(details)}`;
}

/** The role that it is reserved for; `*` when for none. */
export const roleOfClaim = (claim: Claim): string => claim.split(' ', 1)[0] ?? UNRESERVED;

function detailsOf(claim: Claim): ClaimDetails {
  const role = roleOfClaim(claim);
  if (claim.length > role.length) return JSON.parse(claim.slice(role.length + 1)) as ClaimDetails;
  return { reservations: role === UNRESERVED ? [] : [{ type: 'STATIC', role }] };
}

/** What a resource of this claim says of it on the wire. */
export function claimFields(claim: Claim): Pick<Resource, 'reservations' | 'disk'> {
  const { reservations, disk } = detailsOf(claim);
  return { ...(reservations.length > 0 && { reservations }), ...(disk && { disk }) };
}

/** The same in the spelling of before Mesos 1.4, which the older endpoints keep. */
export function oldClaimFields(claim: Claim): Pick<Resource, 'role' | 'reservation' | 'reservations' | 'disk'> {
  const { reservations, disk } = detailsOf(claim);
  const last = reservations.at(-1);
  const { type, role = UNRESERVED, ...rest } = last ?? {};
  return {
    role,
    ...(type === 'DYNAMIC' && { reservation: rest }),
    ...(reservations.length > 1 && { reservations }),
    ...(disk && { disk }),
  };
}

/** Made while the agent ran, by a dynamic reservation or as a volume: the agent has to remember it, its flags do not say it. */
export const isMadeAtRuntime = (claim: Claim): boolean => {
  const { reservations, disk } = detailsOf(claim);
  return disk !== undefined || reservations.some(({ type }) => type === 'DYNAMIC');
};

/** In the words of Mesos' messages: `(slave_public)`, `(slave_public)[data:/var/data]`. */
export function describeClaim(claim: Claim): string {
  const { persistence, volume } = claimFields(claim).disk ?? {};
  return `(${roleOfClaim(claim)})${persistence ? `[${persistence.id}:${volume?.container_path ?? ''}]` : ''}`;
}
