import type { SlaveJson } from '../../api/mesos/state.ts';
import type { AgentRecord } from './state.ts';

/** What both APIs show of an agent that is being emptied. */
export function drainJson({ drain }: AgentRecord): Pick<SlaveJson, 'drain_info' | 'estimated_drain_start_time_seconds'> {
  if (!drain) return {};
  const { state, maxGraceMs, markGone, startedAt } = drain;
  const config = { ...(maxGraceMs !== undefined && { max_grace_period: { nanoseconds: maxGraceMs * 1e6 } }), mark_gone: markGone };
  return { drain_info: { state, config }, estimated_drain_start_time_seconds: startedAt / 1000 };
}
