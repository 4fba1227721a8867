import type { GroupDefinition } from '../../../api/marathon/definition.ts';
import { groupByPath } from '../../../api/marathon/faults.ts';
import { checkResidentChange } from '../../../api/marathon/resident-rules.ts';
import { appsOf } from '../definitions/group-tree.ts';
import { invalid } from '../errors.ts';

/** Judges what a change makes of the apps with persistent volumes, whatever way it came. Errors: 422. */
export function checkResidents(before: GroupDefinition, after: GroupDefinition, force: boolean): void {
  if (before === after) return;
  const known = new Map([...appsOf(before)].map((app) => [app.id, app]));
  for (const app of appsOf(after)) {
    const former = known.get(app.id);
    if (!former || former === app) continue;
    const violations = checkResidentChange(former, app, force);
    if (violations.length > 0) throw invalid({ message: 'Object is not valid', details: groupByPath(violations) });
  }
}
