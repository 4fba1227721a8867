import type { AppDefinition, GroupDefinition, Timestamp } from '../../../api/marathon/definition.ts';
import { limits } from '../../kernel/limits.ts';
import type { Store, StoreWrite } from '../../kernel/store.ts';
import { COLLECTIONS, type StoredGroup } from '../state.ts';
import { appsById, appsOf, emptyGroup, groupsOf, parentId } from './group-tree.ts';

/** Apps that are gone, of which the versions are still known. */
const DELETED_APPS_REMEMBERED = 200;

/** The wished state: all groups and apps as they are now, and the versions that apps had. */
export interface Catalog {
  root: () => GroupDefinition;
  app: (id: string) => AppDefinition | undefined;
  apps: () => Iterable<AppDefinition>;
  /** Newest first. They outlive the app. */
  versions: (id: string) => Timestamp[];
  /** The definition of a version; undefined for an unknown one, or one that is forgotten. */
  appAt: (id: string, version: Timestamp) => AppDefinition | undefined;
  /** What has to be stored to make `root` the wished state, and the step that then shows it. */
  change: (root: GroupDefinition) => { writes: StoreWrite[]; show: () => void };
}

export function createCatalog(store: Store, now: Timestamp): Catalog {
  const versions = new Map<string, Map<Timestamp, AppDefinition>>();
  const versionsOf = (id: string): Map<Timestamp, AppDefinition> => {
    let known = versions.get(id);
    if (!known) versions.set(id, (known = new Map()));
    return known;
  };
  for (const [, app] of store.list<AppDefinition>(COLLECTIONS.versions)) versionsOf(app.id).set(app.version, app);
  let root = storedRoot(store) ?? emptyGroup('/', now);
  let apps = appsById(root);

  return {
    root: () => root,
    app: (id) => apps.get(id),
    apps: () => apps.values(),
    versions: (id) => [...(versions.get(id)?.keys() ?? [])].sort().reverse(),
    appAt: (id, version) => versions.get(id)?.get(version),
    change(next) {
      const changed = [...appsOf(next)].filter((app) => apps.get(app.id) !== app);
      const added = changed.filter((app) => !versions.get(app.id)?.has(app.version));
      const nextApps = appsById(next);
      const removed = removedKeys(apps, nextApps);
      const forgotten = [
        ...added.flatMap((app) => surplusVersions(app, versions.get(app.id))),
        ...(removed.length > 0 ? versionsOfLongGone(versions, new Set([...nextApps.keys(), ...removed])) : []),
      ];
      const writes = [
        ...groupWrites(root, next),
        ...changed.map((app) => ({ collection: COLLECTIONS.apps, key: app.id, value: app })),
        ...removed.map((key) => ({ collection: COLLECTIONS.apps, key, value: undefined })),
        ...added.map((app) => ({ collection: COLLECTIONS.versions, key: versionKey(app), value: app })),
        ...forgotten.map((app) => ({ collection: COLLECTIONS.versions, key: versionKey(app), value: undefined })),
      ];
      const show = (): void => {
        root = next;
        apps = nextApps;
        for (const app of added) versionsOf(app.id).set(app.version, app);
        for (const app of forgotten) {
          versionsOf(app.id).delete(app.version);
          if (versionsOf(app.id).size === 0) versions.delete(app.id);
        }
      };
      return { writes, show };
    },
  };
}

const versionKey = ({ id, version }: AppDefinition): string => `${id}@${version}`;

/** The oldest versions beyond the limit, counting the one that is about to be added. */
function surplusVersions(app: AppDefinition, known: ReadonlyMap<Timestamp, AppDefinition> | undefined): AppDefinition[] {
  const oldestFirst = [...(known?.values() ?? [])].sort((a, b) => (a.version < b.version ? -1 : 1));
  return oldestFirst.filter(({ version }) => version !== app.version).slice(0, Math.max(0, oldestFirst.length + 1 - limits.versionsPerApp));
}

/** All versions of the apps that are gone longest, beyond the limit. */
function versionsOfLongGone(
  versions: ReadonlyMap<string, ReadonlyMap<Timestamp, AppDefinition>>,
  kept: ReadonlySet<string>,
): AppDefinition[] {
  const newest = (id: string): Timestamp => [...(versions.get(id)?.keys() ?? [])].reduce((a, b) => (a > b ? a : b), '');
  const gone = [...versions.keys()].filter((id) => !kept.has(id)).map((id) => ({ id, newest: newest(id) }));
  gone.sort((a, b) => (a.newest > b.newest ? -1 : 1));
  return gone.slice(DELETED_APPS_REMEMBERED).flatMap(({ id }) => [...(versions.get(id)?.values() ?? [])]);
}

const removedKeys = <T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): string[] =>
  [...before.keys()].filter((key) => !after.has(key));

function groupWrites(before: GroupDefinition, after: GroupDefinition): StoreWrite[] {
  const known = new Map([...groupsOf(before)].map((group) => [group.id, group]));
  const next = new Map([...groupsOf(after)].map((group) => [group.id, group]));
  const changed = [...next.values()].filter((group) => known.get(group.id) !== group);
  return [
    ...changed.map(({ apps: _apps, groups: _groups, ...stored }) => ({ collection: COLLECTIONS.groups, key: stored.id, value: stored })),
    ...removedKeys(known, next).map((key) => ({ collection: COLLECTIONS.groups, key, value: undefined })),
  ];
}

/** The tree put together again: groups by their ids, apps into the groups that their ids name. */
function storedRoot(store: Store): GroupDefinition | undefined {
  const groups = new Map(
    store.list<StoredGroup>(COLLECTIONS.groups).map(([id, group]): [string, GroupDefinition] => [id, { ...group, apps: [], groups: [] }]),
  );
  for (const [id, group] of groups) if (id !== '/') groups.get(parentId(id))?.groups.push(group);
  for (const [id, app] of store.list<AppDefinition>(COLLECTIONS.apps)) groups.get(parentId(id))?.apps.push(app);
  return groups.get('/');
}
