import { useState } from 'react';
import { instancesSchema } from '../../../api/marathon/app.ts';
import { useMessages } from '../../i18n/messages.ts';
import type { AppDetail } from '../../live/marathon-wire.ts';
import { Field } from '../../ui/Field.tsx';
import { NumberInput } from '../../ui/NumberInput.tsx';
import { AppActionDialog } from './parts/AppActionDialog.tsx';
import { useAppDialog } from './parts/use-list-base.ts';

export function ScaleDialog() {
  const { actions } = useMessages().marathon;
  const { appId, close } = useAppDialog();
  // Until something is typed the field follows the app, which someone else may scale meanwhile.
  const [typed, setTyped] = useState<string>();
  const judge = (text: string) => instancesSchema.safeParse(text.trim() === '' ? text : Number(text));
  const textOf = (app: AppDetail) => typed ?? String(app.instances);
  return (
    <AppActionDialog
      appId={appId}
      onClose={close}
      title={actions.scaleTitle(appId)}
      label={actions.scale}
      done={(app) => actions.scaled(appId, Number(textOf(app)))}
      action={(app, force) => {
        const { data: instances } = judge(textOf(app));
        return instances === undefined ? undefined : { kind: 'scale', id: appId, instances, force };
      }}
    >
      {(app) => (
        <Field label={actions.scaleLabel} hint={actions.scaleHint(app.instances)} error={judge(textOf(app)).error?.issues[0]?.message}>
          <NumberInput value={textOf(app)} onChange={(event) => setTyped(event.target.value)} />
        </Field>
      )}
    </AppActionDialog>
  );
}
