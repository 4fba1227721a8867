import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { Role } from '../../../api/dcos/users.ts';
import { RoleField } from '../../components/users/RoleField.tsx';
import { useUsersWords } from '../../i18n/users-words.ts';
import { useUserChange } from '../../live/use-user-change.ts';
import { addUser } from '../../live/users.ts';
import { keepingSearch } from '../../paths.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useToast } from '../../ui/use-toast.ts';
import { userPaths } from '../../user-paths.ts';

const NOBODY: { uid: string; description: string; password: string; role: Role } = {
  uid: '',
  description: '',
  password: '',
  role: 'read-only',
};

/** A user with a password, who may look unless more is chosen. What is wrong is said by the server, which has the rules. */
export function AddUserDialog() {
  const { add } = useUsersWords();
  const navigate = useNavigate();
  const { search } = useLocation();
  const toast = useToast();
  const [user, setUser] = useState(NOBODY);
  const close = () => void navigate(keepingSearch(userPaths.users(), search), { preventScrollReset: true });
  const adding = useUserChange(addUser, (_, { uid }) => {
    toast({ tone: 'ok', title: add.done(uid) });
    close();
  });
  const set = (key: 'uid' | 'description' | 'password') => ({
    value: user[key],
    onChange: ({ target }: { target: { value: string } }) => setUser({ ...user, [key]: target.value }),
  });
  return (
    <ConfirmDialog
      title={add.label}
      confirmLabel={add.label}
      harmless
      pending={adding.isPending}
      error={adding.error?.message}
      onConfirm={() => adding.mutate(user)}
      onClose={close}
    >
      <Field label={add.name} hint={add.nameHint} required>
        <TextInput {...set('uid')} autoCapitalize="none" />
      </Field>
      <Field label={add.description}>
        <TextInput {...set('description')} />
      </Field>
      <Field label={add.password} hint={add.passwordHint} required>
        <TextInput {...set('password')} type="password" autoComplete="new-password" />
      </Field>
      <RoleField value={user.role} onChange={(role) => setUser({ ...user, role })} />
    </ConfirmDialog>
  );
}
