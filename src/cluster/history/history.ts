import { SAMPLE_MS, type UsagePoint } from '../../api/dcos/usage-history.ts';
import type { Fetch } from '../../api/http/fetch.ts';
import type { StateSummaryJson } from '../../api/mesos/state.ts';
import { every, type Timer } from '../kernel/clock.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { limits } from '../kernel/limits.ts';
import { historyHttp } from './http.ts';
import { createUseMeter, type MeasuredUse } from './measured-use.ts';
import { createNodeUsageRecord } from './node-usage.ts';
import { createRing, GAP } from './samples.ts';
import { type Ended, endedBetween, type MasterMetrics, masterMetrics, rememberedEndings } from './task-endings.ts';
import { usagePoint } from './usage-point.ts';
import { emptySeries, resumed, type UsageSeries, withSample } from './usage-series.ts';

const SAMPLES_PER_MINUTE = 30;
/** The points of the charts are kept this often: a crash loses no more. */
const SAMPLES_PER_STORING = 30;
/** Where the points of the charts are in the store. */
export const HISTORY_RECORD = { collection: 'history', key: 'usage' } as const;

export interface History {
  readonly fetch: Fetch;
  stop(): void;
}

/** Where else the history looks, beside the master's summary. What is not given is not in the history. */
export interface HistorySources {
  /** The master's `/metrics/snapshot`. */
  metrics?: Fetch;
  /** An agent's own API, by its id: what its tasks really use. */
  agent?: (id: string) => Fetch | undefined;
}

/**
 * Keeps the leading master's state-summary of each 2 s for a minute and of each minute for an hour, as the history service of DC/OS
 * does, and points for charts of up to a day, which survive a restart. One poll serves all who look. A failed sample is a gap.
 */
export function createHistory(kernel: Kernel, leader: () => { fetch: Fetch } | undefined, sources: HistorySources = {}): History {
  const log = kernel.log.as('history');
  const minute = createRing(limits.historyMinute);
  const hour = createRing(limits.historyHour);
  const usage = createUsageRecord(kernel, sources);
  let taken = 0;
  let failing = false;

  async function sample(): Promise<[summary: string, metrics: MasterMetrics | undefined]> {
    const master = leader();
    if (!master) throw new Error('no master leads');
    const [summary, metrics] = await Promise.all([
      master.fetch(new Request('http://leader.mesos:5050/state-summary')),
      sources.metrics && readMetrics(sources.metrics),
    ]);
    if (!summary.ok) throw new Error(`the master answered ${summary.status}`);
    return [await summary.text(), metrics];
  }
  const record = (text: string, metrics?: MasterMetrics): void => {
    minute.push(text);
    if (taken++ % SAMPLES_PER_MINUTE === 0) hour.push(text);
    usage.record(text === GAP ? undefined : summaryOf(text), metrics);
  };
  const tick = (): void => {
    sample().then(
      ([text, metrics]) => {
        if (failing) log.info('The state is sampled again.');
        failing = false;
        record(text, metrics);
      },
      (error: unknown) => {
        if (!failing) log.warn(`The state cannot be sampled: ${error instanceof Error ? error.message : String(error)}.`);
        failing = true;
        record(GAP);
      },
    );
  };
  tick();
  const timer: Timer = every(kernel.clock, SAMPLE_MS, tick);
  return { fetch: historyHttp({ minute, hour, usage: usage.series, nodes: usage.nodes }), stop: () => timer.cancel() };
}

async function readMetrics(fetch: Fetch): Promise<MasterMetrics | undefined> {
  try {
    const response = await fetch(new Request('http://leader.mesos:5050/metrics/snapshot'));
    return response.ok ? masterMetrics((await response.json()) as Record<string, number>) : undefined;
  } catch {
    // The summary tells most of it, and whether the master answers.
    return undefined;
  }
}

/** undefined for what is no summary: it is kept as it came, but nothing can be drawn of it. */
function summaryOf(text: string): Partial<StateSummaryJson> | undefined {
  try {
    const summary: unknown = JSON.parse(text);
    return typeof summary === 'object' && summary !== null ? summary : undefined;
  } catch {
    return undefined;
  }
}

/** Turns samples into the points of the charts. */
function createUsageRecord({ clock, store, log }: Kernel, { agent, metrics: readsMetrics }: HistorySources) {
  const stored = store.read<UsageSeries>(HISTORY_RECORD.collection, HISTORY_RECORD.key);
  let series = stored ? resumed(stored) : emptySeries();
  const meter = agent && createUseMeter(clock, agent);
  const nodes = createNodeUsageRecord();
  let counted: Ended | undefined;
  let last = clock.now() - SAMPLE_MS;
  let recorded = 0;

  function sampled(summary: Partial<StateSummaryJson>, metrics: MasterMetrics | undefined): UsagePoint {
    meter?.ask((summary.slaves ?? []).filter(({ active }) => active).map(({ id }) => id));
    // A master whose metrics fail for once is not counted in another way meanwhile.
    const count = readsMetrics ? (metrics?.ended ?? counted) : rememberedEndings(summary.frameworks ?? []);
    const ended = count ? endedBetween(counted, count) : NO_ENDINGS;
    counted = count;
    const from = last;
    last = clock.now();
    nodes.record(last, summary, (id) => meter?.of(id));
    return usagePoint({ from, at: last, summary, metrics, measured: meter?.total() ?? NOT_MEASURED, ended });
  }
  return {
    series: () => series,
    nodes,
    record(summary: Partial<StateSummaryJson> | undefined, metrics: MasterMetrics | undefined): void {
      series = withSample(series, summary && sampled(summary, metrics));
      if (++recorded % SAMPLES_PER_STORING !== 0) return;
      try {
        store.write([{ ...HISTORY_RECORD, value: series }]);
      } catch (error) {
        log.warn(`The history could not be stored: ${error instanceof Error ? error.message : String(error)}.`);
      }
    },
  };
}

const NO_ENDINGS: Ended = { failed: 0, other: 0 };
const NOT_MEASURED: MeasuredUse = { cpus: undefined, mem: undefined, disk: undefined, agents: 0 };
