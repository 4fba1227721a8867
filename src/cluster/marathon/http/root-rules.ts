import type { GroupDefinition } from '../../../api/marathon/definition.ts';
import { appsOf, groupsOf, podsOf } from '../definitions/group-tree.ts';
import { invalid, invalidObject } from '../errors.ts';

/** Rules between the objects of the tree. Errors: 422 for one id of two objects, and for dependencies in a circle. */
export function checkRoot(root: GroupDefinition): void {
  const groups = new Set([...groupsOf(root)].map(({ id }) => id));
  for (const { id } of appsOf(root)) {
    if (groups.has(id)) throw invalidObject('/', `Groups and Applications may not have the same identifier: ${id}`);
  }
  for (const { id } of podsOf(root)) {
    if (groups.has(id)) throw invalidObject('/', `Groups and Pods may not have the same identifier: ${id}`);
  }
  const shared = sharedIds(root, '');
  if (shared.length > 0) {
    const errors = ['Applications and Pods may not share the same id'];
    throw invalid({ message: 'Object is not valid', details: shared.map((path) => ({ path: path || '/', errors })) });
  }
  if (hasCycle(dependencyEdges(root))) throw invalidObject('/', 'Dependency graph has cyclic dependencies.');
}

/** Where an app and a pod have one id: the group that they are in, after all those around it (recorded). */
function sharedIds(group: GroupDefinition, path: string): string[] {
  const pods = new Set(group.pods.map(({ id }) => id));
  const below = group.groups.flatMap((child, index) => sharedIds(child, `${path}/groups(${index})`));
  return below.length > 0 || group.apps.some(({ id }) => pods.has(id)) ? [path, ...below] : [];
}

/**
 * What has to run before what. A group counts as a node that needs all it holds, so a dependency on a group is one edge;
 * each app needs what it names and what the groups around it name. Apps without any of these are left out.
 */
function dependencyEdges(root: GroupDefinition): Map<string, readonly string[]> {
  const edges = new Map<string, readonly string[]>();
  const targets = new Set<string>();
  const collect = (group: GroupDefinition, inherited: readonly string[]): void => {
    const named = [...inherited, ...group.dependencies];
    for (const app of group.apps) {
      const needs = [...named, ...(app.dependencies ?? [])];
      if (needs.length > 0) edges.set(app.id, needs);
      for (const id of needs) targets.add(id);
    }
    for (const { id } of group.pods) if (named.length > 0) edges.set(id, named);
    if (group.pods.length > 0) for (const id of named) targets.add(id);
    for (const child of group.groups) collect(child, named);
  };
  collect(root, []);
  if (targets.size === 0) return edges;
  for (const group of groupsOf(root))
    edges.set(
      group.id,
      [...group.apps, ...group.pods, ...group.groups].map(({ id }) => id),
    );
  return edges;
}

/** Takes away nodes that nothing needs until none is left; what cannot be taken away is on or behind a circle. */
function hasCycle(edges: ReadonlyMap<string, readonly string[]>): boolean {
  const needed = new Map<string, number>();
  for (const targets of edges.values()) for (const id of targets) needed.set(id, (needed.get(id) ?? 0) + 1);
  const free = [...edges.keys()].filter((id) => !needed.has(id));
  let taken = 0;
  for (let id = free.pop(); id !== undefined; id = free.pop()) {
    taken++;
    for (const target of edges.get(id) ?? []) {
      const left = (needed.get(target) ?? 0) - 1;
      needed.set(target, left);
      if (left === 0 && edges.has(target)) free.push(target);
    }
  }
  return taken < edges.size;
}
