import { limits } from '../kernel/limits.ts';
import { HttpError } from '../libprocess/errors.ts';
import { endLostTasks, removeAgent } from './agent-loss.ts';
import type { MasterContext } from './context.ts';

/** Agents that an operator has given up for good: their tasks are gone, and they may not register again. */

const BY_OPERATOR = {
  becomes: 'TASK_GONE_BY_OPERATOR',
  reason: 'REASON_AGENT_REMOVED_BY_OPERATOR',
  message: 'The agent was marked gone by an operator',
} as const;

/** Throws HttpError 404 for an agent that the master does not know. One that is gone already stays so. */
export function markAgentGone(context: MasterContext, agentId: string): void {
  const { state, registry, kernel } = context;
  if (state.goneAgents.has(agentId)) return;
  const agent = state.agents.get(agentId);
  const known = agent ?? state.recoveredAgents.get(agentId) ?? state.unreachableAgents.get(agentId);
  if (!known) throw new HttpError(404, `Agent '${agentId}' not found`);
  const at = kernel.clock.now();
  // stored first: whoever was told that the agent is gone may rely on it
  registry.saveGoneAgent(agentId, at);
  state.goneAgents.set(agentId, at);
  for (const id of [...state.goneAgents.keys()].slice(0, Math.max(0, state.goneAgents.size - limits.lostAgents))) {
    state.goneAgents.delete(id);
    registry.forgetGoneAgent(id);
  }
  state.recoveredAgents.delete(agentId);
  state.unreachableAgents.delete(agentId);
  if (agent) removeAgent(context, agent, { ...BY_OPERATOR, removal: 'unregistered', farewell: 'shutdown' });
  registry.forgetAgent(agentId);
  endLostTasks(context, agentId, BY_OPERATOR);
}
