import type { DrainInfoJson } from '../../api/mesos/state.ts';

/** `inactive`: its line to the master is broken, but it may still come back. */
export type AgentState = 'active' | 'inactive' | 'draining' | 'drained' | 'deactivated';

/** What the master's answers say of an agent; masters of before 1.11 know neither draining nor deactivating. */
export interface StatedAgent {
  active?: boolean;
  deactivated?: boolean;
  drain_info?: Pick<DrainInfoJson, 'state'>;
}

export function agentStateOf({ active, deactivated, drain_info: drain }: StatedAgent): AgentState {
  if (drain) return drain.state === 'DRAINED' ? 'drained' : 'draining';
  if (deactivated === true) return 'deactivated';
  return active === false ? 'inactive' : 'active';
}
