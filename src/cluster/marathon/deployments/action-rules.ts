import type { UpgradeStrategy } from '../../../api/marathon/definition.ts';
import { staying, type InstanceCounts } from './instance-counts.ts';

/** What a deployment's action does next for its app. Level-triggered: it follows from the counts alone, so it can be decided anew at any time. */
export interface ActionDecision {
  /** How many to end: of the versions being replaced, and of the wished one. */
  killOld: number;
  killNew: number;
  /** How many new instances of the wished version to put into the launch queue. */
  schedule: number;
  done: boolean;
}

/** Scaling does not look at versions: an instance of any version counts (§7.3). */
export function decideScale(wanted: number, counts: InstanceCounts): ActionDecision {
  const surplus = staying(counts) - wanted;
  return {
    killOld: 0,
    killNew: Math.max(0, surplus),
    schedule: Math.max(0, -surplus),
    done: counts.serving === wanted && counts.live === wanted,
  };
}

export function decideStop(counts: InstanceCounts): ActionDecision {
  return { killOld: 0, killNew: staying(counts), schedule: 0, done: counts.live + counts.scheduled === 0 };
}

export interface UpgradeBounds {
  /** Instances of either version that serve at any time. */
  minHealthy: number;
  /** Instances of either version that exist at any time. */
  maxTotal: number;
}

/**
 * Where the strategy leaves no room to move (1 and 0, say) one extra instance is allowed (§7.4); of a resident app, which has no
 * place for another one, one less has to do.
 */
export function upgradeBounds(wanted: number, strategy: UpgradeStrategy, resident: boolean): UpgradeBounds {
  const minHealthy = Math.ceil(wanted * strategy.minimumHealthCapacity);
  const maxTotal = Math.floor(wanted * (1 + strategy.maximumOverCapacity));
  if (minHealthy < maxTotal) return { minHealthy, maxTotal };
  return resident ? { minHealthy: Math.max(0, minHealthy - 1), maxTotal } : { minHealthy, maxTotal: maxTotal + 1 };
}

/**
 * Replaces instances of other versions (`old`) by ones of the wished version (`fresh`) within the bounds of §7.4: of the old
 * ones as many stay as are needed for `minHealthy` together with the new ones that serve; new ones start as far as
 * `maxTotal` allows, where a task counts until it has ended. Old instances that do not serve are to be ended first, so
 * ending the rest never takes capacity that is needed, even while health is not known yet (just after a recovery).
 */
export function decideRestart(
  wanted: number,
  { minHealthy, maxTotal }: UpgradeBounds,
  old: InstanceCounts,
  fresh: InstanceCounts,
): ActionDecision {
  const freshStaying = staying(fresh);
  const keepOld = Math.max(0, minHealthy - fresh.serving);
  // An old one that waits is never launched any more: it would start what is being replaced.
  const killOld = old.scheduled + Math.max(0, old.live - old.retiring - keepOld);
  const room = maxTotal - old.live - fresh.live - fresh.scheduled;
  return {
    killOld,
    killNew: Math.max(0, freshStaying - wanted),
    schedule: Math.max(0, Math.min(wanted - freshStaying, room)),
    done: old.live + old.scheduled === 0 && fresh.serving === wanted && fresh.live === wanted,
  };
}
