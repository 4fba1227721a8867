import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useGroupWords } from '../../../i18n/group-words.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { changeGroup, planOfChange } from '../../../live/group-actions.ts';
import { isLocked } from '../../../live/marathon-actions.ts';
import { appsQuery } from '../../../live/marathon-queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import { Textarea } from '../../../ui/Textarea.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { dependenciesOf, type GroupDefinition, idsOf, readDefinition, unknownId, writeDefinition } from '../rules/group-edit.ts';
import { GroupFormNotices } from './GroupFormNotices.tsx';

type Mode = { json: false; lines: string } | { json: true; text: string };

/** The group as fields or as JSON: one document, carried over when the mode is switched. */
export function GroupForm({ definition, onClose }: { definition: GroupDefinition; onClose: () => void }) {
  const words = useGroupWords();
  const { common, marathon } = useMessages();
  const { id } = definition;
  const client = useQueryClient();
  const toast = useToast();
  const { data: known } = useQuery({ ...appsQuery, select: ({ apps, groups }) => new Set([...groups, ...apps.map((app) => app.id)]) });
  const [document, setDocument] = useState(definition);
  const [mode, setMode] = useState<Mode>({ json: false, lines: dependenciesOf(definition).join('\n') });

  const typed = mode.json ? readDefinition(mode.text, id) : { ...document, dependencies: idsOf(mode.lines) };
  const unknown = mode.json || known === undefined ? undefined : unknownId(idsOf(mode.lines), known);
  const valid = typed !== undefined && unknown === undefined;
  // Only what the fields can change is sent from them: what somebody else changes in the group meanwhile stays.
  const body = typed && (mode.json ? typed : { dependencies: typed['dependencies'] });
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
        onClose();
      },
    });
  };
  return (
    <Dialog
      title={words.editTitle(id)}
      width="lg"
      onClose={onClose}
      headerExtra={<Switch label={words.jsonMode} checked={mode.json} onChange={switchMode} />}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button pending={plan.isPending} onClick={() => valid && plan.mutate()}>
            {words.checkPlan}
          </Button>
          <Button variant={locked ? 'danger' : 'primary'} pending={save.isPending} onClick={submit}>
            {locked ? marathon.conflict.stopAnd(words.save) : words.save}
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {mode.json ? (
          <Field label={words.json} hint={words.jsonHint} error={typed === undefined ? words.badJson : undefined}>
            <Textarea rows={18} value={mode.text} onChange={({ target }) => change({ json: true, text: target.value })} />
          </Field>
        ) : (
          <Field
            label={words.dependencies}
            hint={words.dependenciesHint}
            error={unknown === undefined ? undefined : words.unknownDependency(unknown)}
          >
            <Textarea rows={6} value={mode.lines} onChange={({ target }) => change({ json: false, lines: target.value })} />
          </Field>
        )}
        <GroupFormNotices steps={plan.data} error={save.error ?? plan.error} />
      </form>
    </Dialog>
  );
}
