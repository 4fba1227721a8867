import { useNavigate } from 'react-router';
import { useUserDialog } from '../../components/users/use-user-dialog.ts';
import { useUsersWords } from '../../i18n/users-words.ts';
import { useUserChange } from '../../live/use-user-change.ts';
import { removeUser } from '../../live/users.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useToast } from '../../ui/use-toast.ts';
import { userPaths } from '../../user-paths.ts';

export function RemoveUserDialog() {
  const { remove: words } = useUsersWords();
  const { uid, user, close } = useUserDialog();
  const navigate = useNavigate();
  const toast = useToast();
  const name = user?.description ?? uid;
  const removing = useUserChange(
    () => removeUser(uid),
    () => {
      toast({ tone: 'ok', title: words.done(name) });
      void navigate(userPaths.users());
    },
  );
  return (
    <ConfirmDialog
      title={words.question(name)}
      confirmLabel={words.label}
      danger
      harmless
      pending={removing.isPending}
      error={removing.error?.message}
      onConfirm={() => removing.mutate(undefined)}
      onClose={close}
    >
      <p>{words.consequence}</p>
    </ConfirmDialog>
  );
}
