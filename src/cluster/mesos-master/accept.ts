import { addPools, type Pool } from '../../api/mesos/quantities.ts';
import type { OfferOperation, Operation, SchedulerCall } from '../../api/mesos/scheduler.ts';
import type { MasterContext } from './context.ts';
import { convertOffered, tellOperation } from './convert.ts';
import { refuseSeconds } from './filters.ts';
import { launchOn, refuseTasks, taskGroups } from './launch.ts';
import { removeOffer } from './offers.ts';
import { lostState, offersProblem } from './rules.ts';
import type { FrameworkEntry, OfferEntry } from './state.ts';

type Accept = Extract<SchedulerCall, { type: 'ACCEPT' }>['accept'];
type Decline = Extract<SchedulerCall, { type: 'DECLINE' }>['decline'];

/** Does with what was offered what the operations say, one after the other. What is left over stays away from the framework as long as its filter says. */
export function acceptOffers(context: MasterContext, framework: FrameworkEntry, accept: Accept): void {
  const offerIds = accept.offer_ids.map((id) => id.value);
  const problem = offersProblem(context.state, framework.id, offerIds);
  const offers = held(context, framework, offerIds);
  const agent = context.state.agents.get(offers[0]?.agentId ?? '');
  for (const offer of offers) removeOffer(context, offer);
  if (problem !== undefined || !agent?.commands) {
    dropOperations(context, framework, accept.operations, problem ?? 'the agent is disconnected');
    context.allocator.wake(offers.map((offer) => offer.agentId));
    return;
  }
  const on = { framework, agent, role: offers[0]?.role ?? '*' };
  let left = offers.reduce<Pool>((sum, offer) => addPools(sum, offer.pool), {});
  for (const operation of accept.operations)
    left = isLaunch(operation) ? launchOn(context, on, left, operation) : convertOffered(context, on, left, operation);
  context.filters.refuse(framework.id, on.role, new Map([[agent.id, left]]), refuseSeconds(accept.filters?.refuse_seconds));
  if (accept.operations.length > 0) context.allocator.wake([agent.id]);
  else context.allocator.wakeLater([agent.id]);
}

const isLaunch = (operation: Operation): operation is Exclude<Operation, OfferOperation> =>
  operation.type === 'LAUNCH' || operation.type === 'LAUNCH_GROUP';

function dropOperations(context: MasterContext, framework: FrameworkEntry, operations: readonly Operation[], why: string): void {
  const lost = lostState(framework, 'TASK_DROPPED');
  for (const operation of operations) {
    if (isLaunch(operation)) {
      const tasks = taskGroups(operation).flat();
      refuseTasks(context, framework, tasks, lost, 'REASON_INVALID_OFFERS', `Task launched with invalid offers: ${why}`);
    } else {
      tellOperation(context, framework, operation, {
        state: 'OPERATION_DROPPED',
        message: `${operation.type} attempted with invalid offers: ${why}`,
      });
    }
  }
}

/** Gives offers back. Unknown ones are passed over: they may have been rescinded on the way. */
export function declineOffers(context: MasterContext, framework: FrameworkEntry, decline: Decline): void {
  const seconds = refuseSeconds(decline.filters?.refuse_seconds);
  const offers = held(
    context,
    framework,
    decline.offer_ids.map((id) => id.value),
  );
  const declined = new Map<string, Map<string, Pool>>();
  for (const offer of offers) {
    removeOffer(context, offer);
    const ofRole = declined.get(offer.role) ?? new Map<string, Pool>();
    ofRole.set(offer.agentId, addPools(ofRole.get(offer.agentId) ?? {}, offer.pool));
    declined.set(offer.role, ofRole);
  }
  for (const [role, pools] of declined) context.filters.refuse(framework.id, role, pools, seconds);
  const agentIds = offers.map((offer) => offer.agentId);
  // Others may want it at once; without a filter the same framework gets it back, so only at the next tick.
  if (seconds > 0) context.allocator.wake(agentIds);
  else context.allocator.wakeLater(agentIds);
}

const held = (context: MasterContext, framework: FrameworkEntry, offerIds: readonly string[]): OfferEntry[] =>
  offerIds.flatMap((id) => {
    const offer = context.state.offers.get(id);
    return offer?.frameworkId === framework.id ? [offer] : [];
  });
