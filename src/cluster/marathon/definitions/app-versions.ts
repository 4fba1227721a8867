import type { GroupDefinition, Timestamp } from '../../../api/marathon/definition.ts';
import type { RunSpec } from '../../../api/marathon/run-spec.ts';
import { isConfigChange, sameData } from './config-change.ts';
import { appsOf, byId, podsOf } from './group-tree.ts';

/**
 * The version of an app or pod after a change (§7.1): a change of its configuration is a new version in every respect; a scale or a
 * restart is a new version that keeps `lastConfigChangeAt`; without a change it stays what it was, version included.
 */
export function versionedSpec<T extends RunSpec>(before: T | undefined, after: T, version: Timestamp, restart: boolean): T {
  if (!before || isConfigChange(before, after))
    return { ...after, version, versionInfo: { lastScalingAt: version, lastConfigChangeAt: version } };
  if (!restart && before.instances === after.instances) return before;
  const lastConfigChangeAt = before.versionInfo?.lastConfigChangeAt ?? before.version;
  return { ...after, version, versionInfo: { lastScalingAt: version, lastConfigChangeAt } };
}

/**
 * Stamps the versions of apps, pods and groups that a change touched; what it did not touch stays the same object, root included.
 * `kept` names those whose definition is taken as it is (an undo brings the old version back).
 */
export function versionedRoot(
  before: GroupDefinition,
  after: GroupDefinition,
  version: Timestamp,
  options: { restart: ReadonlySet<string>; kept: ReadonlySet<string> },
): GroupDefinition {
  const stampAll = <T extends RunSpec>(members: readonly T[], known: ReadonlyMap<string, T>): T[] =>
    members.map((spec) =>
      options.kept.has(spec.id) ? spec : versionedSpec(known.get(spec.id), spec, version, options.restart.has(spec.id)),
    );
  const [knownApps, knownPods] = [byId(appsOf(before)), byId(podsOf(before))];
  const stampGroup = (old: GroupDefinition | undefined, group: GroupDefinition): GroupDefinition => {
    if (old === group && options.restart.size === 0) return group;
    const oldGroups = new Map(old?.groups.map((child) => [child.id, child]));
    const apps = stampAll(group.apps, knownApps);
    const pods = stampAll(group.pods, knownPods);
    const groups = group.groups.map((child) => stampGroup(oldGroups.get(child.id), child));
    const same =
      old &&
      sameMembers(old.apps, apps) &&
      sameMembers(old.pods, pods) &&
      sameMembers(old.groups, groups) &&
      sameData(old.dependencies, group.dependencies) &&
      old.enforceRole === group.enforceRole;
    return same ? old : { ...group, apps, pods, groups, version };
  };
  return stampGroup(before, after);
}

const sameMembers = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((member, index) => member === b[index]);
