import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { AppFormDialog } from '../../forms/application/AppFormDialog.tsx';
import { changeOf } from '../../forms/application/app-change.ts';
import type { SubmitApp } from '../../forms/application/use-app-form.ts';
import { useRefusal } from '../../forms/application/use-refusal.ts';
import { useFormWords } from '../../i18n/application-form-words.ts';
import { type AppDocument, appDocumentQuery, editableDocument } from '../../live/app-definition.ts';
import { updateApp } from '../../live/marathon-actions.ts';
import { useToast } from '../../ui/use-toast.ts';
import { useFormDialog } from './parts/use-form-dialog.ts';
import { LoadingForm } from './parts/LoadingForm.tsx';

/** *Edit Application*, from what is wished for now or (`?version=`) from an older version. Sends what differs from what is there. */
export function EditApplicationDialog() {
  const { editApplication } = useFormWords();
  const { appId, close } = useFormDialog();
  const version = useSearchParams()[0].get('version') ?? undefined;
  const latest = useQuery(appDocumentQuery(appId));
  const chosen = useQuery({ ...appDocumentQuery(appId, version), enabled: version !== undefined });
  const from = version === undefined ? latest : chosen;
  if (latest.data === undefined || from.data === undefined)
    return <LoadingForm title={editApplication} appId={appId} error={latest.error ?? from.error} onClose={close} />;
  return <EditForm key={appId} appId={appId} latest={latest.data} from={from.data} version={version} onClose={close} />;
}

interface EditFormProps {
  appId: string;
  /** As Marathon prints them: the app that is there, and the version that the form starts from. */
  latest: AppDocument;
  from: AppDocument;
  version: string | undefined;
  onClose: () => void;
}

function EditForm({ appId, latest, from, version, onClose }: EditFormProps) {
  const form = useFormWords();
  const toast = useToast();
  const client = useQueryClient();
  const refusalOf = useRefusal();
  const document = useMemo(() => editableDocument(from), [from]);
  const running = useMemo(() => editableDocument(latest), [latest]);
  const submit: SubmitApp = async (wanted, force) => {
    const change = changeOf(running, wanted);
    try {
      if (change) await updateApp(client, { id: appId, ...change, force });
    } catch (error) {
      return refusalOf(error, appId);
    }
    toast({ tone: 'ok', title: change ? form.changed(appId) : form.unchanged(appId) });
    onClose();
    return undefined;
  };
  return (
    <AppFormDialog
      title={form.editApplication}
      submitLabel={form.change}
      document={document}
      running={running}
      draftKey={version === undefined ? `edit:${appId}` : `edit:${appId}@${version}`}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}
