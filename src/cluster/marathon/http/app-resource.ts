import { json, jsonText } from '../../../api/http/fetch.ts';
import { resolveId } from '../../../api/marathon/app-id.ts';
import { readAppUpdate } from '../../../api/marathon/app.ts';
import type { AppDefinition, GroupDefinition } from '../../../api/marathon/definition.ts';
import { isTimestamp } from '../../../api/marathon/fields.ts';
import { appsOf, groupsOf, withSpec, withoutSpec } from '../definitions/group-tree.ts';
import { noSuchApp, noSuchGroup, notFound, notThere, unprocessable } from '../errors.ts';
import { accepted, updatedApp } from './app-change.ts';
import { embeddedText, surveyOf } from './app-embeds.ts';
import { renderApp } from './app-view.ts';
import { deployed, locationHeader, publishPosted, timestampOf, update, type Context } from './context.ts';
import type { Call, Resource } from '../../rest/dispatch.ts';
import { appEmbeds, flag } from './query.ts';
import { readJson } from './request-body.ts';

/** What GET of one app always has. */
const ALWAYS = ['counts', 'deployments', 'tasks', 'lastTaskFailure'];

export const idOf = ({ params }: Call): string => resolveId(params[0] ?? '', '/');

/** Every app below a group, at any depth. 404 for an unknown group. */
export function appsBelow(root: GroupDefinition, id: string): AppDefinition[] {
  const group = [...groupsOf(root)].find((candidate) => candidate.id === id);
  if (!group) throw notFound(noSuchGroup(id));
  return [...appsOf(group)];
}

function read({ core, clock }: Context, call: Call): Response {
  const id = idOf(call);
  const app = core.app(id);
  if (!app) throw notFound(noSuchApp(id));
  const embeds = new Set([...ALWAYS, ...appEmbeds(call.url)]);
  return jsonText(`{"app":${embeddedText(core, surveyOf(core), app, embeds, clock.now())}}`);
}

function readBelow({ core, clock }: Context, call: Call): Response {
  const embeds = new Set([...ALWAYS, ...appEmbeds(call.url)]);
  const survey = surveyOf(core);
  const apps = appsBelow(core.root(), idOf(call));
  return jsonText(`{"*":[${apps.map((app) => embeddedText(core, survey, app, embeds, clock.now())).join()}]}`);
}

async function put(context: Context, call: Call, create: boolean): Promise<Response> {
  const { request, url } = call;
  const id = idOf(call);
  const change = accepted(readAppUpdate(await readJson(request)));
  const current = context.core.app(id);
  const options = { partial: flag(url, 'partialUpdate', true), create };
  let app: AppDefinition | undefined;
  const deployment = update(
    context,
    (root) => withSpec(root, (app = updatedApp(context.core, current, { ...change, id }, context.defaults, options))),
    { force: flag(url, 'force') },
  );
  const { versionInfo: _versionInfo, ...posted } = app ?? current ?? {};
  if ('id' in posted) publishPosted(context, request, url.pathname, { ...posted, version: deployment.version });
  return current ? deployed(deployment) : deployed(deployment, 201, locationHeader(url, id));
}

/** Force is the default here, unlike everywhere else (recorded). */
function remove(context: Context, call: Call): Response {
  const id = idOf(call);
  const deployment = update(
    context,
    (root) => {
      if (!context.core.app(id)) throw notThere(noSuchApp(id));
      return withoutSpec(root, id);
    },
    { force: flag(call.url, 'force', true) },
  );
  return deployed(deployment);
}

function restart(context: Context, call: Call): Response {
  const id = idOf(call);
  const change = (root: GroupDefinition): GroupDefinition => {
    if (!context.core.app(id)) throw notThere(noSuchApp(id));
    return root;
  };
  return deployed(update(context, change, { force: flag(call.url, 'force'), restart: [id] }));
}

function versions({ core }: Context, call: Call): Response {
  const id = idOf(call);
  if (!core.app(id)) throw notFound(noSuchApp(id));
  return json({ versions: core.versions(id) });
}

/** One version is there even when its app is gone. */
function version({ core }: Context, call: Call): Response {
  const id = idOf(call);
  const wished = call.params[1] ?? '';
  if (!isTimestamp(wished)) throw unprocessable(`Invalid timestamp provided '${wished}'. Expecting ISO-8601 datetime string.`);
  const app = core.appAt(id, timestampOf(Date.parse(wished)));
  if (!app) throw notFound(`App '${id}' does not exist in version ${wished}`);
  return json(renderApp(app));
}

/** `/v2/apps/{id}` and what is below it but tasks. The id spans slashes, so the longer patterns come first. */
export const appResources = (context: Context): Resource[] => [
  { pattern: /^\/v2\/apps(\/.+)?\/\*$/, methods: { GET: (call) => readBelow(context, call) } },
  { pattern: /^\/v2\/apps(\/.+)\/restart$/, jsonOnly: true, methods: { POST: (call) => restart(context, call) } },
  { pattern: /^\/v2\/apps(\/.+)\/versions$/, methods: { GET: (call) => versions(context, call) } },
  { pattern: /^\/v2\/apps(\/.+)\/versions\/([^/]+)$/, methods: { GET: (call) => version(context, call) } },
  {
    pattern: /^\/v2\/apps(\/.+)$/,
    jsonOnly: true,
    methods: {
      GET: (call) => read(context, call),
      PUT: (call) => put(context, call, true),
      PATCH: (call) => put(context, call, false),
      DELETE: (call) => remove(context, call),
    },
  },
];
