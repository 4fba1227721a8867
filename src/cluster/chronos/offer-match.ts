import { constraintPattern } from '../../api/chronos/constraint-pattern.ts';
import type { JobConstraint } from '../../api/chronos/job.ts';
import { containsPool, noQuantities, poolOf, subtractPools, type Pool } from '../../api/mesos/quantities.ts';
import { UNRESERVED } from '../../api/mesos/claims.ts';
import type { Attribute } from '../../api/mesos/resources.ts';
import type { Offer } from '../../api/mesos/scheduler.ts';
import type { JobRecord, RunRecord } from './state.ts';

export interface Waiting {
  job: JobRecord;
  run: RunRecord;
}

/** The runs of a list, in its order, that one offer has room for. Only what is reserved for nobody is used: Chronos' role is `*`. */
export function fitting(offer: Offer, waiting: readonly Waiting[]): Waiting[] {
  let left = poolOf(offer.resources);
  return waiting.filter(({ job }) => {
    const needed = neededBy(job);
    if (!containsPool(left, needed) || !job.settings.constraints.every((constraint) => meets(constraint, offer))) return false;
    left = subtractPools(left, needed);
    return true;
  });
}

export function neededBy({ settings: { cpus, mem, disk } }: JobRecord): Pool {
  return { [UNRESERVED]: { ...noQuantities(), cpus, mem, disk } };
}

/** An attribute that the agent does not have fits nothing, `UNLIKE` neither (recorded). */
function meets([name, operator, value]: JobConstraint, offer: Offer): boolean {
  const actual = name === 'hostname' ? offer.hostname : attributeText(offer.attributes.find((attribute) => attribute.name === name));
  if (actual === undefined) return false;
  if (operator === 'EQUALS') return actual === value;
  return constraintPattern(value)?.test(actual) === (operator === 'LIKE');
}

function attributeText(attribute: Attribute | undefined): string | undefined {
  return attribute?.text?.value ?? attribute?.scalar?.value.toString();
}
