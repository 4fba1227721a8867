import type { StateSummaryJson } from '../mesos/state.ts';

/**
 * One sample of `/dcos-history-service/history/{last,minute,hour}`: Mesos' state summary unchanged, or an empty object where
 * the master could not be asked. A type and no schema: a minute of a thousand agents is megabytes, each 2 s.
 */
export type HistorySample = StateSummaryJson | Record<string, never>;

export function isGap(sample: HistorySample): sample is Record<string, never> {
  return !('slaves' in sample);
}
