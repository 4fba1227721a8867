import { json, jsonText, notBuilt } from '../../../api/http/fetch.ts';
import { isPathId, resolveId } from '../../../api/marathon/app-id.ts';
import type { GroupDefinition } from '../../../api/marathon/definition.ts';
import { readGroup, readGroupPatch, type GroupUpdate } from '../../../api/marathon/group.ts';
import { UNVERSIONED } from '../../../api/marathon/normalise.ts';
import { emptyGroup, groupsOf, scaledGroup } from '../definitions/group-tree.ts';
import { conflict, invalid, invalidObject, noSuchGroup, notFound, notThere } from '../errors.ts';
import { appsBelow, idOf } from './app-resource.ts';
import { embeddedText, surveyOf } from './app-embeds.ts';
import { deployed, locationHeader, planOf, update, type Context } from './context.ts';
import type { Call, Resource } from '../../rest/dispatch.ts';
import { changedGroup, isTopLevel, ONLY_TOP_LEVEL, withGroup, withoutGroup } from './group-change.ts';
import type { GroupHistory } from './group-history.ts';
import { wishedGroupText } from './group-view.ts';
import { appEmbeds, flag } from './query.ts';
import { readJson } from './request-body.ts';

const findGroup = (root: GroupDefinition, id: string): GroupDefinition | undefined => [...groupsOf(root)].find((group) => group.id === id);

function read({ core, clock }: Context, call: Call): Response {
  const id = idOf(call);
  const group = findGroup(core.root(), id);
  if (!group) throw notFound(noSuchGroup(id));
  return jsonText(wishedGroupText(core, call.url, clock.now())(group));
}

/** The apps of a group and below it; none for a group that is not there (recorded). */
function apps({ core, clock }: Context, call: Call): Response {
  const root = core.root();
  const id = idOf(call);
  const embeds = appEmbeds(call.url);
  const survey = surveyOf(core);
  const found = findGroup(root, id) ? appsBelow(root, id) : [];
  return jsonText(`[${found.map((app) => embeddedText(core, survey, app, embeds, clock.now())).join()}]`);
}

async function readUpdate({ request }: Call): Promise<GroupUpdate> {
  const read = readGroup(await readJson(request));
  if (!read.ok) throw invalid(read.error);
  return read.group;
}

async function create(context: Context, call: Call): Promise<Response> {
  const posted = await readUpdate(call);
  const id = resolveId(posted.id ?? '', idOf(call));
  const change = (root: GroupDefinition): GroupDefinition => {
    if (findGroup(root, id)) throw conflict(`Group ${id} is already created. Use PUT to change this group.`);
    if (context.core.app(id)) throw conflict(`An app with the path ${id} already exists.`);
    if (context.core.pod(id)) throw conflict(`A pod with the path ${id} already exists.`);
    return withGroup(root, changedGroup(emptyGroup(id, UNVERSIONED), posted, context.defaults));
  };
  return deployed(update(context, change, { force: flag(call.url, 'force') }), 201, locationHeader(call.url, id));
}

function changeOf(context: Context, id: string, wished: GroupUpdate, history: GroupHistory | undefined) {
  const { version, scaleBy } = wished;
  return (root: GroupDefinition): GroupDefinition => {
    const current = findGroup(root, id) ?? emptyGroup(id, UNVERSIONED);
    if (scaleBy !== undefined)
      return withGroup(
        root,
        scaledGroup(current, ({ instances }) => Math.ceil(instances * scaleBy)),
      );
    if (version === undefined) return withGroup(root, changedGroup(current, wished, context.defaults));
    const former = history?.groupAt(id, new Date(version).toISOString());
    if (!former) throw notThere(`Group '${id}' does not exist in version ${version}`);
    return withGroup(root, former);
  };
}

async function put(context: Context, call: Call, history: GroupHistory | undefined): Promise<Response> {
  const id = idOf(call);
  const wished = await readUpdate(call);
  if (!isPathId(id)) throw invalidObject('/id', 'must be a path of lower-case letters, digits, dashes and dots');
  if (wished.version !== undefined && !history) return notBuilt('Marathon', call.request);
  const change = changeOf(context, id, wished, history);
  if (flag(call.url, 'dryRun')) return json({ steps: planOf(context, change) });
  return deployed(update(context, change, { force: flag(call.url, 'force') }));
}

/** Lets a top-level group insist on its role, or no more. What is in it stays as it is, so there is nothing to deploy. */
async function patch({ core }: Context, call: Call): Promise<Response> {
  const id = idOf(call);
  const read = readGroupPatch(await readJson(call.request));
  if (!read.ok) throw invalid(read.error);
  if (!isTopLevel(id)) throw invalidObject('/', ONLY_TOP_LEVEL);
  const group = findGroup(core.root(), id);
  if (!group) throw notFound(noSuchGroup(id));
  core.adjust((root) => withGroup(root, { ...group, enforceRole: read.enforceRole }));
  return new Response(null, { status: 200 });
}

function remove(context: Context, call: Call): Response {
  const id = idOf(call);
  const change = (root: GroupDefinition): GroupDefinition => {
    if (!findGroup(root, id)) throw notThere(noSuchGroup(id));
    return withoutGroup(root, id);
  };
  return deployed(update(context, change, { force: flag(call.url, 'force') }));
}

/** `/v2/groups` and below; the id spans slashes and is empty for the root. */
export const groupsResources = (context: Context, history: GroupHistory | undefined): Resource[] => [
  { pattern: /^\/v2\/groups(\/.+)?\/apps$/, methods: { GET: (call) => apps(context, call) } },
  {
    pattern: /^\/v2\/groups(\/.+)?$/,
    methods: {
      GET: (call) => read(context, call),
      POST: (call) => create(context, call),
      PUT: (call) => put(context, call, history),
      PATCH: (call) => patch(context, call),
      DELETE: (call) => remove(context, call),
    },
  },
];
