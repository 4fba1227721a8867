import type { GroupDefinition } from '../../../api/marathon/definition.ts';
import { withApp, withoutApp, withoutEmptyGroups } from '../definitions/group-tree.ts';
import type { DeploymentRecord } from '../state.ts';

/**
 * The wished state with one deployment undone (§7.6): what it added goes, what it removed or changed is as before, version
 * included, so that tasks of that version which still run are kept. What other deployments changed stays.
 */
export function reverted(root: GroupDefinition, deployment: Pick<DeploymentRecord, 'changes' | 'addedGroups'>): GroupDefinition {
  const apps = deployment.changes.reduce((tree, { id, before }) => (before ? withApp(tree, before) : withoutApp(tree, id)), root);
  return withoutEmptyGroups(apps, new Set(deployment.addedGroups));
}
