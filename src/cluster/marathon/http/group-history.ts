import { json, jsonText, notBuilt } from '../../../api/http/fetch.ts';
import type { GroupDefinition, Timestamp } from '../../../api/marathon/definition.ts';
import { isTimestamp } from '../../../api/marathon/fields.ts';
import { noSuchGroup, notFound, unprocessable } from '../errors.ts';
import { idOf } from './app-resource.ts';
import { deployed, timestampOf, update, type Context } from './context.ts';
import type { Call, Resource } from '../../rest/dispatch.ts';
import { withGroup } from './group-change.ts';
import { groupText } from './group-view.ts';
import { flag } from './query.ts';

/** Former states of groups. The engine that keeps none leaves the endpoints of group versions unbuilt (501). */
export interface GroupHistory {
  /** When the group, or anything in it, changed; empty for an unknown id. */
  groupVersions(id: string): Timestamp[];
  groupAt(id: string, version: Timestamp): GroupDefinition | undefined;
}

function versions(history: GroupHistory, call: Call): Response {
  const id = idOf(call);
  const known = history.groupVersions(id);
  if (known.length === 0) throw notFound(noSuchGroup(id));
  return json(known);
}

/** The group that a path ending in a version names. Errors: 422 for what is no time, 404 for an unknown version. */
function groupOf(history: GroupHistory, call: Call): GroupDefinition {
  const id = idOf(call);
  const wished = call.params[1] ?? '';
  if (!isTimestamp(wished)) throw unprocessable(`Invalid timestamp provided '${wished}'. Expecting ISO-8601 datetime string.`);
  const group = history.groupAt(id, timestampOf(Date.parse(wished)));
  if (!group) throw notFound(`Group '${id}' does not exist in version ${wished}`);
  return group;
}

/** Brings that version back: no Marathon had this, but the Python client asks for it. A body is not looked at. */
function rollback(context: Context, history: GroupHistory, call: Call): Response {
  const former = groupOf(history, call);
  return deployed(update(context, (root) => withGroup(root, former), { force: flag(call.url, 'force') }));
}

export const groupHistoryResources = (context: Context, history: GroupHistory | undefined): Resource[] => [
  {
    pattern: /^\/v2\/groups(\/.+)?\/versions$/,
    methods: { GET: (call) => (history ? versions(history, call) : notBuilt('Marathon', call.request)) },
  },
  {
    pattern: /^\/v2\/groups(\/.+)?\/versions\/([^/]+)$/,
    methods: {
      GET: (call) => (history ? jsonText(groupText(groupOf(history, call))) : notBuilt('Marathon', call.request)),
      PUT: (call) => (history ? rollback(context, history, call) : notBuilt('Marathon', call.request)),
    },
  },
];
