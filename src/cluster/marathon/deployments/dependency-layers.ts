import type { GroupDefinition } from '../../../api/marathon/definition.ts';
import { isPod, type RunSpec } from '../../../api/marathon/run-spec.ts';
import { isWithin } from '../definitions/group-tree.ts';

/**
 * Apps and pods in layers such that each comes after all that it depends on (longest dependency path, §7.1). An app depends on what
 * it names, and like a pod on what each group around it names; a named group stands for all in it. What is part of a cycle, which
 * validation refuses, is taken as if the closing dependency were not there.
 */
export function dependencyLayers(root: GroupDefinition): RunSpec[][] {
  const dependencies = new Map<string, string[]>();
  const specs: RunSpec[] = [];
  const collect = (group: GroupDefinition, inherited: readonly string[]): void => {
    const named = [...inherited, ...group.dependencies];
    for (const spec of [...group.apps, ...group.pods]) {
      specs.push(spec);
      dependencies.set(spec.id, [...named, ...((!isPod(spec) && spec.dependencies) || [])]);
    }
    for (const child of group.groups) collect(child, named);
  };
  collect(root, []);
  const depthOf = depths(specs, dependencies);
  const layers: RunSpec[][] = [];
  for (const spec of specs) (layers[depthOf(spec)] ??= []).push(spec);
  return layers;
}

function depths(specs: readonly RunSpec[], dependencies: ReadonlyMap<string, string[]>): (spec: RunSpec) => number {
  const byId = new Map(specs.map((spec) => [spec.id, spec]));
  const known = new Map<string, number>();
  const prerequisites = (spec: RunSpec): RunSpec[] =>
    [...new Set(dependencies.get(spec.id))].flatMap((id) => {
      const named = byId.get(id);
      // Nothing waits for itself, even where a dependency names a group that holds it.
      return named ? [named] : specs.filter((other) => isWithin(other.id, id) && !isWithin(spec.id, id));
    });
  const depthOf = (spec: RunSpec, path: ReadonlySet<string> = new Set()): number => {
    const depth = known.get(spec.id);
    if (depth !== undefined) return depth;
    const onPath = new Set([...path, spec.id]);
    const below = prerequisites(spec).filter(({ id }) => !onPath.has(id));
    const result = below.reduce((deepest, other) => Math.max(deepest, depthOf(other, onPath) + 1), 0);
    known.set(spec.id, result);
    return result;
  };
  return depthOf;
}
