import { useMessages } from '../../i18n/messages.ts';
import { AppActionDialog } from './parts/AppActionDialog.tsx';
import { useAppDialog } from './parts/use-list-base.ts';

export function RestartDialog() {
  const { actions } = useMessages().marathon;
  const { appId, close } = useAppDialog();
  return (
    <AppActionDialog
      appId={appId}
      onClose={close}
      title={actions.restartTitle(appId)}
      label={actions.restart}
      done={() => actions.restarted(appId)}
      action={(_, force) => ({ kind: 'restart', id: appId, force })}
    >
      {(app) => <p>{app.instances === 1 ? actions.restartTextOne : actions.restartText(app.instances)}</p>}
    </AppActionDialog>
  );
}
