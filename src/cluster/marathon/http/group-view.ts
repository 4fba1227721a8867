import type { AppDefinition, GroupDefinition } from '../../../api/marathon/definition.ts';
import type { MarathonCore } from '../core.ts';
import { embeddedText, surveyOf } from './app-embeds.ts';
import { openAppText } from './app-view.ts';
import { podText } from './pod-view.ts';
import { appEmbeds } from './query.ts';

/** The JSON text of a group. */
type GroupText = (group: GroupDefinition) => string;

/** Texts that are joined once, at the end: a text made of texts would copy each app as often as its group is deep. */
function addList<T>(pieces: string[], items: readonly T[], add: (item: T) => void): void {
  for (const [index, item] of items.entries()) {
    if (index > 0) pieces.push(',');
    add(item);
  }
}

function groupTexts(parts: { apps: boolean; pods: boolean; groups: boolean }, app: (app: AppDefinition) => string): GroupText {
  const add = (pieces: string[], group: GroupDefinition): void => {
    const { id, apps, pods, groups, dependencies, version, enforceRole = false } = group;
    pieces.push(`{"id":${JSON.stringify(id)},"apps":[`);
    if (parts.apps) addList(pieces, apps, (each) => pieces.push(app(each)));
    pieces.push('],"pods":[');
    if (parts.pods) addList(pieces, pods, (each) => pieces.push(podText(each)));
    pieces.push('],"groups":[');
    if (parts.groups) addList(pieces, groups, (each) => add(pieces, each));
    pieces.push('],', JSON.stringify({ dependencies, version, enforceRole }).slice(1));
  };
  return (group) => {
    const pieces: string[] = [];
    add(pieces, group);
    return pieces.join('');
  };
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
