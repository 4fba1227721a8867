import type { HealthCheckDefinition } from '../../../api/marathon/definition.ts';
import { isPod, type RunSpec } from '../../../api/marathon/run-spec.ts';
import type { HealthResult } from '../core.ts';
import { timestamp } from '../state.ts';
import type { ProbeOutcome } from '../../kernel/probe.ts';

export interface CheckOutcome {
  /** undefined as long as nothing counts yet. */
  result: HealthResult | undefined;
  /** A failure that counts, as against one in the grace period. */
  failed: boolean;
  /** The task has failed too often in a row and is to be killed. */
  kill: boolean;
}

/**
 * What one look makes of a check's result (§8.4). Until the first success, failures within the grace period leave it as it
 * is. The failure after `maxConsecutiveFailures` kills; with 0 none does. Times in ms.
 */
export function afterCheck(
  known: HealthResult | undefined,
  outcome: ProbeOutcome,
  check: Pick<HealthCheckDefinition, 'gracePeriodSeconds' | 'maxConsecutiveFailures'>,
  at: { instanceId: string; startedAt: number; now: number },
): CheckOutcome {
  const base = known ?? { instanceId: at.instanceId, alive: false, consecutiveFailures: 0 };
  const now = timestamp(at.now);
  if (outcome.ok) {
    const result = { ...base, alive: true, consecutiveFailures: 0, firstSuccess: base.firstSuccess ?? now, lastSuccess: now };
    return { result, failed: false, kill: false };
  }
  const inGrace = base.firstSuccess === undefined && at.now - at.startedAt < check.gracePeriodSeconds * 1000;
  if (inGrace) return { result: known, failed: false, kill: false };
  const result = {
    ...base,
    alive: false,
    consecutiveFailures: base.consecutiveFailures + 1,
    lastFailure: now,
    lastFailureCause: outcome.cause ?? 'unknown',
  };
  const kill = check.maxConsecutiveFailures > 0 && base.consecutiveFailures >= check.maxConsecutiveFailures;
  return { result, failed: true, kill };
}

/** How many results make the health of an instance whole: a pod's container has one check at most. */
export const healthCheckCount = (spec: RunSpec): number =>
  isPod(spec) ? spec.containers.filter(({ healthCheck }) => healthCheck).length : (spec.healthChecks?.length ?? 0);

/** The health of an instance from the results of its checks: null as long as one of them is not known. */
export function overallHealth(results: readonly HealthResult[], checks: number): boolean | null {
  if (checks === 0 || results.length < checks) return null;
  return results.every(({ alive }) => alive);
}
