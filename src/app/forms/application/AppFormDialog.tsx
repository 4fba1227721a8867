import { type ReactNode, type RefObject, useCallback, useEffect, useId, useRef, useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { useFormWords } from '../../i18n/application-form-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { DockerSection } from './DockerSection.tsx';
import { SECTIONS, type Section } from './field-of-path.ts';
import type { AppDocument } from './form-values.ts';
import { GeneralSection } from './GeneralSection.tsx';
import { HealthSection } from './HealthSection.tsx';
import { OptionalSection } from './OptionalSection.tsx';
import { PairsSection } from './PairsSection.tsx';
import { PortsSection } from './PortsSection.tsx';
import { SectionMenu } from './SectionMenu.tsx';
import { type SubmitApp, useAppForm } from './use-app-form.ts';
import { VolumesSection } from './VolumesSection.tsx';

export interface AppFormDialogProps {
  title: string;
  submitLabel: string;
  /** What the form starts from; fields that it does not show are sent along. */
  document: AppDocument;
  section: Section;
  onSection: (section: Section) => void;
  onSubmit: SubmitApp;
  onClose: () => void;
}

/** The form of an app in a dialog: sections at the left, Ctrl or Cmd with Enter submits, unsaved input is not lost by accident. */
export function AppFormDialog({ title, submitLabel, document, section, onSection, onSubmit, onClose }: AppFormDialogProps) {
  const { common } = useMessages();
  const words = useFormWords();
  const formId = useId();
  const formRef = useRef<HTMLFormElement>(null);
  const { form, submit, notice, sectionsWithErrors, problemCount } = useAppForm({ document, onSubmit, onSection });
  const { isDirty, isSubmitting, errors, submitCount } = form.formState;
  const [discarding, setDiscarding] = useState(false);
  const close = () => (isDirty ? setDiscarding(true) : onClose());
  const attach = useCallback((element: HTMLFormElement | null) => {
    formRef.current = element;
    return submitByKey(element);
  }, []);
  useFocusOnError(
    formRef,
    submitCount,
    section,
    SECTIONS.find((each) => sectionsWithErrors.has(each)),
  );
  return (
    <Dialog
      title={title}
      width="lg"
      flush
      onClose={close}
      footer={
        <>
          <output className="mr-auto text-xs text-danger">{problemCount > 0 && words.problemsLeft(problemCount)}</output>
          <Button variant="ghost" onClick={close}>
            {common.cancel}
          </Button>
          <Button variant="primary" type="submit" form={formId} pending={isSubmitting} title={words.submitHint}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <FormProvider {...form}>
        <form
          ref={attach}
          id={formId}
          noValidate
          aria-label={title}
          className="flex min-h-104 flex-col sm:h-120 sm:flex-row"
          onSubmit={(event) => void submit(event)}
        >
          <SectionMenu section={section} onSection={onSection} withErrors={sectionsWithErrors} />
          <div className="flex min-w-0 flex-1 flex-col gap-4 px-5 py-4 sm:overflow-y-auto">
            <FormProblems general={errors.root?.message} notice={notice} />
            {section === 'general' && <GeneralSection />}
            {section === 'docker' && <DockerSection />}
            {section === 'ports' && <PortsSection />}
            {(section === 'env' || section === 'labels') && <PairsSection key={section} table={section} />}
            {section === 'health' && <HealthSection />}
            {section === 'volumes' && <VolumesSection />}
            {section === 'optional' && <OptionalSection />}
          </div>
        </form>
      </FormProvider>
      {discarding && <ConfirmDiscard onDiscard={onClose} onClose={() => setDiscarding(false)} />}
    </Dialog>
  );
}

function ConfirmDiscard({ onDiscard, onClose }: { onDiscard: () => void; onClose: () => void }) {
  const form = useFormWords();
  return (
    <ConfirmDialog title={form.discardTitle} confirmLabel={form.discard} danger onConfirm={onDiscard} onClose={onClose}>
      <p>{form.discardText}</p>
    </ConfirmDialog>
  );
}

/** What is wrong with the whole, above the fields. */
function FormProblems({ general, notice }: { general: string | undefined; notice: ReactNode }) {
  const form = useFormWords();
  if (general === undefined && notice === undefined) return undefined;
  return (
    <Banner tone="danger" title={form.rootProblem}>
      {general !== undefined && <p className="whitespace-pre-line">{general}</p>}
      {notice}
    </Banner>
  );
}

/** Ctrl or Cmd with Enter submits from every field, text areas included. As a ref, since a dialog draws its content after its effects. */
function submitByKey(form: HTMLFormElement | null): (() => void) | undefined {
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form?.requestSubmit();
  };
  form?.addEventListener('keydown', press);
  return () => form?.removeEventListener('keydown', press);
}

/** After a submission that was refused, typing goes on at the first field that is wrong, once its section is shown. */
function useFocusOnError(form: RefObject<HTMLFormElement | null>, submissions: number, shown: Section, wrong: Section | undefined): void {
  const answered = useRef(0);
  useEffect(() => {
    if (submissions === answered.current || (wrong !== undefined && wrong !== shown)) return;
    answered.current = submissions;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [form, submissions, shown, wrong]);
}
