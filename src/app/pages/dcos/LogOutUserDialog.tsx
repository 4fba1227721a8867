import { useUserDialog } from '../../components/users/use-user-dialog.ts';
import { useUsersWords } from '../../i18n/users-words.ts';
import { useUserChange } from '../../live/use-user-change.ts';
import { endSessions } from '../../live/users.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useToast } from '../../ui/use-toast.ts';

export function LogOutUserDialog() {
  const { logOut: words } = useUsersWords();
  const { uid, user, own, close } = useUserDialog();
  const toast = useToast();
  const ending = useUserChange(
    () => endSessions(uid),
    () => {
      toast({ tone: 'ok', title: words.done });
      close();
    },
  );
  return (
    <ConfirmDialog
      title={words.question(user?.description ?? uid)}
      confirmLabel={words.label}
      danger
      harmless
      pending={ending.isPending}
      error={ending.error?.message}
      onConfirm={() => ending.mutate(undefined)}
      onClose={close}
    >
      <p>{own ? words.own : words.other}</p>
    </ConfirmDialog>
  );
}
