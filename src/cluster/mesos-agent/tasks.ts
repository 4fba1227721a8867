import type { FrameworkInfo } from '../../api/mesos/scheduler.ts';
import { isTerminal, type TaskInfo } from '../../api/mesos/task.ts';
import type { ContainerOutcome, ContainerUpdate } from '../executor/containerizer.ts';
import type { AgentContext } from './context.ts';
import { startHealthCheck } from './health.ts';
import { sharedNetworkName } from './image-container.ts';
import { containerSpec, killGraceMs, needsContainer, networkInfos, sandboxDirectory } from './rules.ts';
import { NOTHING_TO_CANCEL, siblingsOf, taskIdOf, type AgentFramework, type Executor, type ExecutorRecord } from './state.ts';
import { save, tell, uuidBase64, type StatusParts } from './updates.ts';
import { volumeFault, volumesOf } from './volumes.ts';

/** The life of a task on its agent: launched, found again, killed. What is intended is stored before it is done. */

/** The framework as the agent knows it; made and stored at the first task. */
export function frameworkOf(context: AgentContext, info: FrameworkInfo): AgentFramework {
  const id = info.id?.value ?? '';
  const known = context.state.frameworks.get(id);
  if (known) {
    known.info = info;
    return known;
  }
  const framework: AgentFramework = { id, info, executors: new Map(), completed: [] };
  context.state.frameworks.set(id, framework);
  context.checkpoints.saveFramework(info);
  return framework;
}

function executorOf(context: AgentContext, record: ExecutorRecord): Executor {
  const { docker, process } = context.containerizers;
  const containerizer = needsContainer(record.task) ? docker : process;
  return { record, containerizer, launched: false, killed: false, cancelResend: NOTHING_TO_CANCEL, cancelHealthCheck: NOTHING_TO_CANCEL };
}

export function launchTask(context: AgentContext, info: FrameworkInfo, task: TaskInfo): void {
  const { kernel, state } = context;
  const framework = frameworkOf(context, info);
  const taskId = task.task_id.value;
  if (context.stopped || framework.executors.has(taskId)) return;
  const containerId = kernel.ids.uuid();
  const group = groupOf(context, framework, task);
  const record: ExecutorRecord = {
    frameworkId: framework.id,
    task,
    role: task.resources[0]?.allocation_info?.role ?? '*',
    containerId,
    ...(group && { group }),
    directory: group
      ? `${group.directory}/tasks/${taskId}`
      : sandboxDirectory(state.workDir, state.id ?? '', framework.id, taskId, containerId),
    state: 'TASK_STAGING',
    statuses: [],
    pending: [],
    completed: false,
  };
  const executor = executorOf(context, record);
  try {
    context.checkpoints.saveExecutor(record);
  } catch (fault) {
    // what cannot be remembered must not be started: after a crash nobody would know of it
    return tellDropped(context, framework.id, taskId, `The agent could not store the task: ${reasonOf(fault)}`);
  }
  framework.executors.set(taskId, executor);
  makeSandbox(context, record).then(
    () => kernel.mailbox.post(() => start(context, framework, executor)),
    (fault: unknown) => kernel.mailbox.post(() => failToLaunch(context, executor, `The sandbox could not be made: ${reasonOf(fault)}`)),
  );
}

/** The group that a task is launched into: the one its siblings are in already, or a new one. */
function groupOf({ kernel, state }: AgentContext, framework: AgentFramework, { executor }: TaskInfo): ExecutorRecord['group'] {
  if (!executor) return undefined;
  const executorId = executor.executor_id.value;
  const known = [...framework.executors.values()].find(
    ({ record }) => record.group?.executorId === executorId && !isTerminal(record.state),
  );
  if (known) return known.record.group;
  const containerId = kernel.ids.uuid();
  return { executorId, containerId, directory: sandboxDirectory(state.workDir, state.id ?? '', framework.id, executorId, containerId) };
}

/** The tasks of a group have their sandboxes within the one of their executor. */
async function makeSandbox(context: AgentContext, record: ExecutorRecord): Promise<void> {
  const { files } = context;
  const { group, directory } = record;
  await files.createSandbox(group?.directory ?? directory);
  if (group) {
    for (const path of [`${group.directory}/containers`, directory]) await files.makeDirectory(path);
    for (const path of [`${group.directory}/stdout`, `${group.directory}/stderr`, `${directory}/stdout`, `${directory}/stderr`])
      await files.append(path, '');
  }
  await mountVolumes(context, record);
}

/** A command finds its volumes in the sandbox; a container gets them mounted by its engine. */
async function mountVolumes({ files, volumes, state }: AgentContext, record: ExecutorRecord): Promise<void> {
  const fault = volumeFault(record.task, needsContainer(record.task));
  if (fault !== undefined) throw new Error(fault);
  const mounted = volumesOf(state.workDir, record);
  if (mounted.length === 0) return;
  await volumes.settled();
  for (const volume of mounted) {
    await files.makeDirectory(volume.directory);
    if (!needsContainer(record.task)) await files.mountVolume(volume.directory, `${record.directory}/${volume.containerPath}`);
  }
}

/** Shared fate: unless it ended well, a task of a group takes the others with it, as Mesos' default executor does. */
function endGroup(context: AgentContext, record: ExecutorRecord): void {
  if (!isTerminal(record.state) || record.state === 'TASK_FINISHED') return;
  const framework = context.state.frameworks.get(record.frameworkId);
  for (const sibling of framework ? siblingsOf(framework, record) : [])
    killTask(context, record.frameworkId, taskIdOf(sibling.record), undefined);
}

const hasCapability = (info: FrameworkInfo | undefined, wanted: string): boolean =>
  info?.capabilities?.some(({ type }) => type === wanted) ?? false;

const reasonOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));

function start(context: AgentContext, framework: AgentFramework, executor: Executor): void {
  if (context.stopped || isTerminal(executor.record.state)) return;
  tell(context, executor, {
    state: 'TASK_STARTING',
    containerStatus: { network_infos: networkInfos(context.state.machine.address.address) },
  });
  executor.launched = true;
  executor.containerizer.launch(containerSpec(context.state, framework.info, executor.record), reportTo(context, executor));
}

function failToLaunch(context: AgentContext, executor: Executor, message: string): void {
  context.state.counters.launchErrors++;
  tell(context, executor, { state: 'TASK_FAILED', source: 'SOURCE_AGENT', reason: 'REASON_CONTAINER_LAUNCH_FAILED', message });
  endGroup(context, executor.record);
}

/** Containerizers report whenever something happens; the agent takes it up as a message of its own. */
const reportTo = (context: AgentContext, executor: Executor) => (update: ContainerUpdate) =>
  context.kernel.mailbox.post(() => onReport(context, executor, update));

function onReport(context: AgentContext, executor: Executor, update: ContainerUpdate): void {
  if (context.stopped) return;
  if (update.type === 'preparing') return context.log.debug(`${taskIdOf(executor.record)}: ${update.message}`);
  if (update.type === 'running') return onRunning(context, executor, update);
  const { record } = executor;
  const { state, message, reason } = outcomeToTell(context, record, update.outcome);
  if (reason === 'REASON_CONTAINER_LAUNCH_FAILED') context.state.counters.launchErrors++;
  tell(context, executor, { state, message, ...(reason && { reason }) });
  executor.containerizer.remove(record.containerId, record.checkpoint ?? {});
  endGroup(context, record);
}

/** The end of a task that was killed since its agent is being drained says so. */
function outcomeToTell({ state }: AgentContext, { frameworkId }: ExecutorRecord, outcome: ContainerOutcome): StatusParts {
  const { draining } = state;
  if (!draining || outcome.state !== 'TASK_KILLED') return outcome;
  const goes = draining.markGone && hasCapability(state.frameworks.get(frameworkId)?.info, 'PARTITION_AWARE');
  return { ...outcome, state: goes ? 'TASK_GONE_BY_OPERATOR' : 'TASK_KILLED', reason: 'REASON_AGENT_DRAINING' };
}

function onRunning(context: AgentContext, executor: Executor, update: Extract<ContainerUpdate, { type: 'running' }>): void {
  const { record } = executor;
  record.checkpoint = update.checkpoint;
  // after a restart it is known to run already, unless that could not be told any more
  if (record.state === 'TASK_STAGING' || record.state === 'TASK_STARTING') {
    const containerStatus = {
      network_infos: networkInfos(context.state.machine.address.address, update.ipAddress, sharedNetworkName(record.task)),
      ...(update.pid !== undefined && { executor_pid: update.pid }),
    };
    tell(context, executor, { state: 'TASK_RUNNING', containerStatus });
  } else save(context, record);
  // the kill that was under way when an earlier run of the agent died
  if (record.state === 'TASK_KILLING' && !executor.killed) {
    executor.killed = true;
    executor.containerizer.kill(record.containerId, killGraceMs(record.task, undefined));
  }
  startHealthCheck(context, executor, () => killContainer(context, executor, undefined));
}

/** Takes up everything that an earlier run of this agent left, running or ended. */
export function recoverTasks(context: AgentContext): void {
  for (const info of context.checkpoints.frameworks()) frameworkOf(context, info);
  for (const record of context.checkpoints.executors()) {
    const framework = context.state.frameworks.get(record.frameworkId);
    if (!framework) continue;
    if (record.completed) {
      framework.completed.push(record);
      continue;
    }
    const executor = executorOf(context, record);
    framework.executors.set(taskIdOf(record), executor);
    if (isTerminal(record.state)) continue;
    executor.launched = true;
    executor.containerizer.recover(
      containerSpec(context.state, framework.info, record),
      record.checkpoint ?? {},
      reportTo(context, executor),
    );
  }
  // a crash may have come between the end of a task and that of the others of its group
  context.kernel.mailbox.post(() => {
    for (const { executors, completed } of context.state.frameworks.values())
      for (const record of [...completed, ...[...executors.values()].map((each) => each.record)]) endGroup(context, record);
  });
  for (const { completed } of context.state.frameworks.values())
    completed.sort((a, b) => (a.statuses.at(-1)?.timestamp ?? 0) - (b.statuses.at(-1)?.timestamp ?? 0));
}

export function killTask(context: AgentContext, frameworkId: string, taskId: string, graceMs: number | undefined): void {
  const framework = context.state.frameworks.get(frameworkId);
  const executor = framework?.executors.get(taskId);
  if (!framework || !executor) return tellDropped(context, frameworkId, taskId, 'The agent does not know this task');
  const { record } = executor;
  if (isTerminal(record.state) || executor.killed) return;
  if (!executor.launched) {
    executor.killed = true;
    tell(context, executor, {
      state: 'TASK_KILLED',
      source: 'SOURCE_AGENT',
      reason: 'REASON_TASK_KILLED_DURING_LAUNCH',
      message: 'Task killed during launch',
    });
    return endGroup(context, record);
  }
  killContainer(context, executor, graceMs);
}

/** The same whoever wants it: a framework, or the check of a task that stays unhealthy. */
function killContainer(context: AgentContext, executor: Executor, graceMs: number | undefined): void {
  const { record } = executor;
  const framework = context.state.frameworks.get(record.frameworkId);
  executor.killed = true;
  executor.cancelHealthCheck();
  if (hasCapability(framework?.info, 'TASK_KILLING_STATE'))
    tell(context, executor, { state: 'TASK_KILLING', ...(context.state.draining && { reason: 'REASON_AGENT_DRAINING' }) });
  executor.containerizer.kill(record.containerId, killGraceMs(record.task, graceMs));
}

/** About a task that the agent does not have, and so cannot tell of again: the framework must not wait for it. */
function tellDropped({ kernel, link, state }: AgentContext, frameworkId: string, taskId: string, message: string): void {
  const status = {
    task_id: { value: taskId },
    state: 'TASK_DROPPED' as const,
    timestamp: kernel.clock.now() / 1000,
    source: 'SOURCE_AGENT' as const,
    reason: 'REASON_RECONCILIATION' as const,
    message,
    ...(state.id !== undefined && { agent_id: { value: state.id } }),
    uuid: uuidBase64(kernel.ids.uuid()),
  };
  link?.update(frameworkId, status, status.state);
}

/** Ends all tasks of a framework that is gone for good; nobody will acknowledge what they say. */
export function shutdownFramework(context: AgentContext, frameworkId: string): void {
  const framework = context.state.frameworks.get(frameworkId);
  for (const { record } of framework?.executors.values() ?? []) killTask(context, frameworkId, taskIdOf(record), undefined);
}
