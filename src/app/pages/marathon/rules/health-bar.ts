/** The kinds of instance a health bar shows, from left to right. */
export const HEALTH_KINDS = ['healthy', 'unhealthy', 'unknown', 'staged', 'over', 'unscheduled'] as const;
export type HealthKind = (typeof HEALTH_KINDS)[number];

export interface InstanceCounts {
  instances: number;
  tasksRunning: number;
  tasksHealthy: number;
  tasksUnhealthy: number;
  tasksStaged: number;
}

export interface HealthSegment {
  kind: HealthKind;
  count: number;
  /** Part of the bar, 0 to 1. */
  share: number;
}

const SORT_WEIGHTS: Record<HealthKind, number> = { unhealthy: 32, over: 16, staged: 8, healthy: 4, unknown: 2, unscheduled: 1 };

/** All six segments; those without instances have the share 0. The shares add up to 1 (to 0 when there is nothing to show). */
export function healthSegments(counts: InstanceCounts): HealthSegment[] {
  const numbers = healthCounts(counts);
  const total = HEALTH_KINDS.reduce((sum, kind) => sum + numbers[kind], 0);
  return HEALTH_KINDS.map((kind) => ({ kind, count: numbers[kind], share: total === 0 ? 0 : numbers[kind] / total }));
}

/**
 * Over capacity are the tasks beyond the wished instances (a rolling upgrade). They are counted besides their own state,
 * as Marathon's UI does, so the bar is drawn relative to all segments and not to the instances.
 */
function healthCounts(counts: InstanceCounts): Record<HealthKind, number> {
  const known = counts.tasksHealthy + counts.tasksUnhealthy;
  const unknown = Math.max(0, counts.tasksRunning - known);
  const present = known + unknown + counts.tasksStaged;
  return {
    healthy: counts.tasksHealthy,
    unhealthy: counts.tasksUnhealthy,
    unknown,
    staged: counts.tasksStaged,
    over: Math.max(0, present - counts.instances),
    unscheduled: Math.max(0, counts.instances - present),
  };
}

/** Sorts what needs a look to one end: unhealthy outweighs everything, a bar of unscheduled instances only is the lightest. */
export function healthWeight(counts: InstanceCounts): number {
  const numbers = healthCounts(counts);
  return HEALTH_KINDS.reduce((sum, kind) => sum + (numbers[kind] > 0 ? SORT_WEIGHTS[kind] : 0), 0);
}

/** The kinds that a legend always names, even at zero. */
const ALWAYS_LISTED: ReadonlySet<HealthKind> = new Set<HealthKind>(['healthy', 'unhealthy', 'unknown']);

export function legendSegments(segments: readonly HealthSegment[]): HealthSegment[] {
  return segments.filter((segment) => segment.count > 0 || ALWAYS_LISTED.has(segment.kind));
}
