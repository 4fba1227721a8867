import type { InverseOfferStatus, Unavailability } from '../../api/mesos/maintenance.ts';
import type { SchedulerCall } from '../../api/mesos/scheduler.ts';
import type { MasterContext } from './context.ts';
import { agentUnavailability } from './maintenance-rules.ts';
import { rescindOffers } from './offers.ts';
import type { AgentEntry, FrameworkEntry } from './state.ts';

/** Inverse offers: frameworks are asked to leave an agent before its maintenance. What they answer is shown, and binds nobody. */

export interface InverseOffer {
  id: string;
  frameworkId: string;
  agentId: string;
}

/** Asks every framework that has tasks on an agent of the schedule, anew whenever the schedule changes. */
export function askToLeave(context: MasterContext): void {
  const { state } = context;
  rescindInverseOffers(context);
  state.maintenance.answers.clear();
  for (const agent of state.agents.values()) {
    const unavailability = agentUnavailability(state.maintenance.schedule, agent);
    if (!unavailability) continue;
    // what is offered of it is offered anew, with the time of its maintenance
    rescindOffers(context, [...agent.offers]);
    context.allocator.wake([agent.id]);
    const busy = new Set([...agent.tasks.values()].map(({ frameworkId }) => frameworkId));
    for (const frameworkId of busy) {
      const framework = state.frameworks.get(frameworkId);
      if (framework?.send) ask(context, framework, agent, unavailability);
    }
  }
}

function ask({ state }: MasterContext, framework: FrameworkEntry, agent: AgentEntry, unavailability: Unavailability): void {
  const id = `${state.id}-O${state.counters.offers++}`;
  state.maintenance.inverseOffers.set(id, { id, frameworkId: framework.id, agentId: agent.id });
  const inverse_offers = [
    { id: { value: id }, framework_id: { value: framework.id }, agent_id: { value: agent.id }, unavailability, resources: [] },
  ];
  framework.send?.({ type: 'INVERSE_OFFERS', inverse_offers: { inverse_offers } });
}

function answer({ state, kernel }: MasterContext, frameworkId: string, agentId: string, status: InverseOfferStatus['status']): void {
  const byFramework = state.maintenance.answers.get(agentId) ?? new Map<string, InverseOfferStatus>();
  byFramework.set(frameworkId, { status, framework_id: { value: frameworkId }, timestamp: { nanoseconds: kernel.clock.now() * 1e6 } });
  state.maintenance.answers.set(agentId, byFramework);
}

function rescindInverseOffers({ state }: MasterContext): void {
  for (const { id, frameworkId } of state.maintenance.inverseOffers.values())
    state.frameworks
      .get(frameworkId)
      ?.send?.({ type: 'RESCIND_INVERSE_OFFER', rescind_inverse_offer: { inverse_offer_id: { value: id } } });
  state.maintenance.inverseOffers.clear();
}

type Answer = Extract<SchedulerCall, { type: 'ACCEPT_INVERSE_OFFERS' | 'DECLINE_INVERSE_OFFERS' }>;

/** Unknown ones are passed over: they may have been rescinded on the way. */
export function answerInverseOffers(context: MasterContext, framework: FrameworkEntry, call: Answer): void {
  const accepts = call.type === 'ACCEPT_INVERSE_OFFERS';
  const { inverse_offer_ids } = accepts ? call.accept_inverse_offers : call.decline_inverse_offers;
  for (const { value } of inverse_offer_ids) {
    const offer = context.state.maintenance.inverseOffers.get(value);
    if (offer?.frameworkId !== framework.id) continue;
    context.state.maintenance.inverseOffers.delete(value);
    answer(context, framework.id, offer.agentId, accepts ? 'ACCEPT' : 'DECLINE');
  }
}
