import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { newIdSchema, resolveId } from '../../../api/marathon/app-id.ts';
import { useGroupWords } from '../../i18n/group-words.ts';
import { createGroup } from '../../live/group-actions.ts';
import { keepingSearch } from '../../paths.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useToast } from '../../ui/use-toast.ts';
import { ApiError } from '../../util/http.ts';
import { useListGroup } from './parts/use-list-base.ts';
import { useMarathonPaths } from '../../util/use-marathon-paths.ts';

/** *New Group* within the group whose list is shown. */
export function CreateGroupDialog() {
  const places = useMarathonPaths();
  const words = useGroupWords();
  const parent = useListGroup();
  const navigate = useNavigate();
  const { search } = useLocation();
  const toast = useToast();
  const client = useQueryClient();
  const [typed, setTyped] = useState('');
  // As in the form of an application: no error before one has left the field or tried to send.
  const [checked, setChecked] = useState(false);
  const id = resolveId(typed.trim(), parent);
  const { mutate, isPending, error, reset } = useMutation({ mutationFn: () => createGroup(client, { id }) });
  const wrong = newIdSchema.safeParse(typed.trim()).error?.issues[0]?.message;
  const taken = error instanceof ApiError && error.status === 409;
  const close = () => void navigate(keepingSearch(places.group(parent), search), { preventScrollReset: true });
  const create = () => {
    setChecked(true);
    if (wrong !== undefined) return;
    mutate(undefined, {
      onSuccess: () => {
        toast({ tone: 'ok', title: words.created(id) });
        close();
      },
    });
  };
  return (
    <ConfirmDialog
      title={words.createTitle}
      confirmLabel={words.create}
      pending={isPending}
      error={taken ? <Taken id={id} byApp={error.message.includes('app ')} /> : error?.message}
      onConfirm={create}
      onClose={close}
    >
      <Field label={words.id} required hint={words.idHint(parent)} error={checked ? wrong : undefined}>
        <TextInput
          value={typed}
          autoComplete="off"
          spellCheck={false}
          onBlur={() => typed !== '' && setChecked(true)}
          onChange={({ target }) => {
            setTyped(target.value);
            if (error) reset();
          }}
        />
      </Field>
    </ConfirmDialog>
  );
}

function Taken({ id, byApp }: { id: string; byApp: boolean }) {
  const places = useMarathonPaths();
  const words = useGroupWords();
  return (
    <>
      {byApp ? words.appExists(id) : words.exists(id)}{' '}
      <Link to={byApp ? places.app(id) : places.group(id)} className="font-medium underline">
        {words.showExisting(id)}
      </Link>
    </>
  );
}
