import { useNavigate } from 'react-router';
import { useAppDialogWords } from '../../i18n/app-dialog-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { destroyedApp } from '../../live/recreate.ts';
import { AppActionDialog } from './parts/AppActionDialog.tsx';
import { useAppDialog } from './parts/use-list-base.ts';
import { useUndo } from './parts/use-undo.ts';
import { groupOf } from './rules/app-facts.ts';
import { useMarathonPaths } from '../../util/use-marathon-paths.ts';

export function DestroyDialog() {
  const places = useMarathonPaths();
  const { actions } = useMessages().marathon;
  const words = useAppDialogWords();
  const { appId, close, onAppPage } = useAppDialog();
  const navigate = useNavigate();
  const undo = useUndo();
  // The page of an app that is gone has nothing to show.
  const leave = () => (onAppPage ? void navigate(places.group(groupOf(appId))) : close());
  return (
    <AppActionDialog
      appId={appId}
      onClose={close}
      onDone={leave}
      title={words.destroyTitle(appId)}
      label={actions.destroy}
      danger
      done={(app) => ({ title: words.destroyed(appId), action: undo(destroyedApp(app, Date.now())) })}
      action={() => ({ kind: 'destroy', id: appId })}
    >
      {() => <p>{words.destroyText(appId)}</p>}
    </AppActionDialog>
  );
}
