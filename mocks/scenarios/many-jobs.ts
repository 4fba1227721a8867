import { seededRandom } from '../../src/cluster/kernel/random.ts';
import type { ScenarioJob } from './scenario.ts';

const SOURCES = ['billing', 'catalog', 'clicks', 'events', 'ledger', 'orders', 'search', 'stock', 'users', 'video'];
const STEPS = ['extract', 'check', 'load', 'report', 'mail'];
const ZONES = ['', 'Europe/Berlin', 'America/New_York', 'Asia/Tokyo'];
const PERIODS = ['P1D', 'P1D', 'PT12H', 'P1W'];
/** Every so many-th pipeline has a step that failed last. */
const FAILING_EVERY = 17;
const DISABLED_EVERY = 41;
const MINUTES_A_DAY = 1440;

/**
 * Jobs in pipelines of five, each step after the one before: `orders-3-extract`, `orders-3-check`, … The first steps are spread over
 * the day. Each job has run `runs` times.
 */
export function manyJobs({ seed, count, runs }: { seed: number; count: number; runs: number }): ScenarioJob[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const pipeline = Math.floor(index / STEPS.length);
    const stem = `${SOURCES[pipeline % SOURCES.length]}-${Math.floor(pipeline / SOURCES.length) + 1}`;
    const step = STEPS[index % STEPS.length] ?? 'extract';
    const parent = STEPS[(index % STEPS.length) - 1];
    const failing = pipeline % FAILING_EVERY === 1 && step === STEPS[pipeline % STEPS.length];
    const shared = {
      name: `${stem}-${step}`,
      command: `exec ./${step} --source ${stem}`,
      cpus: 0.05,
      mem: 32,
      retries: 0,
      ...(index % DISABLED_EVERY === 7 && { disabled: true }),
    };
    const seconds: [number, number] = [random.int(2, 20), random.int(30, 300)];
    return {
      body: parent === undefined ? { ...shared, ...scheduleOf(pipeline) } : { ...shared, parents: [`${stem}-${parent}`] },
      past: { runs, seconds, ...(failing && { failed: [0] }) },
    };
  });
}

function scheduleOf(pipeline: number): { schedule: string; scheduleTimeZone: string } {
  const minute = (pipeline * 37) % MINUTES_A_DAY;
  const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`;
  return {
    schedule: `R/2016-01-04T${time}Z/${PERIODS[pipeline % PERIODS.length]}`,
    scheduleTimeZone: ZONES[pipeline % ZONES.length] ?? '',
  };
}
