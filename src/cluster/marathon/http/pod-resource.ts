import { json, jsonText } from '../../../api/http/fetch.ts';
import { isTimestamp } from '../../../api/marathon/fields.ts';
import type { PodDefinition } from '../../../api/marathon/pod-definition.ts';
import { isConfigChange } from '../definitions/config-change.ts';
import { podsOf, withoutSpec, withSpec } from '../definitions/group-tree.ts';
import { badRequest, conflict, noSuchPod, notFound, unprocessable } from '../errors.ts';
import { idOf } from './app-resource.ts';
import { clientOf, deploymentHeader, locationHeader, timestampOf, update, type Context } from './context.ts';
import type { Call, Resource } from '../../rest/dispatch.ts';
import { readNewPod } from './pod-change.ts';
import { podInstanceResources } from './pod-instances-resource.ts';
import { podText, renderPod } from './pod-view.ts';
import { flag } from './query.ts';
import { readJson } from './request-body.ts';

function publishPod(
  { core, clock }: Context,
  { request, url }: Call,
  eventType: 'pod_created_event' | 'pod_updated_event' | 'pod_deleted_event',
): void {
  core.publish({ eventType, clientIp: clientOf(request), uri: url.pathname, timestamp: timestampOf(clock.now()) });
}

const list = ({ core }: Context): Response => jsonText(`[${[...podsOf(core.root())].map(podText).join()}]`);

async function create(context: Context, call: Call): Promise<Response> {
  const pod = readNewPod(await readJson(call.request), context.defaults);
  const deployment = update(
    context,
    (root) => {
      if (context.core.pod(pod.id)) throw conflict(`A pod with id [${pod.id}] already exists.`);
      return withSpec(root, pod);
    },
    { force: flag(call.url, 'force') },
  );
  publishPod(context, call, 'pod_created_event');
  const headers = { ...locationHeader(call.url, pod.id), ...deploymentHeader(deployment) };
  return json(renderPod({ ...pod, version: deployment.version }), 201, headers);
}

/** Without a change the instances are replaced all the same: each PUT makes a version, as in the real one. */
const isRestart = (known: PodDefinition | undefined, pod: PodDefinition): boolean =>
  known !== undefined && known.instances === pod.instances && !isConfigChange(known, pod);

async function put(context: Context, call: Call): Promise<Response> {
  const id = idOf(call);
  const pod = readNewPod(await readJson(call.request), context.defaults);
  if (pod.id !== id) throw badRequest(`'${id}' does not match definition's id ('${pod.id}')`);
  const restart = isRestart(context.core.pod(id), pod) ? [id] : [];
  const deployment = update(context, (root) => withSpec(root, pod), { force: flag(call.url, 'force'), restart });
  publishPod(context, call, 'pod_updated_event');
  return json(renderPod({ ...pod, version: deployment.version }), 200, deploymentHeader(deployment));
}

function read({ core }: Context, call: Call): Response {
  const id = idOf(call);
  const pod = core.pod(id);
  // The message is itself JSON (recorded).
  if (!pod) throw notFound(`{"message": "pod with ${id} does not exist"}`);
  return jsonText(podText(pod));
}

/** Answered before the instances are gone, with the deployment that ends them as the location. */
function remove(context: Context, call: Call): Response {
  const id = idOf(call);
  if (!context.core.pod(id)) throw notFound(noSuchPod(id));
  const deployment = update(context, (root) => withoutSpec(root, id), { force: flag(call.url, 'force') });
  publishPod(context, call, 'pod_deleted_event');
  const headers = { ...locationHeader(call.url, `/${deployment.id}`), ...deploymentHeader(deployment) };
  return new Response(null, { status: 202, headers });
}

function versions({ core }: Context, call: Call): Response {
  const id = idOf(call);
  if (!core.pod(id)) throw notFound(noSuchPod(id));
  // An app may have had that id before.
  return json(core.versions(id).filter((each) => core.podAt(id, each)));
}

function version({ core }: Context, call: Call): Response {
  const id = idOf(call);
  const wished = call.params[1] ?? '';
  if (!isTimestamp(wished)) throw unprocessable(`Invalid timestamp provided '${wished}'. Expecting ISO-8601 datetime string.`);
  const pod = core.podAt(id, timestampOf(Date.parse(wished)));
  if (!pod) throw notFound(noSuchPod(id));
  return jsonText(podText(pod));
}

/** `/v2/pods` and below. The id spans slashes, so the patterns with a `::` come first. */
export const podResources = (context: Context): Resource[] => [
  ...podInstanceResources(context),
  { pattern: /^\/v2\/pods$/, jsonOnly: true, methods: { GET: () => list(context), POST: (call) => create(context, call) } },
  { pattern: /^\/v2\/pods(\/.+)::versions$/, methods: { GET: (call) => versions(context, call) } },
  { pattern: /^\/v2\/pods(\/.+)::versions\/([^/]+)$/, methods: { GET: (call) => version(context, call) } },
  {
    pattern: /^\/v2\/pods(\/.+)$/,
    jsonOnly: true,
    methods: {
      GET: (call) => read(context, call),
      PUT: (call) => put(context, call),
      DELETE: (call) => remove(context, call),
    },
  },
];
