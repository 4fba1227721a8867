import type { AppDetail, AppSummary, Task } from '../../../live/marathon-wire.ts';

export type VolumeStatus = 'attached' | 'detached' | 'unavailable';

/** A volume of an app, or of one of its instances. */
export interface AppVolume {
  /** Marathon's name of a persistent volume (`web#data#<uuid>`); for others the name or the path on the agent. */
  id: string;
  type: 'persistent' | 'external' | 'docker';
  /** The instance that has it, of a persistent one. */
  taskId: string | undefined;
  host: string | undefined;
  containerPath: string;
  /** MiB; undefined where nobody knows. */
  size: number | undefined;
  /** `RO` or `RW`. */
  mode: string;
  status: VolumeStatus;
}

interface VolumeDefinition {
  containerPath?: unknown;
  hostPath?: unknown;
  mode?: unknown;
  persistent?: { size?: unknown };
  external?: { name?: unknown; size?: unknown };
}

/** All volumes: those kept on agents once an instance, the others once each as they are defined. */
export function appVolumes(app: AppDetail): AppVolume[] {
  const definitions = definitionsOf(app);
  const kept = app.tasks.flatMap((task) => task.localVolumes.map((volume) => keptVolume(volume, task, definitions)));
  const shared = definitions.flatMap((definition) => sharedVolume(definition, app));
  return [...kept, ...shared];
}

export const hasVolumes = (app: AppDetail): boolean =>
  definitionsOf(app).length > 0 || app.tasks.some((task) => task.localVolumes.length > 0);

function definitionsOf({ container }: AppSummary): VolumeDefinition[] {
  const volumes = container?.['volumes'];
  return Array.isArray(volumes)
    ? volumes.filter((volume): volume is VolumeDefinition => typeof volume === 'object' && volume !== null)
    : [];
}

function keptVolume(
  { containerPath, persistenceId }: Task['localVolumes'][number],
  task: Task,
  definitions: readonly VolumeDefinition[],
): AppVolume {
  // Before 1.5 the path was a part of the id only.
  const path = containerPath || (persistenceId.split('#')[1] ?? '');
  const definition = definitions.find((each) => each.containerPath === path);
  return {
    id: persistenceId,
    type: 'persistent',
    taskId: task.id,
    host: task.host ?? undefined,
    containerPath: path,
    size: numberOf(definition?.persistent?.size),
    mode: textOf(definition?.mode) ?? 'RW',
    status: statusOf(task),
  };
}

/** A task that was never started, or has ended, is a reservation that waits for its next launch. */
function statusOf({ state, startedAt }: Task): VolumeStatus {
  if (state === 'TASK_UNREACHABLE' || state === 'TASK_LOST') return 'unavailable';
  return startedAt && (state === 'TASK_RUNNING' || state === undefined || state === null) ? 'attached' : 'detached';
}

function sharedVolume({ containerPath, hostPath, mode, external }: VolumeDefinition, app: AppDetail): AppVolume[] {
  const name = textOf(external?.name);
  const path = textOf(hostPath);
  if (external === undefined && path === undefined) return [];
  return [
    {
      id: name ?? path ?? textOf(containerPath) ?? '',
      type: external === undefined ? 'docker' : 'external',
      taskId: undefined,
      host: undefined,
      containerPath: textOf(containerPath) ?? '',
      size: numberOf(external?.size),
      mode: textOf(mode) ?? 'RW',
      status: app.tasksRunning > 0 ? 'attached' : 'detached',
    },
  ];
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
