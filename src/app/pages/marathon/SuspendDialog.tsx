import { useAppDialogWords } from '../../i18n/app-dialog-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { AppActionDialog } from './parts/AppActionDialog.tsx';
import { useAppDialog } from './parts/use-list-base.ts';

export function SuspendDialog() {
  const { actions } = useMessages().marathon;
  const words = useAppDialogWords();
  const { appId, close } = useAppDialog();
  return (
    <AppActionDialog
      appId={appId}
      onClose={close}
      title={words.suspendTitle(appId)}
      label={actions.suspend}
      done={() => ({ title: words.suspended(appId) })}
      action={(_, force) => ({ kind: 'scale', id: appId, instances: 0, force })}
    >
      {(app) => <p>{words.suspendText(app.instances)}</p>}
    </AppActionDialog>
  );
}
