import * as z from 'zod/mini';
import { resolveId } from '../../../../api/marathon/app-id.ts';
import { pathOf, withoutNulls } from '../../../../api/marathon/faults.ts';
import { groupUpdateSchema } from '../../../../api/marathon/group.ts';
import { type AppRules, documentProblems } from '../../../forms/application/problems.ts';
import { objectsAt, textAt } from '../../../forms/json/document-parts.ts';
import type { JsonObject } from '../../../forms/json/json-kind.ts';
import type { PathProblem } from '../../../forms/json/path-problem.ts';

/** What the rules have to know beyond the document. */
export interface GroupRules {
  /** The id of the group, which stays. */
  id: string;
  /** Ids of all groups and apps; undefined while they are not known. */
  known: ReadonlySet<string> | undefined;
  app: Pick<AppRules, 'words' | 'server'>;
  words: { idStays: (id: string) => string; unknownDependency: (id: string) => string };
}

/** Everything that is wrong with a group that is edited as a document, down to its apps. */
export function groupProblems(document: JsonObject, rules: GroupRules): PathProblem[] {
  const { id, words } = rules;
  const own = resolveId(textAt(document, 'id') || id) === id ? [] : [{ path: '/id', message: words.idStays(id) }];
  const shape = z.safeParse(groupUpdateSchema, withoutNulls(document));
  if (!shape.success) return [...own, ...shape.error.issues.map(({ path, message }) => ({ path: pathOf(path), message }))];
  return [
    ...own,
    ...dependencyProblems(document, rules),
    ...appsWithin(document, '').flatMap(({ path, app }) => appProblems(path, app, rules)),
  ];
}

function appsWithin(group: JsonObject, at: string): { path: string; app: JsonObject }[] {
  const apps = objectsAt(group, 'apps') ?? [];
  const groups = objectsAt(group, 'groups') ?? [];
  return [
    ...apps.map((app, index) => ({ path: `${at}/apps(${index})`, app })),
    ...groups.flatMap((child, index) => appsWithin(child, `${at}/groups(${index})`)),
  ];
}

/** The whole ids of a group and of all that is in it. */
function idsWithin(group: JsonObject, id: string): string[] {
  const ofApps = (objectsAt(group, 'apps') ?? []).map((app) => resolveId(textAt(app, 'id'), id));
  return [id, ...ofApps, ...(objectsAt(group, 'groups') ?? []).flatMap((child) => idsWithin(child, resolveId(textAt(child, 'id'), id)))];
}

const appProblems = (at: string, app: JsonObject, { app: rules }: GroupRules): PathProblem[] =>
  documentProblems(app, rules).map(({ path, message }) => ({ path: path === '/' ? at : at + path, message }));

/** Marathon would wait for ever for what is not there. */
function dependencyProblems(document: JsonObject, { id, known, words }: GroupRules): PathProblem[] {
  const { dependencies } = document;
  if (known === undefined || !Array.isArray(dependencies)) return [];
  const there = new Set([...known, ...idsWithin(document, id)]);
  return dependencies.flatMap((dependency: unknown, index) => {
    const name = String(dependency);
    return there.has(resolveId(name, id)) ? [] : [{ path: `/dependencies(${index})`, message: words.unknownDependency(name) }];
  });
}
