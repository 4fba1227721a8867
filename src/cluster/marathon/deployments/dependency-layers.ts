import type { AppDefinition, GroupDefinition } from '../../../api/marathon/definition.ts';
import { isWithin } from '../definitions/group-tree.ts';

/**
 * Apps in layers such that each comes after all that it depends on (longest dependency path, §7.1). An app depends on what
 * it names and on what each group around it names; a named group stands for all apps in it. What is part of a cycle, which
 * validation refuses, is taken as if the closing dependency were not there.
 */
export function dependencyLayers(root: GroupDefinition): AppDefinition[][] {
  const dependencies = new Map<string, string[]>();
  const apps: AppDefinition[] = [];
  const collect = (group: GroupDefinition, inherited: readonly string[]): void => {
    const named = [...inherited, ...group.dependencies];
    for (const app of group.apps) {
      apps.push(app);
      dependencies.set(app.id, [...named, ...(app.dependencies ?? [])]);
    }
    for (const child of group.groups) collect(child, named);
  };
  collect(root, []);
  const depthOf = depths(apps, dependencies);
  const layers: AppDefinition[][] = [];
  for (const app of apps) (layers[depthOf(app)] ??= []).push(app);
  return layers;
}

function depths(apps: readonly AppDefinition[], dependencies: ReadonlyMap<string, string[]>): (app: AppDefinition) => number {
  const byId = new Map(apps.map((app) => [app.id, app]));
  const known = new Map<string, number>();
  const prerequisites = (app: AppDefinition): AppDefinition[] =>
    [...new Set(dependencies.get(app.id))].flatMap((id) => {
      const named = byId.get(id);
      // An app never waits for itself, even where a dependency names a group that holds it.
      return named ? [named] : apps.filter((other) => isWithin(other.id, id) && !isWithin(app.id, id));
    });
  const depthOf = (app: AppDefinition, path: ReadonlySet<string> = new Set()): number => {
    const depth = known.get(app.id);
    if (depth !== undefined) return depth;
    const onPath = new Set([...path, app.id]);
    const below = prerequisites(app).filter(({ id }) => !onPath.has(id));
    const result = below.reduce((deepest, other) => Math.max(deepest, depthOf(other, onPath) + 1), 0);
    known.set(app.id, result);
    return result;
  };
  return depthOf;
}
