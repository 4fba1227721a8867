import { json, jsonText } from '../../../api/http/fetch.ts';
import { resolveId } from '../../../api/marathon/app-id.ts';
import { readAppUpdate, type AppUpdate } from '../../../api/marathon/app.ts';
import type { AppDefinition } from '../../../api/marathon/definition.ts';
import { appsOf } from '../definitions/group-tree.ts';
import { conflict, unprocessable } from '../errors.ts';
import { accepted, readNewApp, updatedApp, withApps } from './app-change.ts';
import { embeddedText, surveyOf } from './app-embeds.ts';
import { renderApp } from './app-view.ts';
import { deployed, deploymentHeader, locationHeader, publishPosted, update, type Context } from './context.ts';
import type { Call, Resource } from '../../rest/dispatch.ts';
import { parseLabelSelector } from './label-selector.ts';
import { appEmbeds, flag } from './query.ts';
import { readJson } from './request-body.ts';
import { countTasks } from './task-stats.ts';

const contains = (text: string, part: string): boolean => text.toLowerCase().includes(part.toLowerCase());

/** What `cmd`, `id` and `label` of the query leave. */
function selector(url: URL): (app: AppDefinition) => boolean {
  const cmd = url.searchParams.get('cmd');
  const id = url.searchParams.get('id');
  const label = parseLabelSelector(url.searchParams.get('label') ?? '');
  return (app) =>
    (cmd === null || (app.cmd !== undefined && contains(app.cmd, cmd))) && (id === null || contains(app.id, id)) && label(app.labels);
}

function list({ core, clock }: Context, { url }: Call): Response {
  const embeds = appEmbeds(url).add('counts').add('deployments');
  const survey = surveyOf(core);
  const selected = [...appsOf(core.root())].filter(selector(url));
  return jsonText(`{"apps":[${selected.map((app) => embeddedText(core, survey, app, embeds, clock.now())).join()}]}`);
}

async function create(context: Context, { request, url }: Call): Promise<Response> {
  const app = readNewApp(await readJson(request), context.defaults);
  const deployment = update(
    context,
    (root) => {
      if (context.core.app(app.id)) throw conflict(`An app with id [${app.id}] already exists.`);
      return withApps(root, [app]);
    },
    { force: flag(url, 'force') },
  );
  const created = { ...app, version: deployment.version };
  publishPosted(context, request, url.pathname, created);
  const body = { ...renderApp(created), ...countTasks([]), deployments: [{ id: deployment.id }] };
  return json(body, 201, { ...locationHeader(url, app.id), ...deploymentHeader(deployment) });
}

const hasId = (change: AppUpdate): change is AppUpdate & { id: string } => change.id !== undefined;

function readUpdates(body: unknown): (AppUpdate & { id: string })[] {
  if (!Array.isArray(body)) throw unprocessable('The body has to be a list of app updates, each with its id.');
  return body.map((item: unknown, index) => {
    const isObject = typeof item === 'object' && item !== null && !Array.isArray(item);
    const change = isObject ? accepted(readAppUpdate(item), `(${index})`) : {};
    if (!hasId(change)) throw unprocessable('requirement failed: App Update must have app id set');
    return change;
  });
}

/** Several apps in one deployment: all are changed, or none. */
async function change(context: Context, { request, url }: Call, create: boolean): Promise<Response> {
  const updates = readUpdates(await readJson(request));
  const defaults = { ...context.defaults, defaultPort: false };
  const partial = flag(url, 'partialUpdate', true);
  const apply = (update: (typeof updates)[number]): AppDefinition =>
    updatedApp(context.core, context.core.app(resolveId(update.id)), update, defaults, { partial, create });
  const deployment = update(context, (root) => withApps(root, updates.map(apply)), { force: flag(url, 'force') });
  return deployed(deployment);
}

export const appsResource = (context: Context): Resource => ({
  pattern: /^\/v2\/apps$/,
  jsonOnly: true,
  methods: {
    GET: (call) => list(context, call),
    POST: (call) => create(context, call),
    PUT: (call) => change(context, call, true),
    PATCH: (call) => change(context, call, false),
  },
});
