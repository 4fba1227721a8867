import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAppDialogWords } from '../../i18n/app-dialog-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { formerInstancesQuery } from '../../live/former-instances.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { AppActionDialog } from './parts/AppActionDialog.tsx';
import { InstancesField, readInstances } from './parts/InstancesField.tsx';
import { useAppDialog } from './parts/use-list-base.ts';

/** Starts a suspended app with as many instances as it had before. */
export function ResumeDialog() {
  const { actions } = useMessages().marathon;
  const words = useAppDialogWords();
  const { appId, close } = useAppDialog();
  const former = useQuery(formerInstancesQuery(appId));
  const [typed, setTyped] = useState<string>();
  const known = former.data ?? undefined;
  const text = typed ?? String(known ?? 1);
  const { instances } = readInstances(text);
  return (
    <AppActionDialog
      appId={appId}
      onClose={close}
      title={words.resumeTitle(appId)}
      label={actions.resume}
      done={() => ({ title: words.resumed(appId, instances ?? 0) })}
      action={(_, force) => (instances === undefined || former.isPending ? undefined : { kind: 'scale', id: appId, instances, force })}
    >
      {() =>
        former.isPending ? (
          <Skeleton className="h-14 w-full" />
        ) : (
          <InstancesField
            label={words.resumeLabel}
            hint={known === undefined ? words.resumeUnknown : words.resumeHint(known)}
            text={text}
            onText={setTyped}
          />
        )
      }
    </AppActionDialog>
  );
}
