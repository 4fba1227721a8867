import type { GroupDefinition } from '../../../api/marathon/definition.ts';
import { isPod } from '../../../api/marathon/run-spec.ts';
import { withSpec, withoutSpec, withoutEmptyGroups } from '../definitions/group-tree.ts';
import type { DeploymentRecord } from '../state.ts';

/**
 * The wished state with one deployment undone (§7.6): what it added goes, what it removed or changed is as before, version
 * included, so that tasks of that version which still run are kept. What other deployments changed stays.
 */
export function reverted(root: GroupDefinition, deployment: Pick<DeploymentRecord, 'changes' | 'addedGroups'>): GroupDefinition {
  const restored = deployment.changes.reduce((tree, { id, before, after }) => {
    const gone = !before || (after && isPod(before) !== isPod(after));
    const cleared = gone ? withoutSpec(tree, id) : tree;
    return before ? withSpec(cleared, before) : cleared;
  }, root);
  return withoutEmptyGroups(restored, new Set(deployment.addedGroups));
}
