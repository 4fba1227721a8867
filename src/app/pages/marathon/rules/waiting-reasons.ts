import type { AppSummary, QueueEntry, UnusedOffer } from '../../../live/marathon-wire.ts';

/** For a scalar resource: what one instance needs, and the most that any of the last usable offers had. */
export interface Shortage {
  resource: ScalarResource;
  needed: number;
  largest: { amount: number; host: string } | undefined;
}

/** Why offers were turned down: `declined` of the `processed` ones that were judged by this reason. */
export interface WaitingReason {
  reason: string;
  declined: number;
  processed: number;
  shortage: Shortage | undefined;
}

export type ScalarResource = 'cpus' | 'mem' | 'disk' | 'gpus';
const SCALARS: Partial<Record<string, ScalarResource>> = {
  InsufficientCpus: 'cpus',
  InsufficientMemory: 'mem',
  InsufficientDisk: 'disk',
  InsufficientGpus: 'gpus',
};

/** What keeps an app waiting: first the shortages, which a reader can do something about, then the most frequent reasons. */
export function waitingReasons(app: AppSummary, entry: QueueEntry): WaitingReason[] {
  return entry.rejects
    .filter(({ declined }) => declined > 0)
    .map(({ reason, declined, processed }) => ({ reason, declined, processed, shortage: shortageOf(app, entry, reason) }))
    .sort((a, b) => Number(b.shortage !== undefined) - Number(a.shortage !== undefined) || b.declined - a.declined);
}

/** undefined when the reason is no lack of a resource that can be counted. */
export function shortageOf(app: AppSummary, entry: QueueEntry, reason: string): Shortage | undefined {
  const resource = SCALARS[reason];
  if (resource === undefined) return undefined;
  const needed = resource === 'gpus' ? (typeof app['gpus'] === 'number' ? app['gpus'] : 0) : app[resource];
  return { resource, needed, largest: largestOffer(entry, resource, reason) };
}

/** An offer that was also of the wrong role or place could not have been used however large; it does not count as the largest. */
const UNUSABLE: ReadonlySet<string> = new Set(['UnfulfilledRole', 'UnfulfilledConstraint', 'AgentMaintenance']);

function largestOffer(entry: QueueEntry, resource: ScalarResource, reason: string): Shortage['largest'] {
  let largest: Shortage['largest'];
  for (const unused of entry.unusedOffers) {
    if (!unused.reason.includes(reason) || unused.reason.some((other) => UNUSABLE.has(other))) continue;
    const amount = scalarOf(unused.offer, resource);
    if (largest === undefined || amount > largest.amount) largest = { amount, host: unused.offer.hostname };
  }
  return largest;
}

/** How much of a resource an offer had, of all roles together. */
export function scalarOf(offer: UnusedOffer['offer'], resource: ScalarResource): number {
  return offer.resources.reduce((sum, item) => (item.name === resource ? sum + item.scalar : sum), 0);
}
