import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useGroupWords } from '../../i18n/group-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { changeGroup } from '../../live/group-actions.ts';
import { appsQuery } from '../../live/marathon-queries.ts';
import { Field } from '../../ui/Field.tsx';
import { NumberInput } from '../../ui/NumberInput.tsx';
import { useToast } from '../../ui/use-toast.ts';
import { AppIdList } from './parts/AppIdList.tsx';
import { GroupActionDialog } from './parts/GroupActionDialog.tsx';
import { useGroupDialog } from './parts/use-group-dialog.ts';
import { readFactor, scaledApps } from './rules/scaled-group.ts';

/** *Scale By*: multiplies the instances of every app in a group, in one deployment. */
export function ScaleGroupDialog() {
  const words = useGroupWords();
  const { actions } = useMessages().marathon;
  const { targetId, close } = useGroupDialog();
  const { data } = useQuery(appsQuery);
  const client = useQueryClient();
  const toast = useToast();
  const [text, setText] = useState('1.0');
  const factor = readFactor(text);
  const changes = factor === undefined ? [] : scaledApps(data?.apps ?? [], targetId, factor);
  return (
    <GroupActionDialog
      title={words.scaleTitle(targetId)}
      label={actions.scale}
      onClose={close}
      send={factor === undefined ? undefined : (force) => changeGroup(client, targetId, { scaleBy: factor }, force)}
      onDone={() => {
        toast({ tone: 'ok', title: words.scaled(targetId, factor ?? 1) });
        close();
      }}
    >
      <Field label={words.factor} hint={words.factorHint} error={factor === undefined ? words.factorError : undefined}>
        <NumberInput value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      {factor !== undefined &&
        (changes.length === 0 ? (
          <p className="text-muted">{words.unchanged}</p>
        ) : (
          <AppIdList label={words.plan} ids={changes.map(({ id, from, to }) => words.fromTo(id, from, to))} />
        ))}
    </GroupActionDialog>
  );
}
