import { json } from '../../../api/http/fetch.ts';
import type { Instance } from '../core.ts';
import { AppLockedError } from '../core.ts';
import { mapApps } from '../definitions/group-tree.ts';
import { badRequest } from '../errors.ts';
import { deployed, update, type Context } from './context.ts';
import { flag } from './query.ts';
import { renderTask } from './task-view.ts';

export interface KillOptions {
  scale: boolean;
  wipe: boolean;
  force: boolean;
}

/** The switches of a kill. Errors: 400 for a scale and a wipe together. */
export function killOptions(url: URL): KillOptions {
  const options = { scale: flag(url, 'scale'), wipe: flag(url, 'wipe'), force: flag(url, 'force') };
  if (options.scale && options.wipe) throw badRequest('You cannot use scale and wipe at the same time.');
  return options;
}

/** Tasks as an answer shows them outside `/v2/tasks`. */
export const renderTasks = ({ core }: Context, instances: readonly Instance[]): Record<string, unknown>[] =>
  instances.map((instance) => renderTask(instance, core.app(instance.appId)?.role));

/**
 * Kills tasks and wants as many instances fewer. The lock is looked at first: a refused scale must not have killed anything.
 * Killed ones do not serve any more, so the deployment takes just them away.
 */
function killAndScale(context: Context, instances: readonly Instance[], force: boolean): Response {
  const { core } = context;
  const fewer = new Map<string, number>();
  for (const { appId } of instances) fewer.set(appId, (fewer.get(appId) ?? 0) + 1);
  const locks = [...new Set([...fewer.keys()].flatMap((appId) => core.deploymentsOf(appId)))];
  if (locks.length > 0 && !force) throw new AppLockedError(locks);
  core.killTasks(
    instances.map(({ taskId }) => taskId),
    { wipe: false },
  );
  const deployment = update(
    context,
    (root) =>
      mapApps(root, (app) => {
        const killed = fewer.get(app.id);
        return killed === undefined ? app : { ...app, instances: Math.max(0, app.instances - killed) };
      }),
    { force },
  );
  return deployed(deployment);
}

/** Kills tasks as the query wishes; the answer is what `shape` makes of them, or the deployment of a scale. */
export function kill(
  context: Context,
  instances: readonly Instance[],
  { scale, wipe, force }: KillOptions,
  shape: (tasks: readonly Record<string, unknown>[]) => unknown,
): Response {
  if (scale && instances.length > 0) return killAndScale(context, instances, force);
  const tasks = renderTasks(context, instances);
  context.core.killTasks(
    instances.map(({ taskId }) => taskId),
    { wipe },
  );
  return json(shape(tasks));
}
