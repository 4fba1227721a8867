import type { GroupDefinition } from '../../../api/marathon/definition.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { AppLockedError, DeploymentNotFoundError, type Deployment, type DeploymentStep, type UpdateOptions } from '../core.ts';
import { versionedRoot } from '../definitions/app-versions.ts';
import type { Catalog } from '../definitions/catalog.ts';
import type { GroupHistory } from '../definitions/group-history.ts';
import { commonGroup, groupsOf, parentId, specsById } from '../definitions/group-tree.ts';
import { assignServicePorts } from '../definitions/service-ports.ts';
import type { Publish } from '../event-bus.ts';
import { timestamp, type DeploymentRecord } from '../state.ts';
import { deploymentSucceeded } from './deployment-events.ts';
import { affectedSpecs, targetOf, verbOf } from './deployment-actions.ts';
import { plan } from './deployment-plan.ts';
import { reverted } from './deployment-revert.ts';
import { deploymentRemoval, deploymentView, deploymentWrite, type DeploymentRunner } from './deployment-runner.ts';

type Change = (root: GroupDefinition) => GroupDefinition;

/** Changes of what is wished for: each becomes a deployment. */
export interface WishedState {
  update: (change: Change, options: UpdateOptions) => Deployment;
  /** A change that no app or pod has to be deployed for. */
  adjust: (change: Change) => void;
  dryRun: (change: Change) => DeploymentStep[];
  cancel: (id: string, force: boolean) => Deployment | undefined;
}

const NOTHING: ReadonlySet<string> = new Set();

export function createWishedState(parts: {
  kernel: Kernel;
  catalog: Catalog;
  history: GroupHistory;
  runner: DeploymentRunner;
  publish: Publish;
}): WishedState {
  const { kernel, catalog, history, runner, publish } = parts;
  let lastVersion = Math.max(Date.parse(catalog.root().version), ...runner.all().map(({ version }) => Date.parse(version)));

  /** Versions are times and unique: two changes in one millisecond get different ones. */
  const nextVersion = (): string => {
    lastVersion = Math.max(kernel.clock.now(), lastVersion + 1);
    return timestamp(lastVersion);
  };
  const prepare = (change: Change, restart: ReadonlySet<string>, kept: ReadonlySet<string>) => {
    const before = catalog.root();
    const version = nextVersion();
    const after = versionedRoot(before, assignServicePorts(before, change(before)), version, { restart, kept });
    return { before, after, version, steps: plan(before, after, restart) };
  };
  const deploy = (change: Change, options: UpdateOptions, kept: ReadonlySet<string> = NOTHING, replaced: string[] = []): Deployment => {
    const { before, after, version, steps } = prepare(change, new Set(options.restart), kept);
    const conflicts = [...new Set([...replaced, ...runner.touching(affectedSpecs(steps))])];
    if (conflicts.length > 0 && !options.force) throw new AppLockedError(conflicts);
    const deployment = newDeployment(kernel.ids.uuid(), version, steps, before, after);
    const { writes, show } = catalog.change(after);
    const past = history.record(after);
    kernel.store.write([
      ...writes,
      ...past.writes,
      ...conflicts.map(deploymentRemoval),
      ...(steps.length > 0 ? [deploymentWrite(deployment)] : []),
    ]);
    show();
    past.show();
    for (const id of conflicts) runner.abandon(id, `Deployment ${deployment.id} took its place.`);
    publish({ groupId: changedGroup(deployment), version, eventType: 'group_change_success', timestamp: timestamp(kernel.clock.now()) });
    if (steps.length > 0) runner.add(deployment);
    // Begun in a message of its own, so that the caller tells first that its request was taken (api_post_event).
    kernel.mailbox.post(() => {
      if (steps.length > 0) runner.begin(deployment.id);
      else publish(deploymentSucceeded(deployment, kernel.clock.now()));
    });
    return deploymentView(deployment);
  };
  return {
    update: (change, options) => deploy(change, options),
    adjust(change) {
      const { writes, show } = catalog.change(change(catalog.root()));
      kernel.store.write(writes);
      show();
    },
    dryRun: (change) => prepare(change, NOTHING, NOTHING).steps,
    cancel(id, force) {
      const deployment = runner.get(id);
      if (!deployment) throw new DeploymentNotFoundError(id);
      if (force) {
        kernel.store.write([deploymentRemoval(id)]);
        runner.abandon(id, 'The deployment was stopped by force.');
        return undefined;
      }
      const restored = new Set(deployment.changes.map((change) => change.id));
      return deploy((root) => reverted(root, deployment), { force: true, restart: restartedSpecs(deployment) }, restored, [id]);
    },
  };
}

/** What a deployment restarts, its undo has to restart back: nothing but the version may tell the tasks apart. */
const restartedSpecs = ({ steps }: DeploymentRecord): string[] =>
  steps.flatMap(({ actions }) => actions.flatMap((action) => (verbOf(action) === 'Restart' ? [targetOf(action)] : [])));

/** The group that a change is told of: the deepest one around all that it touches. */
const changedGroup = ({ changes, addedGroups }: DeploymentRecord): string =>
  commonGroup(changes.length > 0 ? changes.map(({ id }) => parentId(id)) : addedGroups);

function newDeployment(
  id: string,
  version: string,
  steps: DeploymentStep[],
  before: GroupDefinition,
  after: GroupDefinition,
): DeploymentRecord {
  const [old, next] = [specsById(before), specsById(after)];
  const oldGroups = new Set([...groupsOf(before)].map((group) => group.id));
  return {
    id,
    version,
    steps,
    currentStep: 1,
    changes: affectedSpecs(steps).map((target) => ({ id: target, before: old.get(target), after: next.get(target) })),
    addedGroups: [...groupsOf(after)].map((group) => group.id).filter((group) => !oldGroups.has(group)),
  };
}
