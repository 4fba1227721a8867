import type { GroupDefinition, Timestamp } from '../../../api/marathon/definition.ts';
import { asApp, asPod, type RunSpec } from '../../../api/marathon/run-spec.ts';
import { limits } from '../../kernel/limits.ts';
import type { Store, StoreWrite } from '../../kernel/store.ts';
import { COLLECTIONS, type StoredGroup } from '../state.ts';
import { groupsOf } from './group-tree.ts';

/** What groups held before: whole trees, one for each change, of which unchanged branches are shared. */
export interface GroupHistory {
  /** When the group, or anything in it, changed, newest first; empty for an unknown id. */
  groupVersions: (id: string) => Timestamp[];
  /** The group in one of its versions, or as it was in a version of the root group. */
  groupAt: (id: string, version: Timestamp) => GroupDefinition | undefined;
  /** What has to be stored for a new root group to be remembered, and the step that then remembers it. */
  record: (root: GroupDefinition) => { writes: StoreWrite[]; show: () => void };
}

/** A group as stored: what it holds is named by id and version, and stored once for all trees that it is part of. */
interface StoredTree extends StoredGroup {
  apps: [id: string, version: Timestamp][];
  /** Absent in what was stored before there were pods. */
  pods?: [id: string, version: Timestamp][];
  groups: [id: string, version: Timestamp][];
}

/** `specAt` knows the versions of apps and pods; a tree with a version that is forgotten is forgotten too. */
export function createGroupHistory(
  store: Store,
  current: GroupDefinition,
  specAt: (id: string, version: Timestamp) => RunSpec | undefined,
): GroupHistory {
  const nodes = new Map(store.list<StoredTree>(COLLECTIONS.groupVersions));
  const stored = new Set(nodes.keys());
  let roots = storedRoots(nodes, specAt);
  if (roots.at(-1)?.version !== current.version) roots.push(current);

  const groupIn = (root: GroupDefinition, id: string): GroupDefinition | undefined => [...groupsOf(root)].find((group) => group.id === id);
  return {
    groupVersions: (id) => [...new Set(roots.flatMap((root) => groupIn(root, id)?.version ?? []))].toReversed(),
    groupAt(id, version) {
      for (const root of roots) {
        const group = groupIn(root, id);
        if (group && (group.version === version || root.version === version)) return group;
      }
      return undefined;
    },
    record(root) {
      if (root === roots.at(-1)) return { writes: [], show: () => undefined };
      const next = [...roots, root].slice(-limits.versionsPerGroup);
      // A version of a group is in trees that follow one another: what the oldest kept tree has not, no later one has.
      const kept = new Set([...groupsOf(next[0] ?? root)].map(keyOf));
      const gone = roots.slice(0, roots.length + 1 - next.length).flatMap((old) => [...groupsOf(old)].map(keyOf));
      const removed = [...new Set(gone)].filter((key) => !kept.has(key) && stored.has(key));
      const added = [...new Set([...roots.slice(-1), root].flatMap((tree) => [...groupsOf(tree)]))].filter(
        (group) => !stored.has(keyOf(group)),
      );
      return {
        writes: [
          ...added.map((group) => ({ collection: COLLECTIONS.groupVersions, key: keyOf(group), value: treeOf(group) })),
          ...removed.map((key) => ({ collection: COLLECTIONS.groupVersions, key, value: undefined })),
        ],
        show() {
          roots = next;
          for (const group of added) stored.add(keyOf(group));
          for (const key of removed) stored.delete(key);
        },
      };
    },
  };
}

const keyOf = ({ id, version }: { id: string; version: Timestamp }): string => `${id}@${version}`;

const treeOf = (group: GroupDefinition): StoredTree => ({
  ...group,
  apps: group.apps.map(({ id, version }) => [id, version]),
  pods: group.pods.map(({ id, version }) => [id, version]),
  groups: group.groups.map(({ id, version }) => [id, version]),
});

/** The trees put together again, oldest first. */
function storedRoots(
  nodes: ReadonlyMap<string, StoredTree>,
  specAt: (id: string, version: Timestamp) => RunSpec | undefined,
): GroupDefinition[] {
  const built = new Map<string, GroupDefinition | undefined>();
  const build = (key: string): GroupDefinition | undefined => {
    if (built.has(key)) return built.get(key);
    const node = nodes.get(key);
    const apps = node?.apps.flatMap(([id, version]) => asApp(specAt(id, version)) ?? []) ?? [];
    const pods = node?.pods?.flatMap(([id, version]) => asPod(specAt(id, version)) ?? []) ?? [];
    const groups = node?.groups.flatMap(([id, version]) => build(keyOf({ id, version })) ?? []) ?? [];
    const complete =
      node && apps.length === node.apps.length && pods.length === (node.pods?.length ?? 0) && groups.length === node.groups.length;
    const group = complete ? { ...node, apps, pods, groups } : undefined;
    built.set(key, group);
    return group;
  };
  const roots = [...nodes].flatMap(([key, { id }]) => (id === '/' ? (build(key) ?? []) : []));
  return roots.sort((a, b) => (a.version < b.version ? -1 : 1));
}
