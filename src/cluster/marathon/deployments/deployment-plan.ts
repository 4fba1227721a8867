import type { GroupDefinition } from '../../../api/marathon/definition.ts';
import type { RunSpec } from '../../../api/marathon/run-spec.ts';
import type { DeploymentStep, DeploymentVerb } from '../core.ts';
import { isConfigChange } from '../definitions/config-change.ts';
import { specsById } from '../definitions/group-tree.ts';
import { dependencyLayers } from './dependency-layers.ts';
import { actionOn } from './deployment-actions.ts';

/**
 * The steps from one wished state to another (§7.1): stop what is gone, start what is new with no instances, then layer by
 * layer of dependencies scale or restart what changed. Steps without an action are left out.
 */
export function plan(original: GroupDefinition, target: GroupDefinition, restart: ReadonlySet<string> = new Set()): DeploymentStep[] {
  const before = specsById(original);
  const after = specsById(target);
  const step = (verb: DeploymentVerb, specs: Iterable<RunSpec>): DeploymentStep => ({
    actions: [...specs].map((spec) => actionOn(verb, spec)),
  });
  const stopped = [...before.values()].filter(({ id }) => !after.has(id));
  const started = [...after.values()].filter(({ id }) => !before.has(id));
  const changes = dependencyLayers(target).map((layer) => ({
    actions: layer.flatMap((spec) => {
      const verb = verbFor(before.get(spec.id), spec, restart.has(spec.id));
      return verb ? [actionOn(verb, spec)] : [];
    }),
  }));
  return [step('Stop', stopped), step('Start', started), ...changes].filter(({ actions }) => actions.length > 0);
}

function verbFor(before: RunSpec | undefined, after: RunSpec, restart: boolean): DeploymentVerb | undefined {
  if (!before) return 'Scale';
  const replaced = restart || isConfigChange(before, after);
  if (replaced) return after.instances === 0 ? 'Scale' : 'Restart';
  return before.instances === after.instances ? undefined : 'Scale';
}
