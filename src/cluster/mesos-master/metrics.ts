import { totalOf } from '../../api/mesos/quantities.ts';
import { resourceMetrics, systemMetrics, type Metrics } from '../libprocess/metrics.ts';
import type { MasterContext } from './context.ts';
import { isInService, type MasterState } from './state.ts';

/** The master's `/metrics/snapshot`. Counters count since its start. */
export function masterMetrics(context: MasterContext): Metrics {
  const { state, kernel, allocator } = context;
  const total = totalOf(state.total);
  const used = totalOf(state.used);
  const uptime = (kernel.clock.now() - state.startedAt) / 1000;
  return {
    ...zeros(),
    ...Object.fromEntries(state.counters.metrics),
    ...resourceMetrics('master', total, used),
    ...systemMetrics(state.machine),
    ...agentMetrics(state),
    ...frameworkMetrics(state),
    ...taskGauges(state),
    'master/elected': 1,
    'master/uptime_secs': uptime,
    'registrar/log/ensemble_size': state.masters,
    'registrar/log/recovered': 1,
    'allocator/mesos/allocation_runs': allocator.rounds(),
    ...Object.fromEntries(
      (['cpus', 'mem', 'disk'] as const).flatMap((name) => [
        [`allocator/mesos/resources/${name}/total`, total[name]],
        [`allocator/mesos/resources/${name}/offered_or_allocated`, used[name] + offered(state, name)],
      ]),
    ),
  };
}

const offered = (state: MasterState, name: 'cpus' | 'mem' | 'disk'): number =>
  [...state.frameworks.values()].reduce((sum, framework) => sum + totalOf(framework.offered)[name], 0);

function agentMetrics(state: MasterState): Metrics {
  const connected = [...state.agents.values()].filter((agent) => agent.commands).length;
  const active = [...state.agents.values()].filter(isInService).length;
  const away = state.agents.size - connected;
  return {
    'master/slaves_active': active,
    'master/slaves_connected': connected,
    'master/slaves_inactive': state.agents.size - active,
    'master/slaves_disconnected': away,
    'master/slaves_unreachable': state.unreachableAgents.size,
  };
}

function frameworkMetrics(state: MasterState): Metrics {
  const connected = [...state.frameworks.values()].filter((framework) => framework.send).length;
  const away = state.frameworks.size - connected;
  return {
    'master/frameworks_active': connected,
    'master/frameworks_connected': connected,
    'master/frameworks_inactive': away,
    'master/frameworks_disconnected': away,
    'master/outstanding_offers': state.offers.size,
  };
}

/** States that only live tasks are in, so the frameworks' tallies count exactly them. */
const GAUGES = ['TASK_STAGING', 'TASK_STARTING', 'TASK_RUNNING', 'TASK_KILLING', 'TASK_UNREACHABLE'] as const;

function taskGauges(state: MasterState): Metrics {
  const frameworks = [...state.frameworks.values()];
  return Object.fromEntries(
    GAUGES.map((name) => [
      `master/tasks_${name.slice(5).toLowerCase()}`,
      frameworks.reduce((sum, framework) => sum + (framework.tally.get(name) ?? 0), 0),
    ]),
  );
}

const MESSAGES = [
  'authenticate deactivate_framework decline_offers executor_to_framework exited_executor framework_to_executor kill_task',
  'launch_tasks operation_status_update operation_status_update_acknowledgement reconcile_operations reconcile_tasks',
  'register_framework register_slave reregister_framework reregister_slave resource_request revive_offers status_update',
  'status_update_acknowledgement suppress_offers unregister_framework unregister_slave update_slave',
].flatMap((line) => line.split(' '));
const JUDGED = [
  'executor_to_framework_messages framework_to_executor_messages operation_status_update_acknowledgements',
  'operation_status_updates status_update_acknowledgements status_updates',
].flatMap((line) => line.split(' '));
const TERMINAL = ['dropped', 'error', 'failed', 'finished', 'gone', 'gone_by_operator', 'killed', 'lost'];
const SLAVE = [
  'registrations removals removals/reason_registered removals/reason_unhealthy removals/reason_unregistered reregistrations',
  'shutdowns_canceled shutdowns_completed shutdowns_scheduled',
].flatMap((line) => line.split(' '));
const QUANTILES = ['', '/count', '/max', '/min', '/p50', '/p90', '/p95', '/p99', '/p999', '/p9999'];

/** Every name is there from the start, so that a monitor's queries never miss one. */
function zeros(): Metrics {
  const names = [
    ...MESSAGES.map((name) => `master/messages_${name}`),
    ...JUDGED.flatMap((name) => [`master/valid_${name}`, `master/invalid_${name}`]),
    ...TERMINAL.map((name) => `master/tasks_${name}`),
    ...SLAVE.map((name) => `master/slave_${name}`),
    ...QUANTILES.flatMap((name) => [
      `registrar/state_store_ms${name}`,
      `allocator/mesos/allocation_run_ms${name}`,
      `allocator/mesos/allocation_run_latency_ms${name}`,
    ]),
    'master/dropped_messages',
    'master/event_queue_dispatches',
    'master/event_queue_http_requests',
    'master/event_queue_messages',
    'registrar/queued_operations',
    'registrar/registry_size_bytes',
    'registrar/state_fetch_ms',
    'allocator/event_queue_dispatches',
    'allocator/mesos/event_queue_dispatches',
  ];
  return Object.fromEntries(names.map((name) => [name, 0]));
}
