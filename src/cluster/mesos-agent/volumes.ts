import type { TaskInfo } from '../../api/mesos/task.ts';
import { reservedFor } from '../../api/mesos/quantities.ts';
import type { Resource } from '../../api/mesos/resources.ts';
import type { SandboxFiles } from '../executor/sandbox-files.ts';
import type { Log } from '../kernel/log.ts';
import type { ExecutorRecord } from './state.ts';

/** Volumes that the agent has directories for: persistent ones, which outlive the tasks that use them, and those within sandboxes. */

export interface MountedVolume {
  /** Of the volume on the agent. */
  directory: string;
  /** Where the task finds it; relative paths are below its sandbox. */
  containerPath: string;
  mode: 'RW' | 'RO';
}

/** As Mesos lays them out. A slash of a role would be a directory of its own, so a blank stands for it, which no role has. */
export function volumeDirectory(workDir: string, volume: Resource): string {
  return `${workDir}/volumes/roles/${reservedFor(volume).replaceAll('/', ' ')}/${volume.disk?.persistence?.id ?? ''}`;
}

const pathOf = ({ disk }: Resource): string => disk?.volume?.container_path ?? '';

export const isVolume = ({ disk }: Resource): boolean => disk?.persistence !== undefined;

/** The persistent volumes among a task's resources. */
export const persistentVolumes = (workDir: string, task: TaskInfo): MountedVolume[] =>
  task.resources.flatMap((resource) => {
    const mount = isVolume(resource) ? resource.disk?.volume : undefined;
    return mount ? [{ directory: volumeDirectory(workDir, resource), containerPath: mount.container_path, mode: mount.mode }] : [];
  });

/** Those within a sandbox: that of the container, or the one of its group's executor, which the containers of the group share. */
function sandboxVolumes(workDir: string, { task, group, directory }: Sandbox): MountedVolume[] {
  // What the group's executor has there may be a persistent volume.
  const ofGroup = new Map(
    (task.executor?.resources ?? []).flatMap((volume) => (isVolume(volume) ? [[pathOf(volume), volumeDirectory(workDir, volume)]] : [])),
  );
  return (task.container?.volumes ?? []).flatMap(({ source, container_path: containerPath, mode }) => {
    if (!source || leadsOut(source.sandbox_path.path)) return [];
    const { type, path } = source.sandbox_path;
    const shared = type === 'PARENT' ? group?.directory : undefined;
    const persistent = shared === undefined ? undefined : ofGroup.get(path);
    return [{ directory: persistent ?? `${shared ?? directory}/${path}`, containerPath, mode }];
  });
}

type Sandbox = Pick<ExecutorRecord, 'task' | 'group' | 'directory'>;

const leadsOut = (path: string): boolean => path.split('/').includes('..');

/** Why a task can not have its volumes; undefined when it can. Commands see the agent's own files, so theirs have to be in the sandbox. */
export function volumeFault({ container }: TaskInfo, inContainer: boolean): string | undefined {
  for (const { source, container_path: path } of container?.volumes ?? []) {
    if (source && (leadsOut(source.sandbox_path.path) || leadsOut(path))) return `the volume at ${path} leads out of the sandbox`;
    if (source && !inContainer && path.startsWith('/'))
      return `a command without an image can not have a volume at ${path}: use a path without a leading slash`;
  }
  return undefined;
}

/** All volumes that the agent has directories for. */
export const volumesOf = (workDir: string, sandbox: Sandbox): MountedVolume[] => [
  ...persistentVolumes(workDir, sandbox.task),
  ...sandboxVolumes(workDir, sandbox),
];

/** Keeps the directories of the volumes as they are to be: one change after the other, so that a volume made anew is empty. */
export interface VolumeDirectories {
  /** Makes what is missing and removes what is no volume any more. */
  change(before: readonly Resource[], after: readonly Resource[]): void;
  /** Resolves when what was asked for so far is done. */
  settled(): Promise<void>;
}

export function createVolumeDirectories(files: SandboxFiles, workDir: string, log: Log): VolumeDirectories {
  const directories = (resources: readonly Resource[]): Set<string> =>
    new Set(resources.filter(isVolume).map((volume) => volumeDirectory(workDir, volume)));
  let work = Promise.resolve();
  const next = (directory: string, change: (directory: string) => Promise<void>, done: string): void => {
    work = work
      .then(() => change(directory))
      .catch((fault: unknown) => log.error(`The persistent volume ${directory} could not be ${done}: ${String(fault)}`));
  };
  return {
    change(before, after) {
      const [old, wanted] = [directories(before), directories(after)];
      for (const directory of old) if (!wanted.has(directory)) next(directory, (path) => files.remove(path), 'removed');
      for (const directory of wanted) next(directory, (path) => files.makeDirectory(path), 'made');
    },
    settled: () => work,
  };
}
