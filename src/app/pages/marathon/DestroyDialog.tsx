import { useNavigate } from 'react-router';
import { useMessages } from '../../i18n/messages.ts';
import { paths } from '../../paths.ts';
import { AppActionDialog } from './parts/AppActionDialog.tsx';
import { useAppDialog } from './parts/use-list-base.ts';
import { groupOf } from './rules/app-facts.ts';

export function DestroyDialog() {
  const { actions } = useMessages().marathon;
  const { appId, close, onAppPage } = useAppDialog();
  const navigate = useNavigate();
  // The page of an app that is gone has nothing to show.
  const leave = () => (onAppPage ? void navigate(paths.marathon.group(groupOf(appId))) : close());
  return (
    <AppActionDialog
      appId={appId}
      onClose={close}
      onDone={leave}
      title={actions.destroyTitle(appId)}
      label={actions.destroy}
      danger
      done={() => actions.destroyed(appId)}
      action={() => ({ kind: 'destroy', id: appId })}
    >
      {() => <p>{actions.destroyText(appId)}</p>}
    </AppActionDialog>
  );
}
