import { SPAN_STEPS, stepMsOf, type UsageAmount, type UsagePoint, USAGE_SPANS } from '../../src/api/dcos/usage-history.ts';
import { HISTORY_RECORD } from '../../src/cluster/history/history.ts';
import type { UsageSeries } from '../../src/cluster/history/usage-series.ts';
import { type Random, seededRandom } from '../../src/cluster/kernel/random.ts';
import type { StoreWrite } from '../../src/cluster/kernel/store.ts';
import type { ScenarioPast } from './scenario.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/**
 * The day before a world began, as its history service finds it in its store: the charts of a demonstration are full at once. Amounts
 * go up and down with the time of day, and are now as the scenario says.
 */
export function historyWrite(past: ScenarioPast, { now, seed }: { now: number; seed: number }): StoreWrite {
  const random = seededRandom(seed);
  const series = Object.fromEntries(
    USAGE_SPANS.map((span) => {
      const { points } = SPAN_STEPS[span];
      const stepMs = stepMsOf(span);
      const times = Array.from({ length: points }, (_, index) => now - (points - 1 - index) * stepMs);
      return [span, { points: times.map((at) => pastPoint(past, { at, stepMs, now }, random)), filled: SPAN_STEPS[span].samples }];
    }),
  ) as UsageSeries;
  return { ...HISTORY_RECORD, value: series };
}

interface Moment {
  at: number;
  stepMs: number;
  now: number;
}

function pastPoint(past: ScenarioPast, { at, stepMs, now }: Moment, random: Random): UsagePoint {
  const load = loadAt(at, now);
  const amount = (kind: 'cpus' | 'mem' | 'disk'): UsageAmount => {
    const allocated = past.allocated[kind] * load;
    const used = past.used[kind];
    return {
      total: past.total[kind],
      allocated: rounded(allocated),
      ...(used !== undefined && { used: rounded(allocated * used * (0.9 + random.next() * 0.2)) }),
    };
  };
  const ended = (perHour: number): number => Math.floor((perHour * stepMs) / HOUR_MS + random.next());
  return {
    from: at - stepMs,
    at,
    cpus: amount('cpus'),
    mem: amount('mem'),
    disk: amount('disk'),
    nodes: { connected: past.nodes, draining: 0, lost: 0 },
    measuredNodes: past.nodes,
    tasks: { staging: 0, running: Math.round(past.tasks * load), killing: 0 },
    ended: { failed: ended(past.endedPerHour.failed), other: ended(past.endedPerHour.other) },
  };
}

/** 1 now, down to two thirds half a day ago. */
const loadAt = (at: number, now: number): number => 5 / 6 + Math.cos(((now - at) / DAY_MS) * 2 * Math.PI) / 6;

const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;
