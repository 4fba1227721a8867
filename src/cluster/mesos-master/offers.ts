import { addPools, resourcesOf, subtractPools, withoutPorts, type Pool } from '../../api/mesos/quantities.ts';
import type { Offer } from '../../api/mesos/scheduler.ts';
import type { MasterContext } from './context.ts';
import { agentUnavailability } from './maintenance-rules.ts';
import type { AgentEntry, FrameworkEntry, OfferEntry } from './state.ts';

/** Sets resources of an agent aside for a framework. The caller sends the offer. */
export function makeOffer(context: MasterContext, framework: FrameworkEntry, agent: AgentEntry, role: string, pool: Pool): Offer {
  const id = `${context.state.id}-O${context.state.counters.offers++}`;
  const unavailability = agentUnavailability(context.state.maintenance.schedule, agent);
  const entry: OfferEntry = { id, frameworkId: framework.id, agentId: agent.id, role, pool };
  context.state.offers.set(id, entry);
  framework.offers.add(id);
  agent.offers.add(id);
  framework.offered = addPools(framework.offered, withoutPorts(pool));
  agent.offered = addPools(agent.offered, pool);
  agent.free = subtractPools(agent.free, pool);
  context.allocations.add(role, framework.id, pool);
  return {
    id: { value: id },
    framework_id: { value: framework.id },
    agent_id: { value: agent.id },
    hostname: agent.registration.hostname,
    resources: resourcesOf(pool, role),
    attributes: agent.registration.attributes,
    allocation_info: { role },
    ...(unavailability && { unavailability }),
  };
}

/** Ends an offer: what it held is free again. Offering it anew is the caller's decision. */
export function removeOffer(context: MasterContext, offer: OfferEntry): void {
  context.state.offers.delete(offer.id);
  const framework = context.state.frameworks.get(offer.frameworkId);
  if (framework) {
    framework.offers.delete(offer.id);
    framework.offered = subtractPools(framework.offered, withoutPorts(offer.pool));
  }
  const agent = context.state.agents.get(offer.agentId);
  if (agent) {
    agent.offers.delete(offer.id);
    agent.offered = subtractPools(agent.offered, offer.pool);
    agent.free = addPools(agent.free, offer.pool);
  }
  context.allocations.subtract(offer.role, offer.frameworkId, offer.pool);
}

/** Takes offers back that a framework still holds, and tells it. */
export function rescindOffers(context: MasterContext, offerIds: Iterable<string>): void {
  for (const id of offerIds) {
    const offer = context.state.offers.get(id);
    if (!offer) continue;
    removeOffer(context, offer);
    context.state.frameworks.get(offer.frameworkId)?.send?.({ type: 'RESCIND', rescind: { offer_id: { value: id } } });
  }
}
