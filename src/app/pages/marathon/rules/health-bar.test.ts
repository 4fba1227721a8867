import { describe, expect, it } from 'vitest';
import { healthSegments, healthWeight, legendSegments, type InstanceCounts } from './health-bar.ts';

const counts = (fields: Partial<InstanceCounts>): InstanceCounts => ({
  instances: 1,
  tasksRunning: 0,
  tasksHealthy: 0,
  tasksUnhealthy: 0,
  tasksStaged: 0,
  ...fields,
});
const present = (given: Partial<InstanceCounts>): string[] =>
  healthSegments(counts(given))
    .filter((segment) => segment.count > 0)
    .map((segment) => `${segment.kind} ${segment.count}`);

describe('health bar', () => {
  it('calls running instances without a health result unknown', () => {
    expect(present({ instances: 4, tasksRunning: 4, tasksHealthy: 2, tasksUnhealthy: 1 })).toEqual([
      'healthy 2',
      'unhealthy 1',
      'unknown 1',
    ]);
  });

  it('shows what is missing and what is too many', () => {
    expect(present({ instances: 3, tasksStaged: 1 })).toEqual(['staged 1', 'unscheduled 2']);
    expect(present({ instances: 1, tasksRunning: 2, tasksHealthy: 2 })).toEqual(['healthy 2', 'over 1']);
  });

  it('fills the whole bar, and none of it for a suspended app', () => {
    const sum = (given: Partial<InstanceCounts>): number =>
      healthSegments(counts(given)).reduce((total, segment) => total + segment.share, 0);
    expect(sum({ instances: 3, tasksRunning: 7, tasksHealthy: 2, tasksStaged: 1 })).toBeCloseTo(1);
    expect(sum({ instances: 0 })).toBe(0);
  });

  it('sorts any unhealthy app behind every app without unhealthy instances', () => {
    const worst = healthWeight(counts({ instances: 1, tasksRunning: 9, tasksHealthy: 4, tasksStaged: 3 }));
    expect(healthWeight(counts({ tasksRunning: 1, tasksUnhealthy: 1 }))).toBeGreaterThan(worst);
  });

  it('always explains the three health results', () => {
    expect(legendSegments(healthSegments(counts({ instances: 0 }))).map((segment) => segment.kind)).toEqual([
      'healthy',
      'unhealthy',
      'unknown',
    ]);
  });
});
