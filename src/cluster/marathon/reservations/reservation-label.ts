import { claimFields, roleOfClaim, type Claim } from '../../../api/mesos/claims.ts';
import { poolWhere, type Pool } from '../../../api/mesos/quantities.ts';
import type { Reservation } from '../../../api/mesos/resources.ts';

/**
 * Marathon marks what it reserves with its own id and that of the instance (Marathon's names of these labels), so that it knows
 * it again in an offer. Nothing else ties resources to an instance: they are the agent's.
 */
const FRAMEWORK_LABEL = 'marathon_framework_id';
const INSTANCE_LABEL = 'marathon_task_id';

export const reservationFor = (instanceId: string, frameworkId: string, role: string): Reservation => ({
  type: 'DYNAMIC',
  role,
  labels: {
    labels: [
      { key: FRAMEWORK_LABEL, value: frameworkId },
      { key: INSTANCE_LABEL, value: instanceId },
    ],
  },
});

/** The instance that something is reserved for; undefined where it is not of this framework. */
export function reservedInstance(claim: Claim, frameworkId: string): string | undefined {
  if (claim === roleOfClaim(claim)) return undefined;
  const last = claimFields(claim).reservations?.at(-1);
  const labels = new Map(last?.labels?.labels.map(({ key, value }) => [key, value]));
  return last?.type === 'DYNAMIC' && labels.get(FRAMEWORK_LABEL) === frameworkId ? labels.get(INSTANCE_LABEL) : undefined;
}

/** What of an offer is reserved for which instance. */
export function reservedPools(pool: Pool, frameworkId: string): Map<string, Pool> {
  const ids = new Map(Object.keys(pool).map((claim) => [claim, reservedInstance(claim, frameworkId)]));
  const instances = new Set([...ids.values()].filter((id) => id !== undefined));
  return new Map([...instances].map((id) => [id, poolWhere(pool, (claim) => ids.get(claim) === id)]));
}
