import * as z from 'zod/mini';
import { json } from '../../../api/http/fetch.ts';
import { faultOf } from '../../../api/marathon/faults.ts';
import type { PodDefinition } from '../../../api/marathon/pod-definition.ts';
import type { Instance } from '../core.ts';
import { podsOf } from '../definitions/group-tree.ts';
import { verbOf, targetOf } from '../deployments/deployment-actions.ts';
import { invalid, invalidObject, noSuchPod, notFound, notThere } from '../errors.ts';
import { idOf } from './app-resource.ts';
import type { Json } from './app-view.ts';
import { timestampOf, type Context } from './context.ts';
import type { Call, Resource } from '../../rest/dispatch.ts';
import { renderInstance, renderPodInstance, renderPodStatus } from './pod-status-view.ts';
import { flag } from './query.ts';
import { readJson } from './request-body.ts';

function statusOf({ core, clock }: Context, pod: PodDefinition): Json {
  // An instance whose version is forgotten is left out, as in the real one.
  const instances = core.instances(pod.id).flatMap((instance) => {
    const version = core.podAt(pod.id, instance.version);
    return version ? [renderPodInstance(version, instance)] : [];
  });
  const actions = core.deployments().flatMap(({ steps }) => steps.flatMap((step) => step.actions));
  const stops = actions.some((action) => verbOf(action) === 'Stop' && targetOf(action) === pod.id);
  return renderPodStatus(pod, instances, stops, timestampOf(clock.now()));
}

function status(context: Context, call: Call): Response {
  const id = idOf(call);
  const pod = context.core.pod(id);
  if (!pod) throw notFound(noSuchPod(id));
  return json(statusOf(context, pod));
}

/** `…instance-<uuid>` or, from before Marathon 1.5, `…marathon-<uuid>`. */
const INSTANCE_ID = /^.+\.(instance-|marathon-)[^.]+$/;

function checkInstanceId(id: string, path: string): void {
  if (!INSTANCE_ID.test(id)) throw invalidObject(path, `'${id}' is not the id of an instance, such as pod.instance-<uuid>`);
}

/** Kills those instances of the pod; they are launched again. Errors: 404 for an unknown pod. */
function kill({ core }: Context, call: Call, wanted: (instance: Instance) => boolean): Json[] {
  const id = idOf(call);
  const pod = core.pod(id);
  if (!pod) throw notThere(`Path '${id}' does not exist`);
  const chosen = core.instances(id).filter(wanted);
  core.killTasks(
    chosen.map(({ taskId }) => taskId),
    { wipe: flag(call.url, 'wipe') },
  );
  return chosen.map((instance) => renderInstance(instance, pod.unreachableStrategy));
}

function killOne(context: Context, call: Call): Response {
  const instanceId = call.params[1] ?? '';
  checkInstanceId(instanceId, '/');
  const [killed] = kill(context, call, ({ id }) => id === instanceId);
  if (!killed) throw notFound(`Task '${instanceId}' does not exist`);
  return json(killed);
}

const idsSchema = z.array(z.string({ error: 'An id of an instance has to be text.' }), { error: 'The body has to be a list of ids.' });

async function killListed(context: Context, call: Call): Promise<Response> {
  const body = await readJson(call.request);
  const read = z.safeParse(idsSchema, body);
  if (!read.success) throw invalid(faultOf(read.error, body));
  for (const [index, id] of read.data.entries()) checkInstanceId(id, `(${index})`);
  const ids = new Set(read.data);
  return json(kill(context, call, ({ id }) => ids.has(id)));
}

/** How pods are, and the end of single instances. */
export const podInstanceResources = (context: Context): Resource[] => [
  {
    pattern: /^\/v2\/pods\/::status$/,
    methods: { GET: () => json([...podsOf(context.core.root())].map((pod) => statusOf(context, pod))) },
  },
  { pattern: /^\/v2\/pods(\/.+)::status$/, methods: { GET: (call) => status(context, call) } },
  { pattern: /^\/v2\/pods(\/.+)::instances$/, jsonOnly: true, methods: { DELETE: (call) => killListed(context, call) } },
  { pattern: /^\/v2\/pods(\/.+)::instances\/([^/]+)$/, methods: { DELETE: (call) => killOne(context, call) } },
];
