import type { PlacementFacts } from '../state.ts';
import { placementValue } from './placement-value.ts';

/** How many instances of the app sit on each value of a field. */
export type ValueCounts = ReadonlyMap<string, number>;

/**
 * Whether a new instance may be placed there (§6). `[field, operator, value?]`; `countsOf` tells where the app's placed
 * instances are, of any version. A constraint that validation would have refused accepts nothing.
 */
export function meetsConstraints(
  constraints: readonly (readonly string[])[],
  place: PlacementFacts,
  countsOf: (field: string) => ValueCounts,
): boolean {
  return constraints.every(([field = '', operator = '', parameter]) => {
    const value = placementValue(place, field);
    if (operator === 'LIKE') return value !== undefined && matchesFully(parameter, value);
    if (operator === 'UNLIKE') return value === undefined || !matchesFully(parameter, value);
    if (value === undefined) return false;
    return meets(operator, value, parameter, countsOf(field));
  });
}

function meets(operator: string, value: string, parameter: string | undefined, counts: ValueCounts): boolean {
  const here = counts.get(value) ?? 0;
  switch (operator) {
    case 'UNIQUE':
      return here === 0;
    case 'CLUSTER':
      return parameter ? value === parameter : counts.size === 0 || here > 0;
    case 'MAX_PER':
      return here < Number(parameter);
    case 'IS':
      return value === parameter || sameNumber(value, parameter);
    case 'GROUP_BY':
      return here <= leastFilled(counts, Number(parameter ?? 0));
    default:
      return false;
  }
}

/** As long as fewer groups are known than expected, one of those to come is the least filled: it holds nothing. */
const leastFilled = (counts: ValueCounts, expected: number): number =>
  counts.size < Math.max(expected, 1) ? 0 : Math.min(...counts.values());

function matchesFully(pattern: string | undefined, value: string): boolean {
  try {
    return new RegExp(`^(?:${pattern ?? ''})$`, 'u').test(value);
  } catch {
    return false;
  }
}

function sameNumber(value: string, parameter: string | undefined): boolean {
  const [a, b] = [Number(value), Number(parameter)];
  return value.trim() !== '' && parameter?.trim() !== '' && Math.round(a * 1000) === Math.round(b * 1000);
}
