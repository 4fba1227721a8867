import * as z from 'zod/mini';
import { json, text } from '../../../api/http/fetch.ts';
import { faultOf } from '../../../api/marathon/faults.ts';
import { appsOf } from '../definitions/group-tree.ts';
import type { Instance } from '../core.ts';
import { badRequest, invalid, noSuchApp, notFound, notThere } from '../errors.ts';
import { appsBelow, idOf } from './app-resource.ts';
import { surveyOf } from './app-embeds.ts';
import type { Context } from './context.ts';
import { firstNamed, type Call, type Resource } from '../../rest/dispatch.ts';
import { readJson } from './request-body.ts';
import { kill, killOptions, renderTasks } from './tasks-change.ts';
import { tasksAsText } from './task-text.ts';
import { hasTask, isRunning, isStaged, renderTask } from './task-view.ts';
import { servicePortsOf } from '../definitions/service-ports.ts';

const JSON_OR_TEXT = ['application/json', 'text/plain'];

const wantsText = ({ request }: Call): boolean => firstNamed(request.headers.get('accept'), JSON_OR_TEXT) === 'text/plain';

/** `status=running` and `staging`, in any case; other words filter nothing (recorded). */
function statusFilter(url: URL): (instance: Instance) => boolean {
  const words = new Set(['status', 'status[]'].flatMap((name) => url.searchParams.getAll(name)).map((word) => word.toLowerCase()));
  const running = words.has('running');
  const staging = words.has('staging');
  return (instance) => (!running && !staging) || (running && isRunning(instance)) || (staging && isStaged(instance));
}

function listAll({ core }: Context, call: Call): Response {
  if (wantsText(call)) return text(tasksAsText([...appsOf(core.root())], surveyOf(core).instances));
  const shown = core.instances().filter(hasTask).filter(statusFilter(call.url));
  const tasks = shown.map((instance) => {
    const app = core.app(instance.appId);
    return renderTask(instance, app?.role, app ? servicePortsOf(app) : []);
  });
  return json({ tasks });
}

const idsSchema = z.object({ ids: z.array(z.string()) });
const TASK_ID = /^[^.]+[._].+$/;

async function killListed(context: Context, { request, url }: Call): Promise<Response> {
  const options = killOptions(url);
  const body = await readJson(request);
  const read = z.safeParse(idsSchema, body);
  // The path of this one fault is empty, as recorded.
  if (!read.success)
    throw invalid({ message: 'Invalid JSON', details: faultOf(read.error, body).details.map(({ errors }) => ({ path: '', errors })) });
  const wrong = read.data.ids.find((id) => !TASK_ID.test(id));
  if (wrong !== undefined) throw badRequest(`Invalid task id '${wrong}'. A task id looks like app.instance-<uuid>._app.1.`);
  const ids = new Set(read.data.ids);
  const instances = context.core.instances().filter(({ taskId, tasks }) => !tasks && ids.has(taskId));
  return kill(context, instances, options, (tasks) => ({ tasks }));
}

function ofApp(context: Context, id: string): Instance[] {
  if (!context.core.app(id)) throw notFound(noSuchApp(id));
  return context.core.instances(id).filter(hasTask);
}

function listOfApp(context: Context, call: Call): Response {
  const id = idOf(call);
  const instances = ofApp(context, id);
  const app = context.core.app(id);
  if (wantsText(call)) return text(tasksAsText(app ? [app] : [], () => instances));
  return json({ tasks: renderTasks(context, instances) });
}

function listBelow(context: Context, call: Call): Response {
  const apps = appsBelow(context.core.root(), idOf(call));
  const { instances } = surveyOf(context.core);
  if (wantsText(call)) return text(tasksAsText(apps, instances));
  return json({
    tasks: renderTasks(
      context,
      apps.flatMap(({ id }) => instances(id)),
    ),
  });
}

function killOfApp(context: Context, call: Call): Response {
  const id = idOf(call);
  const options = killOptions(call.url);
  const host = call.url.searchParams.get('host');
  const instances = ofApp(context, id).filter((instance) => host === null || instance.host === host);
  if (options.scale && instances.length === 0) throw notThere(`Path '${id}' does not exist`);
  return kill(context, instances, options, (tasks) => ({ tasks }));
}

function killOne(context: Context, call: Call): Response {
  const id = idOf(call);
  const taskId = call.params[1] ?? '';
  const options = killOptions(call.url);
  const instance = ofApp(context, id).find((candidate) => candidate.taskId === taskId);
  if (!instance) throw notFound(`Task '${taskId}' does not exist`);
  return kill(context, [instance], options, ([task]) => ({ task }));
}

export const tasksResources = (context: Context): Resource[] => [
  { pattern: /^\/v2\/tasks$/, produces: JSON_OR_TEXT, methods: { GET: (call) => listAll(context, call) } },
  { pattern: /^\/v2\/tasks\/delete$/, jsonOnly: true, methods: { POST: (call) => killListed(context, call) } },
  { pattern: /^\/v2\/apps(\/.+)?\/\*\/tasks$/, produces: JSON_OR_TEXT, methods: { GET: (call) => listBelow(context, call) } },
  {
    pattern: /^\/v2\/apps(\/.+)\/tasks$/,
    produces: JSON_OR_TEXT,
    methods: { GET: (call) => listOfApp(context, call), DELETE: (call) => killOfApp(context, call) },
  },
  { pattern: /^\/v2\/apps(\/.+)\/tasks\/([^/]+)$/, methods: { DELETE: (call) => killOne(context, call) } },
];
