import type { AppDefinition, GroupDefinition } from '../../../api/marathon/definition.ts';
import type { MarathonCore } from '../core.ts';
import { embeddedText, surveyOf } from './app-embeds.ts';
import { openAppText } from './app-view.ts';
import { podText } from './pod-view.ts';
import { appEmbeds } from './query.ts';

/** The JSON text of a group. */
type GroupText = (group: GroupDefinition) => string;

function groupTexts(parts: { apps: boolean; pods: boolean; groups: boolean }, app: (app: AppDefinition) => string): GroupText {
  const textOf: GroupText = ({ id, apps, pods, groups, dependencies, version, enforceRole = false }) => {
    const rest = JSON.stringify({ dependencies, version, enforceRole }).slice(1);
    return `{"id":${JSON.stringify(id)},"apps":[${parts.apps ? apps.map(app).join() : ''}],"pods":[${
      parts.pods ? pods.map(podText).join() : ''
    }],"groups":[${parts.groups ? groups.map(textOf).join() : ''}],${rest}`;
  };
  return textOf;
}

/** A group with everything in it and nothing embedded. */
export const groupText: GroupText = groupTexts({ apps: true, pods: true, groups: true }, (app) => `${openAppText(app)}}`);

/** Groups as the query wishes: everything when it names no embed, else only the parts named (an unknown one names none). */
export function wishedGroupText(core: MarathonCore, url: URL, now: number): GroupText {
  const wished = url.searchParams.getAll('embed');
  if (wished.length === 0) return groupText;
  const embeds = appEmbeds(url);
  const survey = surveyOf(core);
  const parts = {
    apps: wished.includes('group.apps'),
    pods: wished.includes('group.pods'),
    groups: wished.includes('group.groups'),
  };
  return groupTexts(parts, (app) => embeddedText(core, survey, app, embeds, now));
}
