import { resolveId } from '../../../api/marathon/app-id.ts';
import { faultOfApp, readApp, type AppUpdate, type Checked } from '../../../api/marathon/app.ts';
import type { AppDefinition, GroupDefinition } from '../../../api/marathon/definition.ts';
import { faultAt } from '../../../api/marathon/faults.ts';
import { changedApp, newApp, type AppDefaults } from '../../../api/marathon/normalise.ts';
import { withSpec } from '../definitions/group-tree.ts';
import type { MarathonCore } from '../core.ts';
import { invalid, invalidObject, noSuchApp, notThere } from '../errors.ts';

/** The value of a body that was read, or the 422 that says what is wrong with it. `at` is where it stands in a list. */
export function accepted<T>(checked: Checked<T>, at = ''): T {
  if (checked.ok) return checked.app;
  throw invalid(faultAt(at, checked.error));
}

/** A whole app that keeps the rules; 422 else. */
export function valid(app: AppDefinition, defaults: AppDefaults): AppDefinition {
  const fault = faultOfApp(app, defaults);
  if (fault) throw invalid(fault);
  return app;
}

export const readNewApp = (body: unknown, defaults: AppDefaults): AppDefinition =>
  valid(newApp(accepted(readApp(body)), defaults), defaults);

export interface PutOptions {
  /** False: what the body leaves out goes back to its default. */
  partial: boolean;
  /** Whether an app that is not there is made. */
  create: boolean;
}

/** The app of that id after an update: rolled back, changed, replaced or made. Errors: 404, 422. */
export function updatedApp(
  core: MarathonCore,
  current: AppDefinition | undefined,
  update: AppUpdate & { id: string },
  defaults: AppDefaults,
  { partial, create }: PutOptions,
): AppDefinition {
  const id = resolveId(update.id);
  if (update.version !== undefined) return rolledBack(core, id, update.version, update);
  if (!current && !create) throw notThere(noSuchApp(id));
  return valid(current && partial ? changedApp(current, update, defaults) : newApp({ ...update, id }, defaults), defaults);
}

/** A body with a version is a return to it, and says nothing else but the id. */
function rolledBack(core: MarathonCore, id: string, version: string, update: AppUpdate): AppDefinition {
  const others = Object.keys(update).filter((key) => key !== 'id' && key !== 'version');
  if (others.length > 0) throw invalidObject('/', "The 'version' field may only be combined with the 'id' field.");
  const app = core.app(id) && core.appAt(id, new Date(version).toISOString());
  if (!app) throw notThere(noSuchApp(id));
  return app;
}

export const withApps = (root: GroupDefinition, apps: readonly AppDefinition[]): GroupDefinition =>
  apps.reduce((tree, app) => withSpec(tree, app), root);
