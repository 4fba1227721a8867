import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { groupUpdateSchema } from '../../../../api/marathon/group.ts';
import type { JsonKind } from '../../../forms/json/json-kind.ts';
import { readJson } from '../../../forms/json/json-text.ts';
import type { PathProblem } from '../../../forms/json/path-problem.ts';
import { useFormWords } from '../../../i18n/application-form-words.ts';
import { useGroupWords } from '../../../i18n/group-words.ts';
import { changeGroup, planOfChange } from '../../../live/group-actions.ts';
import { isLocked } from '../../../live/marathon-actions.ts';
import { appsQuery } from '../../../live/marathon-queries.ts';
import { DC_OS_SETTINGS, serverSettingsQuery } from '../../../live/server-settings.ts';
import { useToast } from '../../../ui/use-toast.ts';
import { ApiError } from '../../../util/http.ts';
import { dependenciesOf, type GroupDefinition, idsOf, isSameBut, readDefinition, unknownId, writeDefinition } from '../rules/group-edit.ts';
import { groupProblems } from '../rules/group-problems.ts';

/** What is typed: dependencies, one a line, or the whole document. */
type Mode = { json: false; lines: string } | { json: true; text: string };

/** The state of the form of a group, and sending it. */
export function useGroupEdit(definition: GroupDefinition, onSaved: () => void) {
  const words = useGroupWords();
  const { id } = definition;
  const client = useQueryClient();
  const toast = useToast();
  const { data: known } = useQuery({ ...appsQuery, select: ({ apps, groups }) => new Set([...groups, ...apps.map((app) => app.id)]) });
  const kind = useGroupKind(id, known);
  const [document, setDocument] = useState(definition);
  const [mode, setMode] = useState<Mode>({ json: false, lines: dependenciesOf(definition).join('\n') });
  const [attempts, setAttempts] = useState(0);

  const typed = mode.json ? readDefinition(mode.text, id) : { ...document, dependencies: idsOf(mode.lines) };
  const unknown = mode.json || known === undefined ? undefined : unknownId(idsOf(mode.lines), known);
  // Of what the fields alone have changed only that is sent: what somebody else changes in the group meanwhile stays.
  const body = typed && (isSameBut('dependencies', typed, definition) ? { dependencies: typed['dependencies'] } : typed);
  const save = useMutation({ mutationFn: (force: boolean) => changeGroup(client, id, body ?? {}, force) });
  const plan = useMutation({ mutationFn: () => planOfChange(id, body ?? {}) });
  const locked = isLocked(save.error);

  const change = (next: Mode) => {
    setMode(next);
    save.reset();
    plan.reset();
  };
  const switchMode = () => {
    if (typed === undefined) return;
    setDocument(typed);
    change(mode.json ? { json: false, lines: dependenciesOf(typed).join('\n') } : { json: true, text: writeDefinition(typed) });
  };
  /** Goes on unless something is wrong, which the fields or the JSON show. */
  const ifRight = (goOn: () => void) => {
    const isRight = typed !== undefined && unknown === undefined && !(mode.json && isWrong(kind, mode.text));
    if (isRight) goOn();
    else setAttempts(attempts + 1);
  };
  const submit = () =>
    ifRight(() =>
      save.mutate(locked, {
        onSuccess: () => {
          toast({ tone: 'ok', title: words.saved(id) });
          onSaved();
        },
      }),
    );
  const error = save.error ?? plan.error;
  return {
    mode,
    change,
    switchMode,
    kind,
    attempts,
    refused: refusedOf(error),
    unknown,
    save,
    plan,
    locked,
    submit,
    preview: () => ifRight(plan.mutate),
  };
}

function useGroupKind(id: string, known: ReadonlySet<string> | undefined): JsonKind {
  const words = useGroupWords();
  const { problems } = useFormWords();
  const server = useQuery(serverSettingsQuery).data ?? DC_OS_SETTINGS;
  return useMemo(
    () => ({
      schema: groupUpdateSchema,
      judge: (document) => groupProblems(document, { id, known, app: { words: problems, server }, words }),
      words: words.document,
      fileName: () => id.slice(1).replaceAll('/', '-') || 'root',
    }),
    [id, known, problems, server, words],
  );
}

function isWrong({ judge }: JsonKind, text: string): boolean {
  const read = readJson(text);
  return !read.ok || judge(read.document).length > 0;
}

/** What Marathon said about places of the document. */
const refusedOf = (error: Error | null): PathProblem[] =>
  error instanceof ApiError ? error.details.flatMap(({ path, errors }) => errors.map((message) => ({ path, message }))) : [];
