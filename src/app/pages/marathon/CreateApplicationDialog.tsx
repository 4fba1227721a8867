import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { resolveId } from '../../../api/marathon/app-id.ts';
import { AppFormDialog } from '../../forms/application/AppFormDialog.tsx';
import { textAt } from '../../forms/json/document-parts.ts';
import { newDocument } from '../../forms/application/form-values.ts';
import type { SubmitApp } from '../../forms/application/use-app-form.ts';
import { useFormAddress } from '../../forms/application/use-form-address.ts';
import { useRefusal } from '../../forms/application/use-refusal.ts';
import { useFormWords } from '../../i18n/application-form-words.ts';
import { createApp } from '../../live/marathon-actions.ts';
import { keepingSearch } from '../../paths.ts';
import { useToast } from '../../ui/use-toast.ts';
import { useListGroup } from './parts/use-list-base.ts';
import { useMarathonPaths } from '../../util/use-marathon-paths.ts';

/** *New Application* over the list. What was created shows in the list at once; what was refused says why at its field. */
export function CreateApplicationDialog() {
  const places = useMarathonPaths();
  const form = useFormWords();
  const groupId = useListGroup();
  const navigate = useNavigate();
  const toast = useToast();
  const client = useQueryClient();
  const refusalOf = useRefusal();
  const { searchBehind } = useFormAddress();
  const document = useMemo(() => newDocument(groupId), [groupId]);
  const close = () => void navigate(keepingSearch(places.group(groupId), searchBehind), { preventScrollReset: true });
  const submit: SubmitApp = async (wanted, force) => {
    const id = resolveId(textAt(wanted, 'id'));
    try {
      await createApp(client, { ...wanted, id }, force);
    } catch (error) {
      return refusalOf(error, id);
    }
    toast({ tone: 'ok', title: form.created(id) });
    close();
    return undefined;
  };
  return (
    <AppFormDialog
      title={form.newApplication}
      submitLabel={form.create}
      document={document}
      draftKey={`create:${groupId}`}
      onSubmit={submit}
      onClose={close}
    />
  );
}
