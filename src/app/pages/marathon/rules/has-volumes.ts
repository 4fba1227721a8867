import type { AppSummary } from '../../../live/marathon-wire.ts';

function volumesOf({ container }: AppSummary): Record<string, unknown>[] {
  const volumes = container?.['volumes'];
  return Array.isArray(volumes) ? volumes.filter((volume) => typeof volume === 'object' && volume !== null) : [];
}

export const hasVolumes = (app: AppSummary): boolean => volumesOf(app).length > 0;

/** Volumes that outlive the instance that they were made for. */
export const hasPersistentVolumes = (app: AppSummary): boolean =>
  volumesOf(app).some(({ persistent }) => persistent !== undefined && persistent !== null);
