import type { Clock } from '../../kernel/clock.ts';

/** The average moves once in this time, as in the library that Marathon uses. */
const TICK_MS = 5000;
const MINUTES = [1, 5, 15] as const;

export interface Rates {
  m1_rate: number;
  m5_rate: number;
  m15_rate: number;
  mean_rate: number;
}

export interface Meter {
  mark: () => void;
  count: () => number;
  /** Per second: the mean since the start, and exponentially weighted averages over 1, 5 and 15 minutes. */
  rates: () => Rates;
}

export function createMeter(clock: Clock): Meter {
  const startedAt = clock.now();
  let count = 0;
  let sinceTick = 0;
  let tickedAt = startedAt;
  let averages: number[] | undefined;

  const tick = (): void => {
    const ticks = Math.floor((clock.now() - tickedAt) / TICK_MS);
    if (ticks === 0) return;
    const rate = sinceTick / (TICK_MS / 1000);
    const before = averages;
    averages = MINUTES.map((minutes, index) => {
      const kept = Math.exp(-TICK_MS / (minutes * 60_000));
      const average = before?.[index] ?? rate;
      // What was counted belongs to the first of the ticks; nothing happened in the others.
      return (rate + kept * (average - rate)) * kept ** (ticks - 1);
    });
    sinceTick = 0;
    tickedAt += ticks * TICK_MS;
  };
  return {
    mark() {
      tick();
      count++;
      sinceTick++;
    },
    count: () => count,
    rates() {
      tick();
      const seconds = (clock.now() - startedAt) / 1000;
      const [m1_rate = 0, m5_rate = 0, m15_rate = 0] = averages ?? [];
      return { m1_rate, m5_rate, m15_rate, mean_rate: seconds > 0 ? count / seconds : 0 };
    },
  };
}
