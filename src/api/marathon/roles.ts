import type { AppDefaults } from './normalise.ts';

/** The role of a group is the name of the top-level group that it is in; what stands right below the root has none. */
export function groupRole(id: string): string | undefined {
  const [, top, ...below] = id.split('/');
  return below.length > 0 ? top : undefined;
}

/** The role that an app or pod gets when it names none, and those that it may have. */
export interface RoleRule {
  byDefault: string;
  allowed: string[];
}

/**
 * Marathon's own role or that of the group; of the group alone where that insists on it. A role that something has already it
 * may keep, so that groups can be changed over one by one.
 */
export function roleRule(
  id: string,
  { role, enforcesRole, currentRole }: Pick<AppDefaults, 'role' | 'enforcesRole' | 'currentRole'>,
): RoleRule {
  const ofGroup = groupRole(id);
  const [own, others] = ofGroup !== undefined && enforcesRole?.(ofGroup) ? [ofGroup, []] : [role, ofGroup === undefined ? [] : [ofGroup]];
  const current = currentRole?.(id);
  return { byDefault: own, allowed: [...new Set([own, ...others, ...(current === undefined ? [] : [current])])] };
}
