import { persistentVolumesOf } from '../../../api/marathon/resident-rules.ts';
import { isPod, type RunSpec } from '../../../api/marathon/run-spec.ts';
import type { Instance } from '../core.ts';
import { safeId } from '../tasks/task-ids.ts';

export type LocalVolume = Instance['localVolumes'][number];

/** A volume to be made, with its size in MB. */
export interface NewVolume {
  volume: LocalVolume;
  size: number;
  /** Below the sandbox of the task, or of a pod's executor. */
  mountedAt: string;
}

/** MB that the volumes of one instance take beside its `disk`. */
export const volumeSize = (spec: RunSpec): number => persistentVolumesOf(spec).reduce((sum, { size }) => sum + size, 0);

/** Whether there is a place for such volumes: our agents have one disk, their root disk. */
export const isOnRootDisk = (spec: RunSpec): boolean => persistentVolumesOf(spec).every(({ type }) => type === 'root');

/** Where the containers of a pod find its volumes, below the sandbox of their executor. */
export const podVolumePath = (name: string): string => `volumes/${name}`;

/** New volumes for an instance, in the order of the app's or pod's. `newId` makes each of them another one, also where names are the same. */
export const newLocalVolumes = (spec: RunSpec, newId: () => string): NewVolume[] =>
  persistentVolumesOf(spec).map(({ containerPath, size }) => {
    const uuid = newId();
    const persistenceId = `${safeId(spec.id)}#${containerPath}#${uuid}`;
    const mountedAt = isPod(spec) ? podVolumePath(containerPath) : containerPath;
    return { volume: { runSpecId: spec.id, containerPath, uuid, persistenceId }, size, mountedAt };
  });
