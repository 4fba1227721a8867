import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { resolveId } from '../../../api/marathon/app-id.ts';
import { AppFormDialog } from '../../forms/application/AppFormDialog.tsx';
import { copyOf } from '../../forms/application/app-change.ts';
import { textAt } from '../../forms/json/document-parts.ts';
import type { SubmitApp } from '../../forms/application/use-app-form.ts';
import { useRefusal } from '../../forms/application/use-refusal.ts';
import { useFormWords } from '../../i18n/application-form-words.ts';
import { type AppDocument, appDocumentQuery } from '../../live/app-definition.ts';
import { createApp } from '../../live/marathon-actions.ts';
import { useToast } from '../../ui/use-toast.ts';
import { LoadingForm } from './parts/LoadingForm.tsx';
import { useFormDialog } from './parts/use-form-dialog.ts';
import { useMarathonPaths } from '../../util/use-marathon-paths.ts';

/** A new app from one that is there: all is taken over but its name, which is asked for. */
export function DuplicateApplicationDialog() {
  const { duplicateApplication } = useFormWords();
  const { appId, close } = useFormDialog();
  const { data, error } = useQuery(appDocumentQuery(appId));
  if (data === undefined) return <LoadingForm title={duplicateApplication(appId)} appId={appId} error={error} onClose={close} />;
  return <DuplicateForm key={appId} appId={appId} original={data} onClose={close} />;
}

function DuplicateForm({ appId, original, onClose }: { appId: string; original: AppDocument; onClose: () => void }) {
  const places = useMarathonPaths();
  const form = useFormWords();
  const toast = useToast();
  const navigate = useNavigate();
  const client = useQueryClient();
  const refusalOf = useRefusal();
  const document = useMemo(() => copyOf(original), [original]);
  const submit: SubmitApp = async (wanted, force) => {
    const id = resolveId(textAt(wanted, 'id'));
    try {
      await createApp(client, { ...wanted, id }, force);
    } catch (error) {
      return refusalOf(error, id);
    }
    toast({ tone: 'ok', title: form.created(id) });
    void navigate(places.app(id));
    return undefined;
  };
  return (
    <AppFormDialog
      title={form.duplicateApplication(appId)}
      submitLabel={form.create}
      document={document}
      draftKey={`duplicate:${appId}`}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}
