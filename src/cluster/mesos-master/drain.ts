import * as z from 'zod/mini';
import { HttpError } from '../libprocess/errors.ts';
import type { OperatorCall } from '../libprocess/operator-call.ts';
import type { MasterContext } from './context.ts';
import { markAgentGone } from './gone.ts';
import { rescindOffers } from './offers.ts';
import { isDraining, type AgentEntry, type AgentRecord, type MasterState } from './state.ts';

/** Operators take agents out of service and back: deactivated ones are offered no more, draining ones lose their tasks too. */

const amount = z.prefault(z.number().check(z.nonnegative()), 0);
const drainSchema = z.object({
  agent_id: z.object({ value: z.string() }),
  /** In either of the two ways in which Mesos spells durations. */
  max_grace_period: z.optional(z.object({ nanoseconds: amount, seconds: amount })),
  mark_gone: z.optional(z.boolean()),
});

/** Registered, or known from before and still awaited. Throws HttpError 404 for any other. */
function recordOf({ agents, recoveredAgents, unreachableAgents }: MasterState, agentId: string): AgentRecord {
  const record = agents.get(agentId) ?? recoveredAgents.get(agentId) ?? unreachableAgents.get(agentId);
  if (!record) throw new HttpError(404, `Agent '${agentId}' not found`);
  return record;
}

/** `DRAIN_AGENT`: its tasks are killed, and with `mark_gone` it is given up when the last one has ended. */
export function drainAgent(context: MasterContext, call: OperatorCall): void {
  const { agent_id, max_grace_period, mark_gone = false } = call.parsed(drainSchema);
  const record = recordOf(context.state, agent_id.value);
  record.drain = {
    state: 'DRAINING',
    markGone: mark_gone,
    startedAt: context.kernel.clock.now(),
    ...(max_grace_period && { maxGraceMs: max_grace_period.seconds * 1000 + max_grace_period.nanoseconds / 1e6 }),
  };
  takeOut(context, record);
  const agent = context.state.agents.get(record.id);
  if (agent) continueDrain(context, agent);
}

/** `DEACTIVATE_AGENT`: its tasks go on. */
export function deactivateAgent(context: MasterContext, call: OperatorCall): void {
  takeOut(context, recordOf(context.state, call.id('deactivate_agent', 'agent_id')));
}

function takeOut(context: MasterContext, record: AgentRecord): void {
  record.deactivated = true;
  context.registry.saveAgent(record);
  rescindOffers(context, [...(context.state.agents.get(record.id)?.offers ?? [])]);
}

/** `REACTIVATE_AGENT`: in service again, whether or not it was drained to the end. Throws HttpError 400 for one that is in service. */
export function reactivateAgent(context: MasterContext, call: OperatorCall): void {
  const record = recordOf(context.state, call.id('reactivate_agent', 'agent_id'));
  if (record.deactivated !== true) throw new HttpError(400, `Agent '${record.id}' is not deactivated`);
  delete record.deactivated;
  delete record.drain;
  context.registry.saveAgent(record);
  context.state.agents.get(record.id)?.commands?.drain(undefined);
  context.allocator.wake([record.id]);
}

/** Tells a draining agent so, also when it comes back; one without tasks is done at once. */
export function continueDrain(context: MasterContext, agent: AgentEntry): void {
  if (!agent.drain) return;
  const { maxGraceMs, markGone } = agent.drain;
  agent.commands?.drain({ markGone, ...(maxGraceMs !== undefined && { maxGraceMs }) });
  finishDrain(context, agent);
}

/** The last of its tasks has ended, and that was acknowledged. */
export function finishDrain(context: MasterContext, agent: AgentEntry): void {
  if (!isDraining(agent) || agent.tasks.size > 0 || !agent.commands) return;
  agent.drain = { ...agent.drain, state: 'DRAINED' };
  context.registry.saveAgent(agent);
  if (agent.drain.markGone) markAgentGone(context, agent.id);
}
