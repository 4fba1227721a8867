import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useGroupWords } from '../../../i18n/group-words.ts';
import { changeGroup, planOfChange } from '../../../live/group-actions.ts';
import { isLocked } from '../../../live/marathon-actions.ts';
import { appsQuery } from '../../../live/marathon-queries.ts';
import { useToast } from '../../../ui/use-toast.ts';
import { dependenciesOf, type GroupDefinition, idsOf, isSameBut, readDefinition, unknownId, writeDefinition } from '../rules/group-edit.ts';

/** What is typed: dependencies, one a line, or the whole document. */
type Mode = { json: false; lines: string } | { json: true; text: string };

/** The state of the form of a group, and sending it. */
export function useGroupEdit(definition: GroupDefinition, onSaved: () => void) {
  const words = useGroupWords();
  const { id } = definition;
  const client = useQueryClient();
  const toast = useToast();
  const { data: known } = useQuery({ ...appsQuery, select: ({ apps, groups }) => new Set([...groups, ...apps.map((app) => app.id)]) });
  const [document, setDocument] = useState(definition);
  const [mode, setMode] = useState<Mode>({ json: false, lines: dependenciesOf(definition).join('\n') });

  const typed = mode.json ? readDefinition(mode.text, id) : { ...document, dependencies: idsOf(mode.lines) };
  const unknown = mode.json || known === undefined ? undefined : unknownId(idsOf(mode.lines), known);
  const valid = typed !== undefined && unknown === undefined;
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
  const submit = () => {
    if (!valid) return;
    save.mutate(locked, {
      onSuccess: () => {
        toast({ tone: 'ok', title: words.saved(id) });
        onSaved();
      },
    });
  };
  return { mode, change, switchMode, valid, badJson: typed === undefined, unknown, save, plan, locked, submit };
}
