import { useState } from 'react';
import { useAppDialogWords } from '../../i18n/app-dialog-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import type { AppDetail } from '../../live/marathon-wire.ts';
import { Banner } from '../../ui/Banner.tsx';
import { AppActionDialog } from './parts/AppActionDialog.tsx';
import { InstancesField, readInstances } from './parts/InstancesField.tsx';
import { useAppDialog } from './parts/use-list-base.ts';
import { hasPersistentVolumes } from './rules/has-volumes.ts';

export function ScaleDialog() {
  const { actions } = useMessages().marathon;
  const words = useAppDialogWords();
  const { appId, close } = useAppDialog();
  // Until something is typed the field follows the app, which someone else may scale meanwhile.
  const [typed, setTyped] = useState<string>();
  const textOf = (app: AppDetail) => typed ?? String(app.instances);
  const wantedOf = (app: AppDetail) => readInstances(textOf(app)).instances;
  return (
    <AppActionDialog
      appId={appId}
      onClose={close}
      title={words.scaleTitle(appId)}
      label={actions.scale}
      done={(app) => ({ title: words.scaled(appId, wantedOf(app) ?? app.instances) })}
      action={(app, force) => {
        const instances = wantedOf(app);
        return instances === undefined ? undefined : { kind: 'scale', id: appId, instances, force };
      }}
    >
      {(app) => (
        <div className="flex flex-col gap-3">
          <InstancesField label={words.scaleLabel} hint={words.scaleHint(app.instances)} text={textOf(app)} onText={setTyped} />
          {hasPersistentVolumes(app) && (wantedOf(app) ?? app.instances) < app.instances && (
            <Banner tone="warn">{words.keepsVolumes}</Banner>
          )}
        </div>
      )}
    </AppActionDialog>
  );
}
