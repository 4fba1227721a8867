import type { Store, StoreWrite } from '../../kernel/store.ts';
import { countsOf, noCounts, sumCounts, type InstanceCounts } from '../deployments/instance-counts.ts';
import { placementValue } from '../placement/placement-value.ts';
import type { FreedReservations } from '../reservations/freed-reservations.ts';
import { COLLECTIONS, type InstanceRecord } from '../state.ts';
import { healthOfTasks, taskIdsOf } from './container-tasks.ts';

/** A change of one instance: new when there is no `before`, over when there is no `after`. */
export interface InstanceChange {
  before?: InstanceRecord;
  after?: InstanceRecord;
}

interface AppInstances {
  byId: Map<string, InstanceRecord>;
  /** Those without a task, in the order in which they are to be launched. */
  waiting: Map<string, InstanceRecord>;
  versions: Map<string, OfVersion>;
  /** By field of a constraint, filled when first asked for and then kept up to date. */
  placed: Map<string, Map<string, number>>;
}

interface OfVersion {
  counts: InstanceCounts;
  /** Those meant to stay. */
  staying: Map<string, InstanceRecord>;
}

/** All instances with the indexes that keep the cost of a change independent of their number. */
export interface InstanceTracker {
  /** Oldest first. */
  all: () => InstanceRecord[];
  of: (appId: string) => InstanceRecord[];
  get: (id: string) => InstanceRecord | undefined;
  byTask: (taskId: string) => InstanceRecord | undefined;
  waiting: (appId: string) => Iterable<InstanceRecord>;
  waitingCount: (appId: string) => number;
  appsWaiting: () => Iterable<string>;
  totals: (appId: string) => InstanceCounts;
  ofVersion: (appId: string, version: string) => InstanceCounts;
  /** The instances meant to stay of those versions of the app that are chosen. */
  staying: (appId: string, chosen: (version: string) => boolean) => InstanceRecord[];
  /** How many placed instances of the app sit on each value of a constraint's field. */
  placed: (appId: string, field: string) => ReadonlyMap<string, number>;
  /** Stores the changes in one write together with `more`, then shows them. Throws StoreError, and then nothing changed. */
  save: (changes: readonly InstanceChange[], more?: readonly StoreWrite[]) => void;
  /** Shows changes that need not survive a crash (health). */
  show: (changes: readonly InstanceChange[]) => void;
}

/** `freed` is told of reservations whose instance is over, in the same write. */
export function createInstanceTracker(store: Store, freed: FreedReservations): InstanceTracker {
  const all = new Map<string, InstanceRecord>();
  const byTask = new Map<string, InstanceRecord>();
  const apps = new Map<string, AppInstances>();
  const appsWaiting = new Set<string>();
  const appOf = (id: string): AppInstances => {
    let app = apps.get(id);
    if (!app) apps.set(id, (app = { byId: new Map(), waiting: new Map(), versions: new Map(), placed: new Map() }));
    return app;
  };
  const remove = (instance: InstanceRecord): void => {
    const app = appOf(instance.appId);
    for (const taskId of taskIdsOf(instance)) byTask.delete(taskId);
    count(app, instance, -1);
    app.waiting.delete(instance.id);
    if (app.waiting.size === 0) appsWaiting.delete(instance.appId);
  };
  const add = (instance: InstanceRecord): void => {
    const app = appOf(instance.appId);
    all.set(instance.id, instance);
    app.byId.set(instance.id, instance);
    for (const taskId of taskIdsOf(instance)) byTask.set(taskId, instance);
    count(app, instance, 1);
    if (instance.condition !== 'Scheduled') return;
    app.waiting.set(instance.id, instance);
    appsWaiting.add(instance.appId);
  };
  const show = (changes: readonly InstanceChange[]): void => {
    for (const { before, after } of changes) {
      if (before) remove(before);
      if (after) add(after);
      else if (before) {
        all.delete(before.id);
        const app = appOf(before.appId);
        app.byId.delete(before.id);
        if (app.byId.size === 0) apps.delete(before.appId);
      }
    }
  };
  show(storedInstances(store).map((after) => ({ after })));

  return {
    all: () => [...all.values()],
    of: (appId) => [...(apps.get(appId)?.byId.values() ?? [])],
    get: (id) => all.get(id),
    byTask: (taskId) => byTask.get(taskId),
    waiting: (appId) => apps.get(appId)?.waiting.values() ?? [],
    waitingCount: (appId) => apps.get(appId)?.waiting.size ?? 0,
    appsWaiting: () => appsWaiting,
    totals: (appId) => [...(apps.get(appId)?.versions.values() ?? [])].map(({ counts }) => counts).reduce(sumCounts, noCounts()),
    ofVersion: (appId, version) => apps.get(appId)?.versions.get(version)?.counts ?? noCounts(),
    staying: (appId, chosen) => stayingOf(apps.get(appId)?.versions ?? new Map<string, OfVersion>(), chosen),
    placed: (appId, field) => placedOf(apps.get(appId), field),
    save(changes, more = []) {
      if (changes.length + more.length === 0) return;
      const released = freed.after(changes);
      store.write([...changes.map(writeOf), ...released.writes, ...more]);
      show(changes);
      released.show();
    },
    show,
  };
}

/** Oldest first. Health is found out again, but for pods, whose executors tell it with their tasks' states. */
function storedInstances(store: Store): InstanceRecord[] {
  const stored = store
    .list<InstanceRecord>(COLLECTIONS.instances)
    .map(([, instance]) => (instance.tasks ? { ...instance, health: healthOfTasks(instance.id, instance.tasks) } : instance));
  return stored.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

function stayingOf(versions: ReadonlyMap<string, OfVersion>, chosen: (version: string) => boolean): InstanceRecord[] {
  const found: InstanceRecord[] = [];
  for (const [version, { staying }] of versions) if (chosen(version)) for (const instance of staying.values()) found.push(instance);
  return found;
}

function writeOf({ before, after }: InstanceChange): StoreWrite {
  return { collection: COLLECTIONS.instances, key: (after ?? before)?.id ?? '', value: after && { ...after, health: [] } };
}

function count(app: AppInstances, instance: InstanceRecord, sign: 1 | -1): void {
  const share = countsOf(instance);
  const known = app.versions.get(instance.version) ?? { counts: noCounts(), staying: new Map<string, InstanceRecord>() };
  const { counts, staying } = known;
  for (const key of ['scheduled', 'live', 'retiring', 'serving'] as const) counts[key] += sign * share[key];
  if (sign === 1 && instance.goal === 'Running') staying.set(instance.id, instance);
  else staying.delete(instance.id);
  if (counts.scheduled + counts.live + staying.size === 0) app.versions.delete(instance.version);
  else app.versions.set(instance.version, known);
  for (const [field, placed] of app.placed) countPlace(placed, field, instance, sign);
}

function placedOf(app: AppInstances | undefined, field: string): ReadonlyMap<string, number> {
  if (!app) return new Map();
  let placed = app.placed.get(field);
  if (!placed) {
    app.placed.set(field, (placed = new Map()));
    for (const instance of app.byId.values()) countPlace(placed, field, instance, 1);
  }
  return placed;
}

function countPlace(placed: Map<string, number>, field: string, instance: InstanceRecord, sign: 1 | -1): void {
  const value = instance.placement && placementValue(instance.placement, field);
  if (value === undefined) return;
  const sum = (placed.get(value) ?? 0) + sign;
  if (sum === 0) placed.delete(value);
  else placed.set(value, sum);
}
