import { describe, expect, it } from 'vitest';
import type { PlacementFacts } from '../state.ts';
import { meetsConstraints } from './constraints.ts';
import { placementFacts } from './placement-value.ts';

const place: PlacementFacts = { hostname: 'a1', region: 'eu', zone: 'eu-1', attributes: { rack: 'r1', speed: '2.500' } };
const accepts = (constraint: string[], counts: Record<string, number> = {}): boolean =>
  meetsConstraints([constraint], place, () => new Map(Object.entries(counts)));

describe('constraints', () => {
  it.each<[string, string[], Record<string, number>, boolean]>([
    ['UNIQUE on a free host', ['hostname', 'UNIQUE'], { a2: 1 }, true],
    ['UNIQUE on a taken one', ['@hostname', 'UNIQUE'], { a1: 1 }, false],
    ['UNIQUE without the attribute', ['color', 'UNIQUE'], {}, false],
    ['CLUSTER on the named value', ['rack', 'CLUSTER', 'r1'], { r2: 1 }, true],
    ['CLUSTER on another', ['rack', 'CLUSTER', 'r2'], {}, false],
    ['CLUSTER without a value, first', ['rack', 'CLUSTER'], {}, true],
    ['CLUSTER without a value, where the others are', ['rack', 'CLUSTER', ''], { r1: 3 }, true],
    ['CLUSTER without a value, elsewhere', ['rack', 'CLUSTER'], { r2: 1 }, false],
    ['MAX_PER below', ['@zone', 'MAX_PER', '2'], { 'eu-1': 1 }, true],
    ['MAX_PER at the limit', ['@zone', 'MAX_PER', '2'], { 'eu-1': 2 }, false],
    ['LIKE matching all of it', ['rack', 'LIKE', 'r[0-9]'], {}, true],
    ['LIKE matching a part', ['rack', 'LIKE', 'r'], {}, false],
    ['LIKE without the attribute', ['color', 'LIKE', '.*'], {}, false],
    ['LIKE with a broken pattern', ['rack', 'LIKE', '('], {}, false],
    ['UNLIKE matching', ['rack', 'UNLIKE', 'r1'], {}, false],
    ['UNLIKE without the attribute', ['color', 'UNLIKE', 'red'], {}, true],
    ['IS text', ['@region', 'IS', 'eu'], {}, true],
    ['IS number', ['speed', 'IS', '2.5'], {}, true],
    ['IS another', ['rack', 'IS', 'r2'], {}, false],
    ['GROUP_BY at the least filled', ['rack', 'GROUP_BY'], { r1: 1, r2: 1 }, true],
    ['GROUP_BY at a fuller one', ['rack', 'GROUP_BY'], { r1: 2, r2: 1 }, false],
    ['GROUP_BY while groups are still missing', ['rack', 'GROUP_BY', '3'], { r1: 1, r2: 1 }, false],
    ['GROUP_BY in a missing group', ['rack', 'GROUP_BY', '3'], { r2: 1, r3: 1 }, true],
    ['an unknown operator', ['rack', 'NEAR', 'r1'], {}, false],
  ])('%s', (_name, constraint, counts, accepted) => {
    expect(accepts(constraint, counts)).toBe(accepted);
  });

  it('looks at an agent as its offer tells', () => {
    const offer = {
      id: { value: 'O' },
      framework_id: { value: 'F' },
      agent_id: { value: 'S' },
      hostname: 'a1',
      resources: [],
      attributes: [
        { name: 'rack', type: 'TEXT' as const, text: { value: 'r1' } },
        { name: 'speed', type: 'SCALAR' as const, scalar: { value: 2.50004 } },
      ],
      allocation_info: { role: '*' },
      domain: { fault_domain: { region: { name: 'eu' }, zone: { name: 'eu-1' } } },
    };
    expect(placementFacts(offer)).toEqual({ hostname: 'a1', region: 'eu', zone: 'eu-1', attributes: { rack: 'r1', speed: '2.5' } });
  });
});
