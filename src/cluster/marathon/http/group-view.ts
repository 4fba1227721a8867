import type { GroupDefinition } from '../../../api/marathon/definition.ts';
import type { MarathonCore } from '../core.ts';
import { renderEmbedded, surveyOf } from './app-embeds.ts';
import { renderApp } from './app-view.ts';
import { appEmbeds } from './query.ts';

type Json = Record<string, unknown>;
type RenderGroup = (group: GroupDefinition) => Json;

function renderer(parts: { apps: boolean; groups: boolean }, app: (app: GroupDefinition['apps'][number]) => Json): RenderGroup {
  const render: RenderGroup = (group) => ({
    id: group.id,
    apps: parts.apps ? group.apps.map(app) : [],
    pods: [],
    groups: parts.groups ? group.groups.map(render) : [],
    dependencies: group.dependencies,
    version: group.version,
    enforceRole: group.enforceRole ?? false,
  });
  return render;
}

/** A group with everything in it and nothing embedded. */
export const renderGroup: RenderGroup = renderer({ apps: true, groups: true }, renderApp);

/** Groups as the query wishes: everything when it names no embed, else only the parts named (an unknown one names none). */
export function groupRenderer(core: MarathonCore, url: URL, now: number): RenderGroup {
  const wished = url.searchParams.getAll('embed');
  if (wished.length === 0) return renderGroup;
  const embeds = appEmbeds(url);
  const survey = surveyOf(core);
  const parts = { apps: wished.includes('group.apps'), groups: wished.includes('group.groups') };
  return renderer(parts, (app) => renderEmbedded(core, survey, app, embeds, now));
}
