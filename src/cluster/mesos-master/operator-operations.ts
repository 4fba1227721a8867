import * as z from 'zod/mini';
import { containsPool } from '../../api/mesos/quantities.ts';
import { resourceSchema, resourcesSchema } from '../../api/mesos/resource-schema.ts';
import type { OfferOperation } from '../../api/mesos/scheduler.ts';
import { HttpError } from '../libprocess/errors.ts';
import { callTable, type OperatorCall } from '../libprocess/operator-call.ts';
import type { MasterContext } from './context.ts';
import { convert } from './convert.ts';
import { rescindOffers } from './offers.ts';
import { conversionOf } from './conversion.ts';
import { operationProblem } from './operation-rules.ts';
import type { AgentEntry } from './state.ts';

/** Reservations and volumes that an operator makes, by form or by the operator API: the same rules as for a framework's. */

/** Throws HttpError 400 when there is no such agent. */
export function agentOf({ state }: MasterContext, agentId: string): AgentEntry {
  const agent = state.agents.get(agentId);
  if (!agent) throw new HttpError(400, 'No agent found with specified ID');
  return agent;
}

/**
 * Takes offers of the agent back until enough is free. Throws HttpError 400 for what can never be done, 409 when what it needs is in
 * use or the agent is away.
 */
export function operateOnAgent(context: MasterContext, agent: AgentEntry, operation: OfferOperation): void {
  const problem = operationProblem(operation, agent.total, {});
  if (problem !== undefined) throw new HttpError(400, `${problem} on agent ${agent.id} (${agent.registration.hostname})`);
  if (agent.drain) throw new HttpError(409, `Agent ${agent.id} (${agent.registration.hostname}) is being drained`);
  if (!agent.commands) throw new HttpError(409, `Agent ${agent.id} (${agent.registration.hostname}) is disconnected`);
  const conversion = conversionOf(operation);
  for (const offerId of agent.offers) {
    if (containsPool(agent.free, conversion.consumed)) break;
    rescindOffers(context, [offerId]);
  }
  const enough = containsPool(agent.free, conversion.consumed);
  if (enough) convert(context, agent, conversion);
  context.allocator.wake([agent.id]);
  if (!enough) throw new HttpError(409, `Agent ${agent.id} (${agent.registration.hostname}) has not that much free: something uses it`);
}

const agentId = z.object({ value: z.string() });
const CALLS = callTable<(call: OperatorCall) => OfferOperation>({
  RESERVE_RESOURCES: (call) => ({ type: 'RESERVE', reserve: call.parsed(z.object({ resources: resourcesSchema })) }),
  UNRESERVE_RESOURCES: (call) => ({ type: 'UNRESERVE', unreserve: call.parsed(z.object({ resources: resourcesSchema })) }),
  CREATE_VOLUMES: (call) => ({ type: 'CREATE', create: call.parsed(z.object({ volumes: resourcesSchema })) }),
  DESTROY_VOLUMES: (call) => ({ type: 'DESTROY', destroy: call.parsed(z.object({ volumes: resourcesSchema })) }),
  GROW_VOLUME: (call) => ({
    type: 'GROW_VOLUME',
    grow_volume: call.parsed(z.object({ volume: resourceSchema, addition: resourceSchema })),
  }),
  SHRINK_VOLUME: (call) => ({
    type: 'SHRINK_VOLUME',
    shrink_volume: call.parsed(z.object({ volume: resourceSchema, subtract: z.object({ value: z.number() }) })),
  }),
});

/** `RESERVE_RESOURCES` and the like. Throws as operateOnAgent, and HttpError 400 for a call that is not formed so. */
export function operateByCall(context: MasterContext, call: OperatorCall): void {
  const { agent_id } = call.parsed(z.object({ agent_id: agentId }));
  const operation = CALLS.get(call.type);
  if (!operation) throw call.unknownType();
  operateOnAgent(context, agentOf(context, agent_id.value), operation(call));
}
