import type { AppDefinition, GroupDefinition } from '../../../api/marathon/definition.ts';

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

export const appsById = (root: GroupDefinition): Map<string, AppDefinition> => new Map([...appsOf(root)].map((app) => [app.id, app]));

export function mapApps(root: GroupDefinition, change: (app: AppDefinition) => AppDefinition): GroupDefinition {
  return { ...root, apps: root.apps.map(change), groups: root.groups.map((group) => mapApps(group, change)) };
}

export const emptyGroup = (id: string, version: string): GroupDefinition => ({ id, apps: [], groups: [], dependencies: [], version });

/** The tree with the app set (or replaced); groups on the way are made when they are missing. */
export function withApp(group: GroupDefinition, app: AppDefinition): GroupDefinition {
  if (parentId(app.id) === group.id) {
    const known = group.apps.some(({ id }) => id === app.id);
    return { ...group, apps: known ? group.apps.map((other) => (other.id === app.id ? app : other)) : [...group.apps, app] };
  }
  const next = childOnTheWay(group.id, app.id);
  const child = group.groups.find(({ id }) => id === next);
  const changed = withApp(child ?? emptyGroup(next, group.version), app);
  return { ...group, groups: child ? group.groups.map((other) => (other === child ? changed : other)) : [...group.groups, changed] };
}

function childOnTheWay(group: string, target: string): string {
  const prefix = group === '/' ? '/' : `${group}/`;
  const end = target.indexOf('/', prefix.length);
  return end < 0 ? target : target.slice(0, end);
}

/** The tree without that app; its groups stay. */
export function withoutApp(root: GroupDefinition, id: string): GroupDefinition {
  return {
    ...root,
    apps: root.apps.filter((app) => app.id !== id),
    groups: root.groups.map((group) => (isWithin(id, group.id) ? withoutApp(group, id) : group)),
  };
}

/** The tree without those of the named groups that hold nothing. */
export function withoutEmptyGroups(root: GroupDefinition, ids: ReadonlySet<string>): GroupDefinition {
  const groups = root.groups
    .map((group) => withoutEmptyGroups(group, ids))
    .filter((group) => !(ids.has(group.id) && group.apps.length === 0 && group.groups.length === 0));
  return { ...root, groups };
}
