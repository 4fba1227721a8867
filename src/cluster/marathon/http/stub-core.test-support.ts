import type { GroupDefinition } from '../../../api/marathon/definition.ts';
import type { MarathonEvent } from '../../../api/marathon/events.ts';
import { asApp, asPod, type RunSpec } from '../../../api/marathon/run-spec.ts';
import {
  AppLockedError,
  DeploymentNotFoundError,
  type Deployment,
  type DeploymentAction,
  type DeploymentStep,
  type Instance,
  type MarathonCore,
  type QueueEntry,
  type TaskFailure,
  type UpdateOptions,
} from '../core.ts';
import { versionedRoot } from '../definitions/app-versions.ts';
import { actionOn, affectedApps, affectedPods, affectedSpecs } from '../deployments/deployment-actions.ts';
import { assignServicePorts } from '../definitions/service-ports.ts';
import { emptyGroup, specsById, specsOf } from '../definitions/group-tree.ts';

const START = Date.UTC(2016, 3, 26, 9);

/** A stub of the engine: keeps what it is told, runs nothing. Deployments are over at once, except where `stays` is set. */
export interface StubCore extends MarathonCore {
  running: Instance[];
  queued: QueueEntry[];
  failures: Map<string, TaskFailure>;
  open: Deployment[];
  /** Whether new deployments stay open and lock their apps. */
  stays: boolean;
  /** What it was asked to do, in order. */
  calls: string[];
  events: MarathonEvent[];
}

function changedIds(before: GroupDefinition, after: GroupDefinition, restart: readonly string[]): string[] {
  const old = specsById(before);
  const now = specsById(after);
  const ids = new Set([...old.keys(), ...now.keys()]);
  return [...ids].filter((id) => old.get(id) !== now.get(id) || restart.includes(id));
}

function stepsOf(ids: readonly string[], root: GroupDefinition): DeploymentStep[] {
  const specs = specsById(root);
  const actions = ids.map((id): DeploymentAction => {
    const spec = specs.get(id);
    return spec ? actionOn('Scale', spec) : { action: 'ScaleApplication', app: id };
  });
  return actions.length > 0 ? [{ actions }] : [];
}

export function stubCore(): StubCore {
  let root = emptyGroup('/', new Date(START).toISOString());
  let count = 0;
  const history = new Map<string, RunSpec[]>();
  const listeners = new Set<(event: MarathonEvent) => void>();
  const instancesOf = (appId?: string): Instance[] => core.running.filter((instance) => appId === undefined || instance.appId === appId);
  const lockedBy = (appId: string): string[] => core.open.flatMap(({ id, steps }) => (affectedSpecs(steps).includes(appId) ? [id] : []));

  function update(change: (root: GroupDefinition) => GroupDefinition, { force, restart = [] }: UpdateOptions): Deployment {
    const version = new Date(START + ++count).toISOString();
    const id = `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
    const changed = versionedRoot(root, assignServicePorts(root, change(root)), version, { restart: new Set(restart), kept: new Set() });
    const ids = changedIds(root, changed, restart);
    const locks = ids.flatMap(lockedBy);
    if (locks.length > 0 && !force) throw new AppLockedError(locks);
    root = changed;
    for (const spec of specsOf(root)) {
      const known = history.get(spec.id) ?? [];
      if (known[0] !== spec) history.set(spec.id, [spec, ...known]);
    }
    core.calls.push(`update ${ids.join(' ')}${force ? ' force' : ''}`);
    const steps = stepsOf(ids, root);
    const currentActions = steps.flatMap(({ actions }) => actions.map((action) => ({ ...action, readinessCheckResults: [] })));
    const affected = { affectedApps: affectedApps(steps), affectedPods: affectedPods(steps) };
    const deployment = { id, version, ...affected, steps, currentStep: 1, currentActions };
    if (core.stays) core.open.push(deployment);
    return deployment;
  }

  const core: StubCore = {
    running: [],
    queued: [],
    failures: new Map(),
    open: [],
    stays: false,
    calls: [],
    events: [],
    root: () => root,
    app: (id) => asApp(specsById(root).get(id)),
    pod: (id) => asPod(specsById(root).get(id)),
    versions: (id) => history.get(id)?.map(({ version }) => version) ?? [],
    appAt: (id, version) => asApp(history.get(id)?.find((spec) => spec.version === version)),
    podAt: (id, version) => asPod(history.get(id)?.find((spec) => spec.version === version)),
    instances: instancesOf,
    lastTaskFailure: (appId) => core.failures.get(appId),
    deployments: () => core.open,
    deploymentsOf: lockedBy,
    queue: () => core.queued,
    info: () => ({ frameworkId: '10ca10ca-0000-4000-8000-000000000000-0000', leader: '127.0.0.1:8080', elected: true }),
    update,
    adjust: (change) => void (root = change(root)),
    dryRun: (change) => stepsOf(changedIds(root, change(root), []), change(root)),
    cancelDeployment(id, force) {
      if (!core.open.some((deployment) => deployment.id === id)) throw new DeploymentNotFoundError(id);
      core.open = core.open.filter((deployment) => deployment.id !== id);
      return force ? undefined : update((current) => current, { force: true });
    },
    killTasks(taskIds, { wipe }) {
      core.calls.push(`kill ${taskIds.join(' ')}${wipe ? ' wipe' : ''}`);
      return core.running.filter(({ taskId }) => taskIds.includes(taskId));
    },
    resetDelay: (appId) => core.queued.some(({ spec }) => spec.id === appId),
    publish(event) {
      core.events.push(event);
      for (const listener of listeners) listener(event);
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return core;
}
