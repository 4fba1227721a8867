import {
  addPools,
  containsPool,
  resourcesOf,
  runtimeResources,
  subtractPools,
  withoutPorts,
  type Pool,
} from '../../api/mesos/quantities.ts';
import type { OfferOperation, OperationStatus, SchedulerCall } from '../../api/mesos/scheduler.ts';
import type { MasterContext } from './context.ts';
import type { OfferedOn } from './launch.ts';
import { conversionOf, type Conversion } from './conversion.ts';
import { operationProblem } from './operation-rules.ts';
import type { AgentEntry, FrameworkEntry } from './state.ts';

/** Offer operations: reservations and volumes that frameworks make of what they were offered. */

/** Does an operation on what is left of the offers, and answers what is then left. A refused one changes nothing. */
export function convertOffered(context: MasterContext, { framework, agent, role }: OfferedOn, left: Pool, operation: OfferOperation): Pool {
  const { principal } = framework.info;
  const fault = operationProblem(operation, agent.total, { ...(principal !== undefined && { principal }), allocatedRole: role });
  if (fault !== undefined) {
    tellOperation(context, framework, operation, { state: 'OPERATION_ERROR', message: fault });
    return left;
  }
  const conversion = conversionOf(operation);
  if (!containsPool(left, conversion.consumed)) {
    const message = `The offers do not hold what ${operation.type} needs, or something else uses it`;
    tellOperation(context, framework, operation, { state: 'OPERATION_DROPPED', message });
    return left;
  }
  convert(context, agent, conversion);
  tellOperation(context, framework, operation, {
    state: 'OPERATION_FINISHED',
    agent_id: { value: agent.id },
    converted_resources: resourcesOf(conversion.converted, role),
  });
  return addPools(subtractPools(left, conversion.consumed), conversion.converted);
}

/** What was free is free in its new form, and the agent remembers it. */
export function convert(context: MasterContext, agent: AgentEntry, { consumed, converted }: Conversion): void {
  const turned = (pool: Pool): Pool => addPools(subtractPools(pool, consumed), converted);
  agent.total = turned(agent.total);
  agent.free = turned(agent.free);
  const { state } = context;
  state.total = addPools(subtractPools(state.total, withoutPorts(consumed)), withoutPorts(converted));
  agent.commands?.checkpoint(runtimeResources(agent.total));
}

/** Tells a framework that named the operation; else only what was refused is logged, as in Mesos. */
export function tellOperation(
  { kernel }: MasterContext,
  framework: FrameworkEntry,
  { id, type }: OfferOperation,
  outcome: Omit<OperationStatus, 'operation_id'>,
): void {
  if (outcome.message !== undefined) kernel.log.warn(`${type} of framework ${framework.info.name} was not done: ${outcome.message}`);
  if (!id) return;
  framework.send?.({ type: 'UPDATE_OPERATION_STATUS', update_operation_status: { status: { operation_id: id, ...outcome } } });
}

type Reconcile = Extract<SchedulerCall, { type: 'RECONCILE_OPERATIONS' }>['reconcile_operations'];

/** An operation is done or refused within its call, and not remembered. */
export function reconcileOperations(framework: FrameworkEntry, { operations }: Reconcile): void {
  for (const { operation_id, agent_id } of operations) {
    const status: OperationStatus = { operation_id, state: 'OPERATION_UNKNOWN', ...(agent_id && { agent_id }) };
    framework.send?.({ type: 'UPDATE_OPERATION_STATUS', update_operation_status: { status } });
  }
}
