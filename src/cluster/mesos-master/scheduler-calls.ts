import type { ConnectScheduler, SchedulerCall, SchedulerConnection, SchedulerEvent } from '../../api/mesos/scheduler.ts';
import type { MasterContext } from './context.ts';
import { reconcileOperations } from './convert.ts';
import { disconnectFramework, removeFramework, subscribeFramework, updateFramework, type Via } from './frameworks.ts';
import { acceptOffers, declineOffers } from './accept.ts';
import { answerInverseOffers } from './inverse-offers.ts';
import type { FrameworkEntry } from './state.ts';
import { count } from './tally.ts';
import { acknowledgeUpdate, killTask, reconcileTasks, shutdownExecutor } from './updates.ts';

/** The schedulers' lines: calls in, events out, each through the mailbox. */
export interface SchedulerLines {
  connect: ConnectScheduler;
  /** The same for a scheduler outside: it has no pid. */
  connectOverHttp: ConnectScheduler;
  /** The master goes: every scheduler is told to look for the next leader. */
  closeAll(): void;
}

export function createSchedulerLines(context: MasterContext): SchedulerLines {
  const { mailbox, log } = context.kernel;
  const open = new Map<object, () => void>();

  function openLine(via: Via, onEvent: (event: SchedulerEvent) => void, onClosed: () => void): SchedulerConnection {
    const line = {};
    let framework: FrameworkEntry | undefined;
    const send = (event: SchedulerEvent): void => mailbox.post(() => open.has(line) && onEvent(event));
    // A framework that failed over has another line's `send`: this one has no say any more.
    const owned = (): FrameworkEntry | undefined => (framework?.send === send ? framework : undefined);
    const receive = (call: SchedulerCall): void => {
      if (!open.has(line)) return;
      if (call.type === 'SUBSCRIBE') {
        try {
          count(context.state.counters.metrics, `master/messages_${call.subscribe.framework_info.id ? 're' : ''}register_framework`);
          framework = subscribeFramework(context, call.subscribe.framework_info, call.subscribe.suppressed_roles ?? [], { send, via });
        } catch (fault) {
          send({ type: 'ERROR', error: { message: fault instanceof Error ? fault.message : String(fault) } });
        }
        return;
      }
      const caller = owned();
      if (caller) handleCall(context, caller, call);
      else log.warn(`A ${call.type} call came from a scheduler that is not subscribed; it was dropped. Subscribe first.`);
    };
    open.set(line, onClosed);
    return {
      call: (call) => mailbox.post(() => receive(call)),
      close: () =>
        mailbox.post(() => {
          if (!open.delete(line)) return;
          const caller = owned();
          if (caller) disconnectFramework(context, caller);
        }),
    };
  }

  return {
    connect: (onEvent, onClosed) => openLine('process', onEvent, onClosed),
    connectOverHttp: (onEvent, onClosed) => openLine('http', onEvent, onClosed),
    closeAll() {
      for (const onClosed of open.values()) mailbox.post(onClosed);
      open.clear();
    },
  };
}

const METRIC_OF: Partial<Record<SchedulerCall['type'], string>> = {
  ACCEPT: 'master/messages_launch_tasks',
  DECLINE: 'master/messages_decline_offers',
  KILL: 'master/messages_kill_task',
  REVIVE: 'master/messages_revive_offers',
  SUPPRESS: 'master/messages_suppress_offers',
  RECONCILE: 'master/messages_reconcile_tasks',
  RECONCILE_OPERATIONS: 'master/messages_reconcile_operations',
  ACKNOWLEDGE_OPERATION_STATUS: 'master/messages_operation_status_update_acknowledgement',
  TEARDOWN: 'master/messages_unregister_framework',
  MESSAGE: 'master/messages_framework_to_executor',
  REQUEST: 'master/messages_resource_request',
};

function handleCall(context: MasterContext, framework: FrameworkEntry, call: Exclude<SchedulerCall, { type: 'SUBSCRIBE' }>): void {
  const metric = METRIC_OF[call.type];
  if (metric) count(context.state.counters.metrics, metric);
  switch (call.type) {
    case 'ACCEPT':
      return acceptOffers(context, framework, call.accept);
    case 'DECLINE':
      return declineOffers(context, framework, call.decline);
    case 'KILL':
      return killTask(context, framework, call.kill);
    case 'ACKNOWLEDGE':
      return acknowledgeUpdate(context, framework, call.acknowledge);
    case 'RECONCILE':
      return reconcileTasks(context, framework, call.reconcile);
    case 'REVIVE':
      return revive(context, framework, call.revive?.roles ?? framework.info.roles);
    case 'SUPPRESS':
      for (const role of call.suppress?.roles ?? framework.info.roles) framework.suppressedRoles.add(role);
      return undefined;
    case 'UPDATE_FRAMEWORK':
      return updateFramework(context, framework, call.update_framework.framework_info, call.update_framework.suppressed_roles ?? []);
    case 'TEARDOWN':
      return removeFramework(context, framework);
    case 'SHUTDOWN':
      return shutdownExecutor(context, framework, call.shutdown);
    case 'ACCEPT_INVERSE_OFFERS':
    case 'DECLINE_INVERSE_OFFERS':
      return answerInverseOffers(context, framework, call);
    case 'RECONCILE_OPERATIONS':
      return reconcileOperations(framework, call.reconcile_operations);
    case 'ACKNOWLEDGE_OPERATION_STATUS':
    case 'MESSAGE':
    case 'REQUEST':
      return undefined;
  }
}

function revive(context: MasterContext, framework: FrameworkEntry, roles: readonly string[]): void {
  for (const role of roles) framework.suppressedRoles.delete(role);
  context.filters.forget(framework.id, roles);
  context.allocator.wakeAll();
}
