import type { AppDefinition } from '../../../api/marathon/definition.ts';
import { persistentVolumesOf } from '../../../api/marathon/resident-rules.ts';
import type { Instance } from '../core.ts';
import { safeId } from '../tasks/task-ids.ts';

export type LocalVolume = Instance['localVolumes'][number];

/** A volume to be made, with its size in MB. */
export interface NewVolume {
  volume: LocalVolume;
  size: number;
}

/** MB that the volumes of one instance take beside its `disk`. */
export const volumeSize = (app: AppDefinition): number => persistentVolumesOf(app).reduce((sum, { size }) => sum + size, 0);

/** Whether there is a place for such volumes: our agents have one disk, their root disk. */
export const isOnRootDisk = (app: AppDefinition): boolean => persistentVolumesOf(app).every(({ type }) => type === 'root');

/** New volumes for an instance, in the order of the app's. `newId` makes each of them another one, also where paths are the same. */
export const newLocalVolumes = (app: AppDefinition, newId: () => string): NewVolume[] =>
  persistentVolumesOf(app).map(({ containerPath, size }) => {
    const uuid = newId();
    return { volume: { runSpecId: app.id, containerPath, uuid, persistenceId: `${safeId(app.id)}#${containerPath}#${uuid}` }, size };
  });
