import { useState } from 'react';
import { useUserDialog } from '../../components/users/use-user-dialog.ts';
import { useUsersWords } from '../../i18n/users-words.ts';
import { useUserChange } from '../../live/use-user-change.ts';
import { changeUser } from '../../live/users.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useToast } from '../../ui/use-toast.ts';

const SHORTEST = 8;
const EMPTY = { current: '', next: '', again: '' };

/** A new password: for oneself by the old one, for others by whoever is an admin. */
export function PasswordDialog() {
  const { change: words } = useUsersWords();
  const { uid, user, own, close } = useUserDialog();
  const toast = useToast();
  const [said, setSaid] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const asksCurrent = own && user?.has_password === true;
  const wrong = said.next.length < SHORTEST ? words.short : said.next === said.again ? undefined : words.differs;
  const changing = useUserChange(
    () => changeUser(uid, { password: said.next, ...(asksCurrent && { current_password: said.current }) }),
    () => {
      toast({ tone: 'ok', title: words.done });
      close();
    },
  );
  const confirm = () => {
    setTried(true);
    if (wrong === undefined) changing.mutate(undefined);
  };
  const field = (key: keyof typeof EMPTY, autoComplete: string) => (
    <Field label={words[key]} error={tried && key === 'again' ? wrong : undefined} required>
      <TextInput
        type="password"
        autoComplete={autoComplete}
        value={said[key]}
        onChange={({ target }) => setSaid({ ...said, [key]: target.value })}
      />
    </Field>
  );
  const label = user?.has_password === false ? words.setPassword : words.password;
  return (
    <ConfirmDialog
      title={label}
      confirmLabel={label}
      harmless
      pending={changing.isPending}
      error={changing.error?.message}
      onConfirm={confirm}
      onClose={close}
    >
      {/* for password managers */}
      <input type="text" name="username" autoComplete="username" value={uid} readOnly hidden />
      {asksCurrent && field('current', 'current-password')}
      {field('next', 'new-password')}
      {field('again', 'new-password')}
      <p className="text-xs text-muted">{words.others}</p>
    </ConfirmDialog>
  );
}
