import { useMessages } from '../../i18n/messages.ts';
import { AppActionDialog } from './parts/AppActionDialog.tsx';
import { useAppDialog } from './parts/use-list-base.ts';

export function SuspendDialog() {
  const { actions } = useMessages().marathon;
  const { appId, close } = useAppDialog();
  return (
    <AppActionDialog
      appId={appId}
      onClose={close}
      title={actions.suspendTitle(appId)}
      label={actions.suspend}
      done={() => actions.suspended(appId)}
      action={(_, force) => ({ kind: 'scale', id: appId, instances: 0, force })}
    >
      {() => <p>{actions.suspendText}</p>}
    </AppActionDialog>
  );
}
