import type { AppSummary, QueueEntry, UnusedOffer } from '../../../live/marathon-wire.ts';
import { judgedConstraints } from './judged-constraints.ts';
import { type ScalarResource, scalarOf, type Shortage, shortageOf } from './waiting-reasons.ts';

/** What a reader can change so that offers get through a stage that turns them down. */
export type Remedy =
  | { kind: 'lower'; resource: ScalarResource; to: number; host: string }
  | { kind: 'add-agent'; resource: ScalarResource; needed: number }
  | { kind: 'accept-role'; roles: string[] }
  | { kind: 'loosen-constraint'; constraint: string; offers: number }
  | { kind: 'review-constraints' }
  | { kind: 'any-port'; ports: number[] }
  | { kind: 'free-reservation' }
  | { kind: 'end-maintenance' }
  | { kind: 'ask-for-gpus' };

/** One stage that Marathon puts offers through: how many came to it and how many it turned down. */
export interface FunnelStage {
  reason: string;
  processed: number;
  declined: number;
  shortage: Shortage | undefined;
  /** Roles that the turned down offers are kept for. */
  offeredRoles: string[];
  /** What would help, the least change first; empty for a stage that turned nothing down. */
  remedies: Remedy[];
}

/** The stages that the last offers came to, in the order in which Marathon judges. */
export function offerFunnel(app: AppSummary, entry: QueueEntry, takenHosts: readonly string[]): FunnelStage[] {
  return entry.rejects
    .filter(({ processed }) => processed > 0)
    .map(({ reason, processed, declined }) => {
      const stage = { reason, processed, declined, shortage: declined > 0 ? shortageOf(app, entry, reason) : undefined };
      const offeredRoles = reason === 'UnfulfilledRole' && declined > 0 ? rolesOf(refusedBy(entry, reason).map(({ offer }) => offer)) : [];
      return { ...stage, offeredRoles, remedies: declined > 0 ? remediesOf(app, entry, stage, offeredRoles, takenHosts) : [] };
    });
}

/** The offers that got as far as this stage and no further; what else would have kept them away is not judged by it. */
function refusedBy(entry: QueueEntry, reason: string): UnusedOffer[] {
  const stages = entry.rejects.map((reject) => reject.reason);
  return entry.unusedOffers.filter((unused) => stages.find((stage) => unused.reason.includes(stage)) === reason);
}

function rolesOf(offers: readonly UnusedOffer['offer'][]): string[] {
  const roles = offers.flatMap(({ resources }) => resources.flatMap(({ role }) => (role ? [role] : [])));
  return [...new Set(roles)].sort();
}

function remediesOf(
  app: AppSummary,
  entry: QueueEntry,
  { reason, shortage }: Pick<FunnelStage, 'reason' | 'shortage'>,
  offeredRoles: string[],
  takenHosts: readonly string[],
): Remedy[] {
  if (shortage !== undefined) return remediesOfShortage(shortage);
  switch (reason) {
    case 'UnfulfilledRole':
      return offeredRoles.length === 0 ? [] : [{ kind: 'accept-role', roles: offeredRoles }];
    case 'UnfulfilledConstraint':
      return remediesOfConstraints(app, refusedBy(entry, reason), takenHosts);
    case 'InsufficientPorts':
      return [{ kind: 'any-port', ports: fixedPorts(app) }];
    case 'NoCorrespondingReservationFound':
      return [{ kind: 'free-reservation' }];
    case 'AgentMaintenance':
      return [{ kind: 'end-maintenance' }];
    case 'DeclinedScarceResources':
      return [{ kind: 'ask-for-gpus' }];
    default:
      return [];
  }
}

function remediesOfShortage({ resource, needed, largest }: Shortage): Remedy[] {
  const more: Remedy = { kind: 'add-agent', resource, needed };
  if (largest === undefined || largest.amount <= 0) return [more];
  return [{ kind: 'lower', resource, to: largest.amount, host: largest.host }, more];
}

function remediesOfConstraints(app: AppSummary, offers: readonly UnusedOffer[], takenHosts: readonly string[]): Remedy[] {
  const failed = judgedConstraints(app, offers, takenHosts).filter(({ refused }) => refused > 0);
  if (failed.length === 0) return [{ kind: 'review-constraints' }];
  return failed.map(({ constraint, refused }) => ({ kind: 'loosen-constraint', constraint, offers: refused }));
}

/** Ports of the agent that the app insists on; on a host network only with `requirePorts`. */
function fixedPorts(app: AppSummary): number[] {
  const mapped = (app.container?.portMappings ?? []).map(({ hostPort }) => hostPort ?? 0);
  const defined = app['requirePorts'] === true ? (app.portDefinitions ?? []).map(({ port }) => port ?? 0) : [];
  return [...mapped, ...defined].filter((port): port is number => typeof port === 'number' && port > 0);
}

/** What one offer had, for a table of the last ones. */
export interface OfferFacts {
  id: string;
  host: string;
  roles: string[];
  cpus: number;
  mem: number;
  disk: number;
  gpus: number;
  reasons: string[];
  /** Milliseconds since the epoch. */
  at: number | undefined;
}

export function offerFacts(entry: QueueEntry): OfferFacts[] {
  return entry.unusedOffers.map(({ offer, reason, timestamp }, index) => ({
    id: typeof offer['id'] === 'string' ? offer['id'] : String(index),
    host: offer.hostname,
    roles: rolesOf([offer]),
    cpus: scalarOf(offer, 'cpus'),
    mem: scalarOf(offer, 'mem'),
    disk: scalarOf(offer, 'disk'),
    gpus: scalarOf(offer, 'gpus'),
    reasons: reason,
    at: timestamp ? Date.parse(timestamp) : undefined,
  }));
}
