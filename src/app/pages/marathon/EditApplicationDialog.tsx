import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { AppFormDialog } from '../../forms/application/AppFormDialog.tsx';
import { changeOf, editableDocument } from '../../forms/application/editable-document.ts';
import type { SubmitApp } from '../../forms/application/use-app-form.ts';
import { useFormAddress } from '../../forms/application/use-form-address.ts';
import { useRefusal } from '../../forms/application/use-refusal.tsx';
import { useFormWords } from '../../i18n/application-form-words.ts';
import { type AppDocument, appDocumentQuery } from '../../live/app-definition.ts';
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
  return <EditForm appId={appId} latest={latest.data} from={from.data} onClose={close} />;
}

interface EditFormProps {
  appId: string;
  /** As Marathon prints them: the app that is there, and the version that the form starts from. */
  latest: AppDocument;
  from: AppDocument;
  onClose: () => void;
}

function EditForm({ appId, latest, from, onClose }: EditFormProps) {
  const form = useFormWords();
  const toast = useToast();
  const client = useQueryClient();
  const refusalOf = useRefusal();
  const { section, setSection } = useFormAddress();
  const document = useMemo(() => editableDocument(from), [from]);
  const submit: SubmitApp = async (wanted, values) => {
    const change = changeOf(editableDocument(latest), wanted);
    try {
      if (change) await updateApp(client, { id: appId, ...change, force: false });
    } catch (error) {
      return refusalOf(error, appId, values);
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
      section={section}
      onSection={setSection}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}
