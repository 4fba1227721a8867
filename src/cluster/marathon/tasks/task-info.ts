import type { AppDefinition, FetchItem, HealthCheckDefinition } from '../../../api/marathon/definition.ts';
import { resourcesOf, type Pool } from '../../../api/mesos/quantities.ts';
import type { CommandInfo, CommandUri, HealthCheck, TaskInfo } from '../../../api/mesos/task.ts';
import { failuresAllowed } from './failures-allowed.ts';
import { taskContainer } from './task-container.ts';
import { labelList, taskDiscovery } from './task-discovery.ts';
import { taskEnvironment } from './task-environment.ts';
import { taskName } from './task-ids.ts';

export interface Launch {
  taskId: string;
  agentId: string;
  host: string;
  hostPorts: readonly (number | undefined)[];
  /** What the task takes of the offer, by the role that it is reserved for. */
  taken: Pool;
  allocatedRole: string;
  /** Whether the app's group insists on its role. */
  roleEnforced: boolean;
}

/** The task as it is handed to Mesos. */
export function taskInfo(app: AppDefinition, launch: Launch): TaskInfo {
  const container = taskContainer(app, launch.hostPorts);
  const healthCheck = executorHealthCheck(app, launch.hostPorts);
  return {
    name: taskName(app.id),
    task_id: { value: launch.taskId },
    agent_id: { value: launch.agentId },
    resources: resourcesOf(launch.taken, launch.allocatedRole),
    command: taskCommand(app, launch),
    ...(container && { container }),
    ...(healthCheck && { health_check: healthCheck }),
    ...(app.taskKillGracePeriodSeconds !== undefined && {
      kill_policy: { grace_period: { nanoseconds: app.taskKillGracePeriodSeconds * 1e9 } },
    }),
    discovery: taskDiscovery(app, launch.hostPorts),
    ...(Object.keys(app.labels).length > 0 && { labels: { labels: labelList(app.labels) } }),
  };
}

function taskCommand(app: AppDefinition, launch: Launch): CommandInfo {
  const environment = taskEnvironment(app, launch);
  return {
    ...program(app),
    ...(app.user !== undefined && { user: app.user }),
    ...(app.fetch?.length && { uris: app.fetch.map(commandUri) }),
    environment: { variables: variableList(environment) },
  };
}

export const commandUri = ({ uri, destPath, extract, executable, cache }: FetchItem): CommandUri => ({
  value: uri,
  extract,
  executable,
  cache,
  ...(destPath !== undefined && { output_file: destPath }),
});

export const variableList = (environment: Readonly<Record<string, string>>): { name: string; value: string }[] =>
  Object.entries(environment).map(([name, value]) => ({ name, value }));

/** A command runs in a shell. Arguments go to the image's entry point; without an image the first of them is the program. */
function program(app: AppDefinition): Pick<CommandInfo, 'shell' | 'value' | 'arguments'> {
  if (app.cmd !== undefined) return { shell: true, value: app.cmd };
  const [first] = app.args ?? [];
  return {
    shell: false,
    ...(!app.container?.docker && first !== undefined && { value: first }),
    ...(app.args && app.args.length > 0 && { arguments: app.args }),
  };
}

/** Of an app's checks the one that the executor makes; Mesos knows one a task (§8.4). */
function executorHealthCheck(app: AppDefinition, hostPorts: readonly (number | undefined)[]): HealthCheck | undefined {
  const check = app.healthChecks?.find(runByExecutor);
  if (!check) return undefined;
  const timing = {
    delay_seconds: check.delaySeconds ?? 0,
    interval_seconds: check.intervalSeconds,
    timeout_seconds: check.timeoutSeconds,
    grace_period_seconds: check.gracePeriodSeconds,
    consecutive_failures: failuresAllowed(check.maxConsecutiveFailures),
  };
  if (check.protocol === 'COMMAND') return { type: 'COMMAND', ...timing, command: { shell: true, value: check.command?.value ?? '' } };
  const port = portInTask(app, check, hostPorts);
  if (check.protocol === 'MESOS_TCP') return { type: 'TCP', ...timing, tcp: { port } };
  const scheme = check.protocol === 'MESOS_HTTPS' ? 'https' : 'http';
  return { type: 'HTTP', ...timing, http: { scheme, port, path: check.path ?? '/' } };
}

/** Whether the executor makes that check, rather than Marathon. */
export const runByExecutor = ({ protocol }: HealthCheckDefinition): boolean => protocol === 'COMMAND' || protocol.startsWith('MESOS_');

/** The executor looks from inside the task's network, where a mapped port has the container's number. */
function portInTask(app: AppDefinition, check: HealthCheckDefinition, hostPorts: readonly (number | undefined)[]): number {
  if (check.port !== undefined) return check.port;
  const index = check.portIndex ?? 0;
  const containerPort = app.networks.every(({ mode }) => mode === 'host') ? 0 : app.container?.portMappings?.[index]?.containerPort;
  return containerPort || (hostPorts[index] ?? 0);
}
