import { useAppDialogWords } from '../../i18n/app-dialog-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { AppActionDialog } from './parts/AppActionDialog.tsx';
import { useAppDialog } from './parts/use-list-base.ts';

export function RestartDialog() {
  const { actions } = useMessages().marathon;
  const words = useAppDialogWords();
  const { appId, close } = useAppDialog();
  return (
    <AppActionDialog
      appId={appId}
      onClose={close}
      title={words.restartTitle(appId)}
      label={actions.restart}
      done={() => ({ title: words.restarted(appId) })}
      action={(_, force) => ({ kind: 'restart', id: appId, force })}
    >
      {(app) => <p>{app.instances === 1 ? words.restartTextOne : words.restartText(app.instances)}</p>}
    </AppActionDialog>
  );
}
