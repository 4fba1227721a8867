import type { GroupDefinition, Timestamp } from '../../../api/marathon/definition.ts';
import { isPod, type RunSpec } from '../../../api/marathon/run-spec.ts';
import { limits } from '../../kernel/limits.ts';
import type { Store, StoreWrite } from '../../kernel/store.ts';
import { COLLECTIONS, type StoredGroup } from '../state.ts';
import { emptyGroup, groupsOf, parentId, specsById, specsOf } from './group-tree.ts';

/** Apps and pods that are gone, of which the versions are still known. */
const DELETED_SPECS_REMEMBERED = 200;

/** The wished state: all groups, apps and pods as they are now, and the versions that apps and pods had. */
export interface Catalog {
  root: () => GroupDefinition;
  spec: (id: string) => RunSpec | undefined;
  specs: () => Iterable<RunSpec>;
  /** Newest first. They outlive the app or pod. */
  versions: (id: string) => Timestamp[];
  /** The definition of a version; undefined for an unknown one, or one that is forgotten. */
  specAt: (id: string, version: Timestamp) => RunSpec | undefined;
  /** What has to be stored to make `root` the wished state, and the step that then shows it. */
  change: (root: GroupDefinition) => { writes: StoreWrite[]; show: () => void };
}

export function createCatalog(store: Store, now: Timestamp): Catalog {
  const versions = new Map<string, Map<Timestamp, RunSpec>>();
  const versionsOf = (id: string): Map<Timestamp, RunSpec> => {
    let known = versions.get(id);
    if (!known) versions.set(id, (known = new Map()));
    return known;
  };
  for (const [, spec] of store.list<RunSpec>(COLLECTIONS.versions)) versionsOf(spec.id).set(spec.version, spec);
  let root = storedRoot(store) ?? emptyGroup('/', now);
  let specs = specsById(root);

  return {
    root: () => root,
    spec: (id) => specs.get(id),
    specs: () => specs.values(),
    versions: (id) => [...(versions.get(id)?.keys() ?? [])].sort().reverse(),
    specAt: (id, version) => versions.get(id)?.get(version),
    change(next) {
      const changed = [...specsOf(next)].filter((spec) => specs.get(spec.id) !== spec);
      const added = changed.filter((spec) => !versions.get(spec.id)?.has(spec.version));
      const nextSpecs = specsById(next);
      const removed = removedKeys(specs, nextSpecs);
      const forgotten = [
        ...added.flatMap((spec) => surplusVersions(spec, versions.get(spec.id))),
        ...(removed.length > 0 ? versionsOfLongGone(versions, new Set([...nextSpecs.keys(), ...removed])) : []),
      ];
      const writes = [
        ...groupWrites(root, next),
        ...changed.map((spec) => ({ collection: COLLECTIONS.specs, key: spec.id, value: spec })),
        ...removed.map((key) => ({ collection: COLLECTIONS.specs, key, value: undefined })),
        ...added.map((spec) => ({ collection: COLLECTIONS.versions, key: versionKey(spec), value: spec })),
        ...forgotten.map((spec) => ({ collection: COLLECTIONS.versions, key: versionKey(spec), value: undefined })),
      ];
      const show = (): void => {
        root = next;
        specs = nextSpecs;
        for (const spec of added) versionsOf(spec.id).set(spec.version, spec);
        for (const spec of forgotten) {
          versionsOf(spec.id).delete(spec.version);
          if (versionsOf(spec.id).size === 0) versions.delete(spec.id);
        }
      };
      return { writes, show };
    },
  };
}

const versionKey = ({ id, version }: RunSpec): string => `${id}@${version}`;

/** The oldest versions beyond the limit, counting the one that is about to be added. */
function surplusVersions(spec: RunSpec, known: ReadonlyMap<Timestamp, RunSpec> | undefined): RunSpec[] {
  const oldestFirst = [...(known?.values() ?? [])].sort((a, b) => (a.version < b.version ? -1 : 1));
  return oldestFirst
    .filter(({ version }) => version !== spec.version)
    .slice(0, Math.max(0, oldestFirst.length + 1 - limits.versionsPerApp));
}

/** All versions of the apps and pods that are gone longest, beyond the limit. */
function versionsOfLongGone(versions: ReadonlyMap<string, ReadonlyMap<Timestamp, RunSpec>>, kept: ReadonlySet<string>): RunSpec[] {
  const newest = (id: string): Timestamp => [...(versions.get(id)?.keys() ?? [])].reduce((a, b) => (a > b ? a : b), '');
  const gone = [...versions.keys()].filter((id) => !kept.has(id)).map((id) => ({ id, newest: newest(id) }));
  gone.sort((a, b) => (a.newest > b.newest ? -1 : 1));
  return gone.slice(DELETED_SPECS_REMEMBERED).flatMap(({ id }) => [...(versions.get(id)?.values() ?? [])]);
}

const removedKeys = <T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): string[] =>
  [...before.keys()].filter((key) => !after.has(key));

function groupWrites(before: GroupDefinition, after: GroupDefinition): StoreWrite[] {
  const known = new Map([...groupsOf(before)].map((group) => [group.id, group]));
  const next = new Map([...groupsOf(after)].map((group) => [group.id, group]));
  const changed = [...next.values()].filter((group) => known.get(group.id) !== group);
  return [
    ...changed.map(({ apps: _apps, pods: _pods, groups: _groups, ...stored }) => ({
      collection: COLLECTIONS.groups,
      key: stored.id,
      value: stored,
    })),
    ...removedKeys(known, next).map((key) => ({ collection: COLLECTIONS.groups, key, value: undefined })),
  ];
}

/** The tree put together again: groups by their ids, apps and pods into the groups that their ids name. */
function storedRoot(store: Store): GroupDefinition | undefined {
  const stored = store.list<StoredGroup>(COLLECTIONS.groups);
  const groups = new Map(stored.map(([id, group]): [string, GroupDefinition] => [id, { ...group, apps: [], pods: [], groups: [] }]));
  for (const [id, group] of groups) if (id !== '/') groups.get(parentId(id))?.groups.push(group);
  for (const [id, spec] of store.list<RunSpec>(COLLECTIONS.specs)) {
    const group = groups.get(parentId(id));
    if (isPod(spec)) group?.pods.push(spec);
    else group?.apps.push(spec);
  }
  return groups.get('/');
}
