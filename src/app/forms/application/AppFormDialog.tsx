import { useQuery } from '@tanstack/react-query';
import { useId, useMemo, useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { useFormWords } from '../../i18n/application-form-words.ts';
import { DC_OS_SETTINGS, serverSettingsQuery } from '../../live/server-settings.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { ConfirmDiscard, DraftBanner } from '../draft/DraftNotices.tsx';
import { useKeptDraft } from '../draft/use-draft.ts';
import { textAt } from '../json/document-parts.ts';
import { useFormElement } from '../use-form-element.ts';
import { SECTIONS } from './field-of-path.ts';
import { FormBody } from './FormBody.tsx';
import { FormFooter } from './FormFooter.tsx';
import { FormProblems } from './FormProblems.tsx';
import { FormSettingsContext } from './form-settings.ts';
import type { AppDocument } from './form-values.ts';
import { type SubmitApp, useAppForm } from './use-app-form.ts';
import { useDraftKeeping } from './use-draft.ts';
import { useFocusOnError } from './use-focus-on-error.ts';
import { useFormAddress } from './use-form-address.ts';

export interface AppFormDialogProps {
  title: string;
  submitLabel: string;
  /** What the form starts from; fields that it does not show are sent along. */
  document: AppDocument;
  /** In an edit: the app that is there, whose id stays. */
  running?: AppDocument;
  /** Names the draft of what is edited here. */
  draftKey: string;
  onSubmit: SubmitApp;
  onClose: () => void;
}

/**
 * The form of an app in a dialog: sections at the left or JSON, then a look at what will be sent. Ctrl or Cmd with Enter submits,
 * unsaved input is not lost by accident.
 */
export function AppFormDialog(props: AppFormDialogProps) {
  const { title, submitLabel, document, running, onClose } = props;
  const words = useFormWords();
  const formId = useId();
  const { app, draft, keeping, rules, address } = useAppFormDialog(props);
  const { section, step, go } = address;
  const [discarding, setDiscarding] = useState(false);
  const close = () => (keeping.isChanged() ? setDiscarding(true) : onClose());
  const { ref, element } = useFormElement();
  const wrong = SECTIONS.find((each) => app.sectionsWithErrors.has(each));
  useFocusOnError(element, app.form.formState.submitCount, section, wrong);
  const { server } = rules;
  const giveUp = () => {
    keeping.forget();
    onClose();
  };
  return (
    <Dialog
      title={title}
      width={step === 'review' ? 'xl' : 'lg'}
      flush
      onClose={close}
      headerExtra={<ModeSwitch app={app} onMode={(mode) => go({ mode, step: 'edit' })} />}
      footer={
        <FormFooter
          formId={formId}
          app={app}
          address={address}
          submitLabel={submitLabel}
          submitVerb={running === undefined ? words.createVerb : words.changeVerb}
          onCancel={close}
        />
      }
    >
      <FormProvider {...app.form}>
        <FormSettingsContext value={useMemo(() => ({ server, idLocked: running !== undefined }), [server, running])}>
          <form
            ref={ref}
            id={formId}
            noValidate
            aria-label={title}
            className="flex min-h-full flex-col sm:h-120"
            onSubmit={(event) => void app.submit(event)}
          >
            {draft && <DraftBanner draft={draft} words={words.draft} onDiscard={() => app.replace(document)} />}
            <FormProblems app={app} edit={running !== undefined} />
            <FormBody app={app} address={address} rules={rules} running={running} />
          </form>
        </FormSettingsContext>
      </FormProvider>
      {discarding && (
        <ConfirmDiscard
          title={running === undefined ? words.discardTitle : words.discardChanges}
          words={words}
          onKeep={onClose}
          onDiscard={giveUp}
          onClose={() => setDiscarding(false)}
        />
      )}
    </Dialog>
  );
}

/** All state of the dialog: the one document, its draft, and where in the form one is. */
function useAppFormDialog({ document, running, draftKey, onSubmit }: AppFormDialogProps) {
  const words = useFormWords();
  const address = useFormAddress();
  const server = useQuery(serverSettingsQuery).data ?? DC_OS_SETTINGS;
  const rules = useMemo(
    () => ({ words: words.problems, server, ...(running === undefined ? {} : { id: textAt(running, 'id') }) }),
    [words, server, running],
  );
  const draft = useKeptDraft(draftKey, document);
  const app = useAppForm({
    document,
    text: draft?.text,
    mode: address.mode,
    rules,
    onSubmit: async (sent, force) => {
      const refused = await onSubmit(sent, force);
      if (refused === undefined) keeping.forget();
      return refused;
    },
    onProblems: (section) => address.go({ step: 'edit', ...(section === undefined ? {} : { section }) }),
  });
  const keeping = useDraftKeeping(draftKey, document, app);
  return { app, draft, keeping, rules, address };
}

function ModeSwitch({ app, onMode }: { app: ReturnType<typeof useAppForm>; onMode: (mode: 'form' | 'json') => void }) {
  const words = useFormWords();
  const change = (json: boolean) => {
    const mode = json ? 'json' : 'form';
    if (app.carryOver(mode)) onMode(mode);
  };
  return (
    <Switch
      label={words.jsonMode}
      checked={app.mode === 'json'}
      title={app.readable ? undefined : words.unreadable}
      onChange={({ target }) => change(target.checked)}
    />
  );
}
