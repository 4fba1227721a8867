import type { AppDefinition, GroupDefinition, Timestamp } from '../../../api/marathon/definition.ts';
import { isConfigChange, sameData } from './config-change.ts';
import { appsById } from './group-tree.ts';

/**
 * The version of an app after a change (§7.1): a change of its configuration is a new version in every respect; a scale or a
 * restart is a new version that keeps `lastConfigChangeAt`; without a change the app stays what it was, version included.
 */
export function versionedApp(before: AppDefinition | undefined, after: AppDefinition, version: Timestamp, restart: boolean): AppDefinition {
  if (!before || isConfigChange(before, after))
    return { ...after, version, versionInfo: { lastScalingAt: version, lastConfigChangeAt: version } };
  if (!restart && before.instances === after.instances) return before;
  const lastConfigChangeAt = before.versionInfo?.lastConfigChangeAt ?? before.version;
  return { ...after, version, versionInfo: { lastScalingAt: version, lastConfigChangeAt } };
}

/**
 * Stamps the versions of apps and groups that a change touched; what it did not touch stays the same object, root included.
 * `kept` names apps whose definition is taken as it is (an undo brings the old version back).
 */
export function versionedRoot(
  before: GroupDefinition,
  after: GroupDefinition,
  version: Timestamp,
  options: { restart: ReadonlySet<string>; kept: ReadonlySet<string> },
): GroupDefinition {
  const known = appsById(before);
  const stampApp = (app: AppDefinition): AppDefinition =>
    options.kept.has(app.id) ? app : versionedApp(known.get(app.id), app, version, options.restart.has(app.id));
  const stampGroup = (old: GroupDefinition | undefined, group: GroupDefinition): GroupDefinition => {
    if (old === group && options.restart.size === 0) return group;
    const oldGroups = new Map(old?.groups.map((child) => [child.id, child]));
    const apps = group.apps.map(stampApp);
    const groups = group.groups.map((child) => stampGroup(oldGroups.get(child.id), child));
    const same =
      old &&
      sameMembers(old.apps, apps) &&
      sameMembers(old.groups, groups) &&
      sameData(old.dependencies, group.dependencies) &&
      old.enforceRole === group.enforceRole;
    return same ? old : { ...group, apps, groups, version };
  };
  return stampGroup(before, after);
}

const sameMembers = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((member, index) => member === b[index]);
