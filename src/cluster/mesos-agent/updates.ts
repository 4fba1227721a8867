import { isTerminal, type ContainerStatus, type TaskReason, type TaskState, type TaskStatus } from '../../api/mesos/task.ts';
import { limits } from '../kernel/limits.ts';
import type { AgentContext } from './context.ts';
import { allRecords, executorIdOf, NOTHING_TO_CANCEL, taskIdOf, type AgentFramework, type Executor, type ExecutorRecord } from './state.ts';

/** Status updates: stored, then sent one after the other, and sent again until the framework has acknowledged them. */

/** Mesos' STATUS_UPDATE_RETRY_INTERVAL_MIN and _MAX. */
const RESEND_AFTER_MS = 10_000;
const RESEND_AT_MOST_EVERY_MS = 600_000;

export interface StatusParts {
  state: TaskState;
  source?: TaskStatus['source'];
  message?: string;
  reason?: TaskReason;
  healthy?: boolean;
  containerStatus?: ContainerStatus;
}

/** Tells of a change: nothing once the task has ended. */
export function tell(context: AgentContext, executor: Executor, parts: StatusParts): void {
  const { record } = executor;
  if (context.stopped || isTerminal(record.state)) return;
  const status = newStatus(context, executor, parts);
  record.state = parts.state;
  // a later status of the same state takes the place of the earlier one, as in Mesos
  if (record.statuses.at(-1)?.state === status.state) record.statuses.pop();
  record.statuses.push(status);
  if (record.statuses.length > limits.statusesPerTask) record.statuses.splice(1, 1);
  record.pending.push(status);
  save(context, record);
  if (record.pending.length === 1) send(context, executor);
  if (!isTerminal(parts.state)) return;
  executor.cancelHealthCheck();
  const { ended } = context.state.counters;
  ended.set(parts.state, (ended.get(parts.state) ?? 0) + 1);
}

/** While nothing can be stored, life goes on in memory: a later save catches up. */
export function save(context: AgentContext, record: ExecutorRecord): void {
  try {
    context.checkpoints.saveProgress(record);
  } catch (fault) {
    context.log.error(`What became of ${taskIdOf(record)} could not be stored: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}

function newStatus({ kernel, state }: AgentContext, { record, containerizer }: Executor, parts: StatusParts): TaskStatus {
  const because = containerizer.simulatedBecause;
  const before = record.statuses.at(-1);
  // As Mesos' executors do: what is not told anew is as it was.
  const healthy = parts.healthy ?? before?.healthy;
  return {
    task_id: record.task.task_id,
    state: parts.state,
    timestamp: kernel.clock.now() / 1000,
    source: parts.source ?? 'SOURCE_EXECUTOR',
    ...(parts.reason && { reason: parts.reason }),
    ...(parts.message !== undefined && { message: parts.message }),
    ...(state.id !== undefined && { agent_id: { value: state.id } }),
    executor_id: { value: executorIdOf(record) },
    ...(healthy !== undefined && { healthy }),
    uuid: uuidBase64(kernel.ids.uuid()),
    container_status: {
      container_id: { value: record.containerId },
      ...before?.container_status,
      ...parts.containerStatus,
    },
    ...(because !== undefined && { labels: { labels: [{ key: 'SIMULATED', value: because }] } }),
  };
}

/** On the wire a status' uuid is its 16 bytes. */
export function uuidBase64(uuid: string): string {
  const bytes = uuid.replaceAll('-', '').match(/../g) ?? [];
  return btoa(String.fromCharCode(...bytes.map((byte) => Number.parseInt(byte, 16))));
}

function send(context: AgentContext, executor: Executor, again = RESEND_AFTER_MS): void {
  executor.cancelResend();
  const { record } = executor;
  const [first] = record.pending;
  if (!first || context.stopped) return;
  if (context.link && context.state.registered) {
    context.link.update(record.frameworkId, first, record.state);
    context.state.counters.validUpdates++;
  }
  const timer = context.kernel.clock.after(again, () => send(context, executor, Math.min(again * 2, RESEND_AT_MOST_EVERY_MS)));
  executor.cancelResend = () => timer.cancel();
}

/** The master, or a framework, is there again: what waits is worth sending at once. */
export function resendPending(context: AgentContext, frameworkId?: string): void {
  for (const framework of context.state.frameworks.values()) {
    if (frameworkId !== undefined && framework.id !== frameworkId) continue;
    for (const executor of framework.executors.values()) send(context, executor);
  }
}

/** The framework knows: the next one goes out. With the terminal one acknowledged the executor is completed. */
export function acknowledge(context: AgentContext, frameworkId: string, taskId: string, uuid: string): void {
  const framework = context.state.frameworks.get(frameworkId);
  const executor = framework?.executors.get(taskId);
  const [first] = executor?.record.pending ?? [];
  if (!framework || !executor || first?.uuid !== uuid) return;
  const { record } = executor;
  record.pending.shift();
  if (record.pending.length > 0) {
    save(context, record);
    return send(context, executor);
  }
  executor.cancelResend();
  executor.cancelResend = NOTHING_TO_CANCEL;
  if (isTerminal(first.state)) complete(context, framework, record);
  else save(context, record);
}

function complete(context: AgentContext, framework: AgentFramework, record: ExecutorRecord): void {
  record.completed = true;
  framework.executors.delete(taskIdOf(record));
  framework.completed.push(record);
  save(context, record);
  forget(context, framework.completed.splice(0, Math.max(0, framework.completed.length - limits.completedExecutorsPerFramework)));
  const { frameworks } = context.state;
  const ended = [...frameworks.values()].filter(({ executors }) => executors.size === 0);
  for (const old of ended.slice(0, Math.max(0, ended.length - limits.completedFrameworks))) {
    frameworks.delete(old.id);
    context.checkpoints.forgetFramework(old.id);
    forget(context, old.completed);
  }
}

/** Nobody can browse their sandboxes any more. */
function forget(context: AgentContext, records: readonly ExecutorRecord[]): void {
  if (records.length === 0) return;
  context.checkpoints.forgetExecutors(records);
  const kept = new Set(allRecords(context.state).map(({ group }) => group?.containerId));
  for (const record of records) {
    // the sandbox of a group goes with the last of its tasks
    const { directory } = record.group && !kept.has(record.group.containerId) ? record.group : record;
    context.files
      .remove(directory)
      .catch((fault: unknown) => context.log.warn(`The sandbox ${directory} could not be removed: ${String(fault)}`));
  }
}
