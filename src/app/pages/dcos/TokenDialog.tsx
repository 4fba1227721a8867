import { useState } from 'react';
import { useUserDialog } from '../../components/users/use-user-dialog.ts';
import { useUsersWords } from '../../i18n/users-words.ts';
import { useUserChange } from '../../live/use-user-change.ts';
import { makeToken } from '../../live/users.ts';
import { Button } from '../../ui/Button.tsx';
import { CodeBlock } from '../../ui/CodeBlock.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';

/** A token for a program, shown once: the server keeps no copy that it could show again. */
export function TokenDialog() {
  const { token: words } = useUsersWords();
  const { uid, close } = useUserDialog();
  const [name, setName] = useState('');
  const making = useUserChange(() => makeToken(uid, name));
  if (making.data !== undefined)
    return (
      <Dialog title={words.title} width="sm" onClose={close} footer={<Button onClick={close}>{words.close}</Button>}>
        <div className="flex flex-col gap-3">
          <p>{words.once}</p>
          <CodeBlock code={making.data} label={words.value} />
          <p className="text-xs text-muted">{words.use}</p>
        </div>
      </Dialog>
    );
  return (
    <ConfirmDialog
      title={words.title}
      confirmLabel={words.label}
      harmless
      pending={making.isPending}
      error={making.error?.message}
      onConfirm={() => making.mutate(undefined)}
      onClose={close}
    >
      <Field label={words.name} hint={words.nameHint} required>
        <TextInput value={name} onChange={({ target }) => setName(target.value)} />
      </Field>
    </ConfirmDialog>
  );
}
