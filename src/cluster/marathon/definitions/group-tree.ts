import type { AppDefinition, GroupDefinition } from '../../../api/marathon/definition.ts';
import type { PodDefinition } from '../../../api/marathon/pod-definition.ts';
import { isPod, type RunSpec } from '../../../api/marathon/run-spec.ts';

/** The id of the group that an app or a group is in: `/a/b` of `/a/b/c`, `/` of `/a`. */
export function parentId(id: string): string {
  const slash = id.lastIndexOf('/');
  return slash <= 0 ? '/' : id.slice(0, slash);
}

/** Whether `id` is `group` or lies below it. */
export const isWithin = (id: string, group: string): boolean => group === '/' || id === group || id.startsWith(`${group}/`);

/** The deepest group that holds all those groups; `/` for none. */
export function commonGroup(ids: readonly string[]): string {
  const [first = '/', ...others] = ids;
  return others.reduce((common, id) => {
    let group = common;
    while (!isWithin(id, group)) group = parentId(group);
    return group;
  }, first);
}

export function* groupsOf(root: GroupDefinition): Generator<GroupDefinition> {
  yield root;
  for (const group of root.groups) yield* groupsOf(group);
}

export function* appsOf(root: GroupDefinition): Generator<AppDefinition> {
  for (const group of groupsOf(root)) yield* group.apps;
}

export function* podsOf(root: GroupDefinition): Generator<PodDefinition> {
  for (const group of groupsOf(root)) yield* group.pods;
}

export function* specsOf(root: GroupDefinition): Generator<RunSpec> {
  yield* appsOf(root);
  yield* podsOf(root);
}

export const byId = <T extends { id: string }>(members: Iterable<T>): Map<string, T> =>
  new Map([...members].map((member) => [member.id, member]));

export const specsById = (root: GroupDefinition): Map<string, RunSpec> => byId(specsOf(root));

export function mapApps(root: GroupDefinition, change: (app: AppDefinition) => AppDefinition): GroupDefinition {
  return { ...root, apps: root.apps.map(change), groups: root.groups.map((group) => mapApps(group, change)) };
}

/** Every app and pod with another number of instances. */
export function scaledGroup(root: GroupDefinition, instances: (spec: RunSpec) => number): GroupDefinition {
  const scaled = <T extends RunSpec>(spec: T): T => ({ ...spec, instances: instances(spec) });
  return {
    ...root,
    apps: root.apps.map(scaled),
    pods: root.pods.map(scaled),
    groups: root.groups.map((group) => scaledGroup(group, instances)),
  };
}

export const emptyGroup = (id: string, version: string): GroupDefinition => ({
  id,
  apps: [],
  pods: [],
  groups: [],
  dependencies: [],
  version,
});

/** The tree with the app or pod set (or replaced); groups on the way are made when they are missing. */
export function withSpec(group: GroupDefinition, spec: RunSpec): GroupDefinition {
  if (parentId(spec.id) === group.id)
    return isPod(spec) ? { ...group, pods: withMember(group.pods, spec) } : { ...group, apps: withMember(group.apps, spec) };
  const next = childOnTheWay(group.id, spec.id);
  const child = group.groups.find(({ id }) => id === next);
  const changed = withSpec(child ?? emptyGroup(next, group.version), spec);
  return { ...group, groups: child ? group.groups.map((other) => (other === child ? changed : other)) : [...group.groups, changed] };
}

const withMember = <T extends { id: string }>(members: readonly T[], member: T): T[] =>
  members.some(({ id }) => id === member.id) ? members.map((other) => (other.id === member.id ? member : other)) : [...members, member];

function childOnTheWay(group: string, target: string): string {
  const prefix = group === '/' ? '/' : `${group}/`;
  const end = target.indexOf('/', prefix.length);
  return end < 0 ? target : target.slice(0, end);
}

/** The tree without the app or pod of that id; its groups stay. */
export function withoutSpec(root: GroupDefinition, id: string): GroupDefinition {
  return {
    ...root,
    apps: root.apps.filter((app) => app.id !== id),
    pods: root.pods.filter((pod) => pod.id !== id),
    groups: root.groups.map((group) => (isWithin(id, group.id) ? withoutSpec(group, id) : group)),
  };
}

/** The tree without those of the named groups that hold nothing. */
export function withoutEmptyGroups(root: GroupDefinition, ids: ReadonlySet<string>): GroupDefinition {
  const groups = root.groups
    .map((group) => withoutEmptyGroups(group, ids))
    .filter((group) => !(ids.has(group.id) && group.apps.length + group.pods.length === 0 && group.groups.length === 0));
  return { ...root, groups };
}
