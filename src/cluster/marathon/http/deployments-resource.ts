import { json } from '../../../api/http/fetch.ts';
import { resolveId } from '../../../api/marathon/app-id.ts';
import { notFound } from '../errors.ts';
import { deployed, type Context } from './context.ts';
import { renderDeployment } from './deployment-view.ts';
import type { Call, Resource } from '../../rest/dispatch.ts';
import { flag } from './query.ts';
import { renderQueueEntry } from './queue-view.ts';

/** Without force: undone by a new deployment. With force: just stopped, and answered without a body. */
function cancel({ core }: Context, { params, url }: Call): Response {
  const deployment = core.cancelDeployment(params[0] ?? '', flag(url, 'force'));
  return deployment ? deployed(deployment) : new Response(null, { status: 202 });
}

function resetDelay({ core }: Context, { params }: Call): Response {
  const id = resolveId(params[0] ?? '');
  if (!core.resetDelay(id)) throw notFound(`Application ${id} not found in tasks queue.`);
  return new Response(null, { status: 204 });
}

/** Deployments, and the queue of what they wait for. */
export const deploymentsResources = (context: Context): Resource[] => [
  { pattern: /^\/v2\/deployments$/, methods: { GET: () => json(context.core.deployments().map(renderDeployment)) } },
  { pattern: /^\/v2\/deployments\/([^/]+)$/, methods: { DELETE: (call) => cancel(context, call) } },
  { pattern: /^\/v2\/queue$/, methods: { GET: () => json({ queue: context.core.queue().map(renderQueueEntry) }) } },
  { pattern: /^\/v2\/queue(\/.+)\/delay$/, methods: { DELETE: (call) => resetDelay(context, call) } },
];
