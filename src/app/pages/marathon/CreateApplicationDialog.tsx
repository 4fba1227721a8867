import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { resolveId } from '../../../api/marathon/app-id.ts';
import { filledApp } from '../../components/catalog/filled-document.ts';
import { packageNamed } from '../../components/catalog/packages.ts';
import { AppFormDialog } from '../../forms/application/AppFormDialog.tsx';
import { textAt } from '../../forms/json/document-parts.ts';
import { type AppDocument, newDocument } from '../../forms/application/form-values.ts';
import type { SubmitApp } from '../../forms/application/use-app-form.ts';
import { useFormAddress } from '../../forms/application/use-form-address.ts';
import { useRefusal } from '../../forms/application/use-refusal.ts';
import { useFormWords } from '../../i18n/application-form-words.ts';
import { createApp } from '../../live/marathon-actions.ts';
import { appsQuery } from '../../live/marathon-queries.ts';
import { keepingSearch } from '../../paths.ts';
import { useToast } from '../../ui/use-toast.ts';
import { LoadingForm } from './parts/LoadingForm.tsx';
import { useListGroup } from './parts/use-list-base.ts';
import { useMarathonPaths } from '../../util/use-marathon-paths.ts';

/** *New Application* over the list, empty or filled from the catalog (`?package=redis`). What was created shows in the list at once; what was refused says why at its field. */
export function CreateApplicationDialog() {
  const [search] = useSearchParams();
  const item = packageNamed(search.get('package'));
  const apps = useQuery({ ...appsQuery, enabled: item !== undefined });
  const form = useFormWords();
  const groupId = useListGroup();
  const close = useClose();
  if (item === undefined) return <CreateForm start={() => newDocument(groupId)} draftKey={`create:${groupId}`} onClose={close} />;
  // the form is filled once, under an id that is free then
  if (apps.data === undefined) return <LoadingForm title={form.newApplication} appId={item.name} error={apps.error} onClose={close} />;
  const ids = new Set(apps.data.apps.map(({ id }) => id));
  return (
    <CreateForm key={item.name} start={() => filledApp(item, groupId, ids)} draftKey={`create:${groupId}:${item.name}`} onClose={close} />
  );
}

/** Back to the list. */
function useClose(): () => void {
  const places = useMarathonPaths();
  const groupId = useListGroup();
  const navigate = useNavigate();
  const { searchBehind } = useFormAddress();
  return () => void navigate(keepingSearch(places.group(groupId), searchBehind), { preventScrollReset: true });
}

interface CreateFormProps {
  start: () => AppDocument;
  draftKey: string;
  onClose: () => void;
}

function CreateForm({ start, draftKey, onClose: close }: CreateFormProps) {
  const form = useFormWords();
  const toast = useToast();
  const client = useQueryClient();
  const refusalOf = useRefusal();
  const [document] = useState(start);
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
      draftKey={draftKey}
      onSubmit={submit}
      onClose={close}
    />
  );
}
