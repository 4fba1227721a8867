import { addQuantities, noQuantities, poolOf, totalOf } from '../../api/mesos/quantities.ts';
import { isTerminal, type TaskState } from '../../api/mesos/task.ts';
import { resourceMetrics, systemMetrics, type Metrics } from '../libprocess/metrics.ts';
import type { AgentContext } from './context.ts';
import { allExecutors, allRecords, type ExecutorRecord } from './state.ts';

const LIVE: TaskState[] = ['TASK_STAGING', 'TASK_STARTING', 'TASK_RUNNING', 'TASK_KILLING'];
const ENDED: TaskState[] = ['TASK_FINISHED', 'TASK_FAILED', 'TASK_KILLED', 'TASK_LOST', 'TASK_GONE'];
const metricName = (state: TaskState): string => `slave/tasks_${state.slice(5).toLowerCase()}`;

/** The agent's `/metrics/snapshot`. Counters count since its start. */
export function agentMetrics({ kernel, state }: AgentContext): Metrics {
  const records = allExecutors(state).map(({ record }) => record);
  const live = records.filter((record) => !isTerminal(record.state));
  const used = live.map(({ task }) => totalOf(poolOf(task.resources))).reduce(addQuantities, noQuantities());
  return {
    ...resourceMetrics('slave', totalOf(state.total), used),
    ...systemMetrics(state.machine),
    ...Object.fromEntries(LIVE.map((name) => [metricName(name), live.filter((record) => record.state === name).length])),
    ...Object.fromEntries(ENDED.map((name) => [metricName(name), state.counters.ended.get(name) ?? 0])),
    ...executorMetrics(
      live,
      [...state.counters.ended.values()].reduce((sum, count) => sum + count, 0),
    ),
    'slave/frameworks_active': [...state.frameworks.values()].filter(({ executors }) => executors.size > 0).length,
    'slave/registered': state.registered ? 1 : 0,
    'slave/uptime_secs': (kernel.clock.now() - state.startedAt) / 1000,
    'slave/container_launch_errors': state.counters.launchErrors,
    'slave/executor_directory_max_allowed_age_secs': state.sandboxAgeMs / 1000,
    'gc/path_removals_succeeded': state.counters.sandboxesRemoved,
    'gc/path_removals_failed': state.counters.sandboxesKept,
    'gc/path_removals_pending': allRecords(state).filter(({ completed, sandboxRemoved }) => completed && !sandboxRemoved).length,
    'slave/recovery_errors': 0,
    'slave/recovery_time_secs': 0,
    'slave/valid_status_updates': state.counters.validUpdates,
    'slave/invalid_status_updates': 0,
    'slave/valid_framework_messages': 0,
    'slave/invalid_framework_messages': 0,
  };
}

const executorMetrics = (live: readonly ExecutorRecord[], terminated: number): Metrics => ({
  'slave/executors_registering': live.filter(({ state }) => state === 'TASK_STAGING').length,
  'slave/executors_running': live.filter(({ state }) => state !== 'TASK_STAGING').length,
  'slave/executors_terminating': 0,
  'slave/executors_terminated': terminated,
  'slave/executors_preempted': 0,
});
