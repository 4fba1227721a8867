import { isPathId, resolveId } from '../../../api/marathon/app-id.ts';
import { faultOfApp } from '../../../api/marathon/app.ts';
import type { AppDefinition, GroupDefinition } from '../../../api/marathon/definition.ts';
import { faultAt } from '../../../api/marathon/faults.ts';
import { faultOfPod } from '../../../api/marathon/pod.ts';
import type { PodDefinition } from '../../../api/marathon/pod-definition.ts';
import { newPod } from '../../../api/marathon/pod-normalise.ts';
import type { GroupUpdate } from '../../../api/marathon/group.ts';
import { newApp, UNVERSIONED, type AppDefaults } from '../../../api/marathon/normalise.ts';
import { emptyGroup, isWithin, parentId } from '../definitions/group-tree.ts';
import { invalid, invalidObject } from '../errors.ts';

/** The last of several with one id wins. */
const uniqueById = <T extends { id: string }>(members: readonly T[]): T[] => [
  ...new Map(members.map((member) => [member.id, member])).values(),
];

function appOf(posted: NonNullable<GroupUpdate['apps']>[number], base: string, defaults: AppDefaults, path: string): AppDefinition {
  const app = newApp(posted, { ...defaults, base });
  checkParent(app.id, base, path);
  const fault = faultOfApp(app, defaults);
  if (fault) throw invalid(faultAt(path, fault));
  return app;
}

function podOf(posted: NonNullable<GroupUpdate['pods']>[number], base: string, defaults: AppDefaults, path: string): PodDefinition {
  const pod = newPod(posted, { ...defaults, base });
  checkParent(pod.id, base, path);
  const fault = faultOfPod(pod, defaults);
  if (fault) throw invalid(faultAt(path, fault));
  return pod;
}

function checkParent(id: string, base: string, path: string): void {
  if (parentId(id) !== base) throw invalidObject(`${path}/id`, `identifier ${id} is not child of ${base}. Hint: use relative paths.`);
}

function childOf(update: GroupUpdate, base: string, path: string): string {
  const id = resolveId(update.id ?? '', base);
  if (update.id === undefined || parentId(id) !== base || id === base) {
    throw invalidObject(`${path}/id`, `identifier ${id} is not child of ${base}. Hint: use relative paths.`);
  }
  return id;
}

function dependenciesOf(ids: readonly string[], base: string, path: string): string[] {
  const wrong = ids.findIndex((id) => !isPathId(id));
  if (wrong >= 0) throw invalidObject(`${path}/dependencies(${wrong})`, 'must be a path of lower-case letters, digits, dashes and dots');
  return ids.map((id) => resolveId(id, base));
}

export const ONLY_TOP_LEVEL = 'only a group right below the root can insist on its role';

export const isTopLevel = (id: string): boolean => id !== '/' && parentId(id) === '/';

/**
 * `current` with the keys of `update` in place of its own. Its groups that the update names are changed the same way, those
 * that it does not name are gone. Errors: 422 for an app that breaks a rule and for ids outside the group.
 */
export function changedGroup(current: GroupDefinition, update: GroupUpdate, given: AppDefaults, path = ''): GroupDefinition {
  const { id } = current;
  if (update.enforceRole && !isTopLevel(id)) throw invalidObject(`${path}/enforceRole`, ONLY_TOP_LEVEL);
  // What the body says of the role counts for the apps in the same body.
  const defaults =
    update.enforceRole === undefined || !isTopLevel(id) ? given : { ...given, enforcesRole: () => update.enforceRole === true };
  const apps = update.apps?.map((app, index) => appOf(app, id, defaults, `${path}/apps(${index})`));
  const pods = update.pods?.map((pod, index) => podOf(pod, id, defaults, `${path}/pods(${index})`));
  const groups = update.groups?.map((child, index) => {
    const at = `${path}/groups(${index})`;
    const childId = childOf(child, id, at);
    const known = current.groups.find((group) => group.id === childId);
    return changedGroup(known ?? emptyGroup(childId, UNVERSIONED), child, defaults, at);
  });
  return {
    ...current,
    ...(apps && { apps: uniqueById(apps) }),
    ...(pods && { pods: uniqueById(pods) }),
    ...(groups && { groups: uniqueById(groups) }),
    ...(update.dependencies && { dependencies: dependenciesOf(update.dependencies, id, path) }),
    ...(update.enforceRole !== undefined && { enforceRole: update.enforceRole }),
  };
}

/** The tree with the group set; groups on the way are made when they are missing. */
export function withGroup(root: GroupDefinition, group: GroupDefinition): GroupDefinition {
  if (group.id === root.id) return group;
  const known = root.groups.find((child) => isWithin(group.id, child.id));
  const direct = parentId(group.id) === root.id;
  const child = direct ? group : withGroup(known ?? emptyGroup(nextOnTheWay(root.id, group.id), UNVERSIONED), group);
  return { ...root, groups: known ? root.groups.map((other) => (other === known ? child : other)) : [...root.groups, child] };
}

function nextOnTheWay(from: string, to: string): string {
  let id = to;
  while (parentId(id) !== from) id = parentId(id);
  return id;
}

/** The tree without that group and all below it; the root is emptied instead. */
export function withoutGroup(root: GroupDefinition, id: string): GroupDefinition {
  if (id === root.id) return { ...root, apps: [], pods: [], groups: [] };
  return {
    ...root,
    groups: root.groups.flatMap((group) => (group.id === id ? [] : [isWithin(id, group.id) ? withoutGroup(group, id) : group])),
  };
}
