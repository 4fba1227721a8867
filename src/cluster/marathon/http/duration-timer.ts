import type { Clock } from '../../kernel/clock.ts';
import { createMeter } from './meter.ts';

/** Statistics are of so many of the latest durations. */
const SAMPLES = 1024;
const PERCENTILES = { p50: 0.5, p75: 0.75, p95: 0.95, p98: 0.98, p99: 0.99, p999: 0.999 };

export interface DurationTimer {
  /** Takes a duration in seconds. */
  observe: (seconds: number) => void;
  view: () => Record<string, number | string>;
}

/** How often something happens and how long it takes, as Marathon's metrics show it. */
export function createDurationTimer(clock: Clock): DurationTimer {
  const meter = createMeter(clock);
  const latest: number[] = [];
  return {
    observe(seconds) {
      latest[meter.count() % SAMPLES] = seconds;
      meter.mark();
    },
    view() {
      const sorted = latest.toSorted((a, b) => a - b);
      const mean = sorted.reduce((sum, seconds) => sum + seconds, 0) / (sorted.length || 1);
      const variance = sorted.reduce((sum, seconds) => sum + (seconds - mean) ** 2, 0) / (sorted.length || 1);
      const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
      return {
        count: meter.count(),
        min: sorted[0] ?? 0,
        mean,
        max: sorted.at(-1) ?? 0,
        ...Object.fromEntries(Object.entries(PERCENTILES).map(([name, share]) => [name, at(share)])),
        stddev: Math.sqrt(variance),
        ...meter.rates(),
        duration_units: 'seconds',
        rate_units: 'calls/second',
      };
    },
  };
}
