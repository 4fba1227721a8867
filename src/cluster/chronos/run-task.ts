import type { JobContainer, JobSettings } from '../../api/chronos/job.ts';
import { resourcesOf } from '../../api/mesos/quantities.ts';
import type { Offer } from '../../api/mesos/scheduler.ts';
import type { CommandInfo, CommandUri, ContainerInfo, EnvironmentVariable, TaskInfo } from '../../api/mesos/task.ts';
import { neededBy, type Waiting } from './offer-match.ts';

/** A run as it is handed to Mesos. */
export function runTask({ job, run }: Waiting, offer: Offer): TaskInfo {
  const { settings } = job;
  const container = settings.container && containerInfo(settings.container);
  return {
    name: `ChronosTask:${settings.name}`,
    task_id: { value: run.taskId },
    agent_id: offer.agent_id,
    resources: resourcesOf(neededBy(job), offer.allocation_info.role),
    command: command({ job, run }, offer),
    ...(container && { container }),
  };
}

function command({ job: { settings }, run }: Waiting, offer: Offer): CommandInfo {
  const extra = run.arguments === '' ? [] : [run.arguments];
  const uris = fetched(settings);
  const common = {
    user: settings.runAsUser,
    ...(uris.length > 0 && { uris }),
    environment: { variables: environment({ settings, run, host: offer.hostname }) },
  };
  // Without a shell the arguments are the program's own; a shell gets them at the end of its line.
  if (!settings.shell) return { shell: false, value: settings.command, arguments: [...settings.arguments, ...extra], ...common };
  return { shell: true, value: [settings.command, ...settings.arguments, ...extra].join(' '), ...common };
}

const fetched = ({ uris, fetch }: JobSettings): CommandUri[] => [
  ...uris.map((value) => ({ value, extract: true, executable: false, cache: false })),
  ...fetch.map(({ uri, extract, executable, cache, output_file: file }) => ({
    value: uri,
    extract,
    executable,
    cache,
    ...(file !== undefined && { output_file: file }),
  })),
];

/** What a run finds in its environment. Chronos' own variables come after those of the job, so they win (recorded). */
function environment({ settings, run, host }: { settings: JobSettings; run: Waiting['run']; host: string }): EnvironmentVariable[] {
  const given: Record<string, string> = {
    mesos_task_id: run.taskId,
    MESOS_TASK_ID: run.taskId,
    CHRONOS_JOB_OWNER: settings.owner,
    CHRONOS_JOB_NAME: settings.name,
    HOST: host,
    CHRONOS_RESOURCE_MEM: decimal(settings.mem),
    CHRONOS_RESOURCE_CPU: decimal(settings.cpus),
    CHRONOS_RESOURCE_DISK: decimal(settings.disk),
    CHRONOS_JOB_RUN_TIME: String(run.dueAt),
    CHRONOS_JOB_RUN_ATTEMPT: String(run.attempt),
  };
  return [...settings.environmentVariables, ...Object.entries(given).map(([name, value]) => ({ name, value }))];
}

/** As Java prints a number: `48.0`. */
const decimal = (value: number): string => (Number.isInteger(value) ? value.toFixed(1) : String(value));

function containerInfo(container: JobContainer): ContainerInfo {
  const { type, image, network, networkName, forcePullImage, parameters } = container;
  const common = {
    ...(container.volumes.length > 0 && {
      volumes: container.volumes.map(({ hostPath, containerPath, mode }) => ({
        container_path: containerPath,
        ...(hostPath !== undefined && { host_path: hostPath }),
        mode,
      })),
    }),
    ...(networkName !== undefined && { network_infos: [{ name: networkName }] }),
  };
  if (type === 'MESOS') return { type, mesos: { image: { type: 'DOCKER', docker: { name: image } } }, ...common };
  const docker = { image, network, privileged: false, force_pull_image: forcePullImage, ...(parameters.length > 0 && { parameters }) };
  return { type, docker, ...common };
}
