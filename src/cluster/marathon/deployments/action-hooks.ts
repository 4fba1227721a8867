import { asApp } from '../../../api/marathon/run-spec.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Catalog } from '../definitions/catalog.ts';
import type { FailureBook } from '../definitions/failure-book.ts';
import type { Publish } from '../event-bus.ts';
import type { LaunchQueue } from '../placement/launch-queue.ts';
import { timestamp } from '../state.ts';
import type { DeploymentAction } from '../core.ts';
import { targetOf, verbOf } from './deployment-actions.ts';

/** What goes with the beginning and the end of an action: health checks announced, delays forgotten, a stopped app's rest cleared. */
export interface ActionHooks {
  onActionBegin: (action: DeploymentAction) => void;
  onActionDone: (action: DeploymentAction) => void;
}

export function actionHooks(parts: {
  kernel: Kernel;
  catalog: Catalog;
  queue: LaunchQueue;
  failures: FailureBook;
  publish: Publish;
}): ActionHooks {
  const { kernel, catalog, queue, failures, publish } = parts;
  const now = (): string => timestamp(kernel.clock.now());
  return {
    onActionBegin(action) {
      const [id, verb] = [targetOf(action), verbOf(action)];
      const app = asApp(catalog.spec(id));
      if (verb === 'Restart') queue.forgetDelay(id);
      // Checks belong to a version: a new app has them from its start, a changed one anew.
      if (!app || (verb !== 'Start' && verb !== 'Restart')) return;
      for (const healthCheck of app.healthChecks ?? []) {
        publish({ appId: id, version: app.version, healthCheck, eventType: 'add_health_check_event', timestamp: now() });
      }
    },
    onActionDone(action) {
      const appId = targetOf(action);
      if (verbOf(action) !== 'Stop' || catalog.spec(appId)) return;
      failures.forget(appId);
      const [last] = catalog.versions(appId);
      const checks = last === undefined ? [] : (asApp(catalog.specAt(appId, last))?.healthChecks ?? []);
      if (checks.length > 0) publish({ appId, eventType: 'remove_health_check_event', timestamp: now() });
      if ('app' in action) publish({ appId, eventType: 'app_terminated_event', timestamp: now() });
    },
  };
}
