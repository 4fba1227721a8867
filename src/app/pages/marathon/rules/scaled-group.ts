import type { AppSummary } from '../../../live/marathon-wire.ts';
import { isBelow } from './app-rows.ts';

export interface ScaledApp {
  id: string;
  from: number;
  to: number;
}

/** The factor that a text stands for: any number from 0 on. */
export function readFactor(text: string): number | undefined {
  const factor = text.trim() === '' ? Number.NaN : Number(text.replace(',', '.'));
  return Number.isFinite(factor) && factor >= 0 ? factor : undefined;
}

/** The apps of a group whose instances a factor changes. Marathon rounds up. */
export function scaledApps(apps: readonly AppSummary[], groupId: string, factor: number): ScaledApp[] {
  return apps
    .filter(({ id }) => isBelow(id, groupId))
    .map(({ id, instances }) => ({ id, from: instances, to: Math.ceil(instances * factor) }))
    .filter(({ from, to }) => from !== to);
}
