import type { GroupDefinition } from '../../../api/marathon/definition.ts';
import { groupByPath } from '../../../api/marathon/faults.ts';
import { checkResidentChange } from '../../../api/marathon/resident-rules.ts';
import { specsOf } from '../definitions/group-tree.ts';
import { invalid } from '../errors.ts';

/** Judges what a change makes of the apps and pods with persistent volumes, whatever way it came. Errors: 422. */
export function checkResidents(before: GroupDefinition, after: GroupDefinition, force: boolean): void {
  if (before === after) return;
  const known = new Map([...specsOf(before)].map((spec) => [spec.id, spec]));
  for (const spec of specsOf(after)) {
    const former = known.get(spec.id);
    if (!former || former === spec) continue;
    const violations = checkResidentChange(former, spec, force);
    if (violations.length > 0) throw invalid({ message: 'Object is not valid', details: groupByPath(violations) });
  }
}
