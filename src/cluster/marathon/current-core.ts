import type { MarathonCore } from './core.ts';

/** The core of whichever engine runs at the time of a call: after a restore it is another one. `onEvent` is for all of them. */
export function currentCore(current: () => MarathonCore, onEvent: MarathonCore['onEvent']): MarathonCore {
  return {
    root: () => current().root(),
    app: (id) => current().app(id),
    pod: (id) => current().pod(id),
    versions: (id) => current().versions(id),
    appAt: (id, version) => current().appAt(id, version),
    podAt: (id, version) => current().podAt(id, version),
    instances: (appId) => current().instances(appId),
    lastTaskFailure: (appId) => current().lastTaskFailure(appId),
    deployments: () => current().deployments(),
    deploymentsOf: (appId) => current().deploymentsOf(appId),
    queue: () => current().queue(),
    info: () => current().info(),
    update: (change, options) => current().update(change, options),
    adjust: (change) => current().adjust(change),
    dryRun: (change) => current().dryRun(change),
    cancelDeployment: (id, force) => current().cancelDeployment(id, force),
    killTasks: (taskIds, options) => current().killTasks(taskIds, options),
    resetDelay: (appId) => current().resetDelay(appId),
    publish: (event) => current().publish(event),
    onEvent,
  };
}
