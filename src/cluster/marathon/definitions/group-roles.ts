import { groupRole } from '../../../api/marathon/roles.ts';
import type { GroupDefinition } from '../../../api/marathon/definition.ts';

/** Whether that top-level group (named as its role, without a slash) insists on its role for all that is in it. */
export const insistsOnRole = (root: GroupDefinition, group: string): boolean =>
  root.groups.some(({ id, enforceRole }) => id === `/${group}` && enforceRole === true);

/** Whether the app or pod is in such a group. */
export function isRoleEnforced(root: GroupDefinition, id: string): boolean {
  const group = groupRole(id);
  return group !== undefined && insistsOnRole(root, group);
}
