import { json, jsonText, notBuilt } from '../../../api/http/fetch.ts';
import type { GroupDefinition, Timestamp } from '../../../api/marathon/definition.ts';
import { isTimestamp } from '../../../api/marathon/fields.ts';
import { noSuchGroup, notFound, unprocessable } from '../errors.ts';
import { idOf } from './app-resource.ts';
import { timestampOf } from './context.ts';
import type { Call, Resource } from './dispatch.ts';
import { groupText } from './group-view.ts';

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

function version(history: GroupHistory, call: Call): Response {
  const id = idOf(call);
  const wished = call.params[1] ?? '';
  if (!isTimestamp(wished)) throw unprocessable(`Invalid timestamp provided '${wished}'. Expecting ISO-8601 datetime string.`);
  const group = history.groupAt(id, timestampOf(Date.parse(wished)));
  if (!group) throw notFound(`Group '${id}' does not exist in version ${wished}`);
  return jsonText(groupText(group));
}

export const groupHistoryResources = (history: GroupHistory | undefined): Resource[] => [
  {
    pattern: /^\/v2\/groups(\/.+)?\/versions$/,
    methods: { GET: (call) => (history ? versions(history, call) : notBuilt('Marathon', call.request)) },
  },
  {
    pattern: /^\/v2\/groups(\/.+)?\/versions\/([^/]+)$/,
    methods: { GET: (call) => (history ? version(history, call) : notBuilt('Marathon', call.request)) },
  },
];
