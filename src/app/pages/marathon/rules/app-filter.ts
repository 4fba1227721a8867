import type { AppSummary } from '../../../live/marathon-wire.ts';
import type { AppRow } from './app-rows.ts';
import type { AppStatus } from './app-status.ts';
import { hasVolumes } from './has-volumes.ts';
import { fuzzyScore } from '../../../util/fuzzy-score.ts';

export const HEALTHS = ['healthy', 'unhealthy', 'unknown'] as const;
export type Health = (typeof HEALTHS)[number];

/** What the list shows: one of the chosen values of each block (none chosen: all), and the text. */
export interface AppFilter {
  text: string;
  statuses: readonly AppStatus[];
  healths: readonly Health[];
  /** As `key:value`. */
  labels: readonly string[];
  /** Only apps with volumes. */
  volumes: boolean;
}

/** How many apps each choice of the filter stands for, before any of them is made. */
export interface FilterCounts {
  statuses: ReadonlyMap<AppStatus, number>;
  healths: ReadonlyMap<Health, number>;
  /** In the order of the alphabet. */
  labels: ReadonlyMap<string, number>;
  volumes: number;
}

export const chosenCount = ({ statuses, healths, labels, volumes }: AppFilter): number =>
  statuses.length + healths.length + labels.length + Number(volumes);

export const isFiltering = (filter: AppFilter): boolean => filter.text.trim() !== '' || chosenCount(filter) > 0;

export const labelText = (key: string, value: string): string => `${key}:${value}`;

const knownLabels = new WeakMap<AppSummary, readonly string[]>();

/** Kept with the app: all labels of all apps are looked at with each letter that is typed and each event. */
function labelsOf(app: AppSummary): readonly string[] {
  const known = knownLabels.get(app);
  if (known !== undefined) return known;
  const labels = Object.entries(app.labels).map(([key, value]) => labelText(key, value));
  knownLabels.set(app, labels);
  return labels;
}

/** An app is what any of its running instances is: it can be both healthy and unhealthy. */
function healthsOf({ tasksRunning, tasksHealthy, tasksUnhealthy }: AppSummary): Health[] {
  const counts = { healthy: tasksHealthy, unhealthy: tasksUnhealthy, unknown: tasksRunning - tasksHealthy - tasksUnhealthy };
  return HEALTHS.filter((health) => counts[health] > 0);
}

const isAnyOf = <Value>(values: readonly Value[], chosen: readonly Value[]): boolean =>
  chosen.length === 0 || values.some((value) => chosen.includes(value));

/** How well an app fits the text of the filter: its id loosely, its labels to the letter. 0: not at all. */
export function textScore(row: AppRow, typed: string): number {
  const text = typed.trim().toLowerCase();
  const byId = fuzzyScore(row.id.toLowerCase(), text);
  if (byId > 0 || row.kind === 'group') return byId;
  return labelsOf(row.app).some((label) => label.toLowerCase().includes(text)) ? 1 : 0;
}

export function matches(row: AppRow, { text, statuses, healths, labels, volumes }: AppFilter): boolean {
  if (row.kind === 'group') return false;
  return (
    isAnyOf(row.status === undefined ? [] : [row.status], statuses) &&
    isAnyOf(healthsOf(row.app), healths) &&
    isAnyOf(labelsOf(row.app), labels) &&
    (!volumes || hasVolumes(row.app)) &&
    textScore(row, text) > 0
  );
}

export function filterCounts(rows: readonly AppRow[]): FilterCounts {
  const statuses = new Map<AppStatus, number>();
  const healths = new Map<Health, number>();
  const labels = new Map<string, number>();
  let volumes = 0;
  for (const row of rows) {
    if (row.kind === 'group') continue;
    if (row.status !== undefined) countOne(statuses, row.status);
    for (const health of healthsOf(row.app)) countOne(healths, health);
    for (const label of labelsOf(row.app)) countOne(labels, label);
    volumes += Number(hasVolumes(row.app));
  }
  return { statuses, healths, labels: new Map([...labels].sort(([a], [b]) => (a < b ? -1 : 1))), volumes };
}

function countOne<Value>(counts: Map<Value, number>, value: Value): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}
