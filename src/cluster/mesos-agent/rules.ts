import { poolOf, totalOf } from '../../api/mesos/quantities.ts';
import type { FrameworkInfo } from '../../api/mesos/scheduler.ts';
import type { CommandInfo, NetworkInfo, TaskInfo } from '../../api/mesos/task.ts';
import type { ContainerSpec } from '../executor/containerizer.ts';
import { dockerOf, sharedNetworkOf } from './image-container.ts';
import { executorIdOf, type AgentState, type ExecutorRecord } from './state.ts';
import { persistentVolumes, volumesOf } from './volumes.ts';

/** Pure decisions of the agent. */

/** Mesos' default of a kill policy (executor_shutdown_grace_period is 5 s; the command executor asks 3 s before). */
const KILL_GRACE_MS = 3000;

export const needsContainer = (task: TaskInfo): boolean => task.container?.type === 'DOCKER' || task.container?.mesos?.image !== undefined;

export function killGraceMs(task: TaskInfo, asked: number | undefined): number {
  const nanoseconds = task.kill_policy?.grace_period?.nanoseconds;
  return asked ?? (nanoseconds === undefined ? KILL_GRACE_MS : nanoseconds / 1e6);
}

export const sandboxDirectory = (workDir: string, agentId: string, frameworkId: string, taskId: string, containerId: string): string =>
  `${workDir}/slaves/${agentId}/frameworks/${frameworkId}/executors/${taskId}/runs/${containerId}`;

/** As Mesos names the executor of a command or Docker task; a command over 15 characters is cut to 12. */
export function executorName(task: TaskInfo): string {
  return `Command Executor (Task: ${task.task_id.value}) (Command: ${commandText(task.command)})`;
}

function commandText(command: CommandInfo | undefined): string {
  const cut = (text: string): string => (text.length > 15 ? `${text.slice(0, 12)}...` : text);
  if (command?.value === undefined) return command?.shell === false ? 'NO EXECUTABLE' : 'NO COMMAND';
  return command.shell === false ? `[${[command.value, ...(command.arguments ?? [])].join(', ')}]` : `sh -c '${cut(command.value)}'`;
}

/** Where the task is reached: a container of its own network has an address, everything else the agent's. */
export const networkInfos = (address: string, ipAddress?: string, name?: string): NetworkInfo[] => [
  { ...(name !== undefined && { name }), ip_addresses: [{ protocol: 'IPv4', ip_address: ipAddress ?? address }] },
];

const DOCKER_SANDBOX = '/mnt/mesos/sandbox';

/** What Mesos puts into the environment of every task, below what the framework wants there. */
function mesosEnvironment(state: AgentState, record: ExecutorRecord): Record<string, string> {
  const taskId = record.task.task_id.value;
  const endpoint = `${state.machine.ip}:${state.port}`;
  const inContainer = needsContainer(record.task);
  return {
    MESOS_AGENT_ENDPOINT: endpoint,
    MESOS_ALLOCATION_ROLE: record.role,
    MESOS_CHECKPOINT: '1',
    MESOS_DIRECTORY: record.directory,
    MESOS_EXECUTOR_ID: executorIdOf(record),
    MESOS_EXECUTOR_SHUTDOWN_GRACE_PERIOD: '5secs',
    MESOS_FRAMEWORK_ID: record.frameworkId,
    MESOS_HTTP_COMMAND_EXECUTOR: '0',
    MESOS_RECOVERY_TIMEOUT: '15mins',
    MESOS_SANDBOX: inContainer ? DOCKER_SANDBOX : record.directory,
    MESOS_SLAVE_ID: state.id ?? '',
    MESOS_SLAVE_PID: `slave(1)@${endpoint}`,
    MESOS_SUBSCRIPTION_BACKOFF_MAX: '2secs',
    MESOS_TASK_ID: taskId,
    ...(inContainer && { MESOS_CONTAINER_NAME: `mesos-${record.containerId}` }),
  };
}

export function containerSpec(state: AgentState, framework: FrameworkInfo, record: ExecutorRecord): ContainerSpec {
  const { task } = record;
  const { ports, ...scalars } = totalOf(poolOf(task.resources));
  const variables = task.command?.environment?.variables ?? [];
  const docker = dockerOf(task);
  const sharedNetwork = record.group && sharedNetworkOf(task, record.group.containerId);
  return {
    containerId: record.containerId,
    taskId: task.task_id.value,
    taskName: task.name,
    frameworkId: record.frameworkId,
    frameworkName: framework.name,
    agentId: state.id ?? '',
    machine: state.machine.address,
    ...(task.command && { command: task.command }),
    ...(docker && { docker }),
    ...(sharedNetwork && { sharedNetwork }),
    volumes: [
      ...(task.container?.volumes ?? []).filter(({ source }) => !source),
      ...volumesOf(state.workDir, record).map(({ directory, containerPath, mode }) => ({
        container_path: containerPath,
        host_path: directory,
        mode,
      })),
    ],
    persistentVolumes: persistentVolumes(state.workDir, task).map(({ directory }) => directory),
    resources: scalars,
    ports: ports.flatMap(({ begin, end }) => Array.from({ length: end - begin + 1 }, (_, index) => begin + index)),
    environment: { ...mesosEnvironment(state, record), ...Object.fromEntries(variables.map(({ name, value }) => [name, value])) },
    sandbox: record.directory,
    labels: Object.fromEntries((task.labels?.labels ?? []).map(({ key, value }) => [key, value ?? ''])),
  };
}
