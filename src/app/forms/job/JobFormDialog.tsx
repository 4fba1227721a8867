import type { EditorState } from '@codemirror/state';
import { lazy, Suspense, useEffect, useId, useMemo, useState } from 'react';
import { jobBodySchema } from '../../../api/chronos/job-schema.ts';
import { useJobFormWords } from '../../i18n/job-form-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Switch } from '../../ui/Switch.tsx';
import type { Draft } from '../draft/draft-store.ts';
import { ConfirmDiscard, DraftBanner } from '../draft/DraftNotices.tsx';
import type { DraftKeeper } from '../draft/use-draft.ts';
import type { JsonKind } from '../json/json-kind.ts';
import { useFormElement } from '../use-form-element.ts';
import { type JobDocument, nameOf } from './job-document.ts';
import { JobFieldsContext } from './job-form-context.ts';
import { JobFormFields } from './JobFormFields.tsx';
import { type JobRules, jobProblems } from './job-problems.ts';
import { type SubmitJobs, useJobForm } from './use-job-form.ts';
import { useJobFormAddress } from './use-job-form-address.ts';

const JsonMode = lazy(async () => ({ default: (await import('../json/JsonMode.tsx')).JsonMode }));
const JobReview = lazy(async () => ({ default: (await import('./JobReview.tsx')).JobReview }));

export interface JobFormDialogProps {
  title: string;
  submitLabel: string;
  /** What the form starts from. */
  document: JobDocument;
  /** In an edit: the job as it is. */
  before?: JobDocument;
  /** Parents of all jobs, by name. */
  parentsOf: ReadonlyMap<string, readonly string[]>;
  /** What was typed before the page went away, which the form goes on with. */
  draft: Draft | undefined;
  keeper: DraftKeeper;
  onDiscardDraft: () => void;
  onSubmit: SubmitJobs;
  onClose: () => void;
}

/** The form of a job in a dialog: as fields or as JSON, then a look at what will be sent. Ctrl or Cmd with Enter submits. */
export function JobFormDialog(props: JobFormDialogProps) {
  const { title, submitLabel, before, onClose } = props;
  const words = useJobFormWords();
  const { common } = useMessages();
  const formId = useId();
  const { form, rules } = useRuledForm(props);
  const address = useJobFormAddress();
  const [discarding, setDiscarding] = useState(false);
  const json = address.mode === 'json' || form.job === undefined;
  const close = () => (form.changed ? setDiscarding(true) : onClose());
  const giveUp = () => {
    props.keeper.forget();
    onClose();
  };
  const reviewed = address.reviewing ? form.job : undefined;
  return (
    <Dialog
      title={title}
      width={reviewed ? 'xl' : 'lg'}
      flush
      onClose={close}
      headerExtra={
        <Switch
          label={words.jsonMode}
          checked={json}
          title={form.job === undefined ? words.unreadable : undefined}
          onChange={({ target }) => address.setMode(target.checked ? 'json' : 'form')}
        />
      }
      footer={
        <>
          <Button variant="ghost" onClick={close}>
            {common.cancel}
          </Button>
          <Button onClick={() => address.setReviewing(!reviewed && form.judge() !== undefined)}>
            {reviewed ? words.back : words.review}
          </Button>
          <Button variant="primary" type="submit" form={formId} pending={form.pending}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <JobFormElement id={formId} title={title} form={form}>
        {props.draft && <DraftBanner draft={props.draft} words={words.draft} onDiscard={props.onDiscardDraft} />}
        {form.refusal !== undefined && (
          <div className="px-5 pt-3">
            <Banner tone="danger" title={words.refused}>
              {form.refusal}
            </Banner>
          </div>
        )}
        <Suspense fallback={<Skeleton className="m-5 h-80" />}>
          {reviewed ? (
            <JobReview job={reviewed} before={before} />
          ) : json ? (
            <JobJson form={form} rules={rules} />
          ) : (
            <AsFields {...props} form={form} />
          )}
        </Suspense>
      </JobFormElement>
      {discarding && (
        <ConfirmDiscard title={words.discardTitle} words={words} onKeep={onClose} onDiscard={giveUp} onClose={() => setDiscarding(false)} />
      )}
    </Dialog>
  );
}

type Form = ReturnType<typeof useJobForm>;

function useRuledForm({ document, before, draft, keeper, parentsOf, onSubmit }: JobFormDialogProps): { form: Form; rules: JobRules } {
  const { problems } = useJobFormWords();
  const own = before && nameOf(before);
  const rules = useMemo(() => ({ words: problems, parentsOf, ...(own === undefined ? {} : { own }) }), [problems, parentsOf, own]);
  return { form: useJobForm({ document, text: draft?.text, rules, keeper, onSubmit }), rules };
}

function JobFormElement({ id, title, form, children }: { id: string; title: string; form: Form; children: React.ReactNode }) {
  const { ref, element } = useFormElement();
  useEffect(() => {
    if (form.attempts > 0) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [element, form.attempts]);
  return (
    <form
      ref={ref}
      id={id}
      noValidate
      aria-label={title}
      className="flex min-h-full flex-col sm:min-h-120"
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      {children}
    </form>
  );
}

function AsFields({ form, parentsOf, before }: JobFormDialogProps & { form: Form }) {
  const { job, fields } = form;
  if (job === undefined) return undefined;
  const own = nameOf(job);
  const others = [...parentsOf.keys()].filter((name) => before === undefined || name !== own).toSorted((a, b) => a.localeCompare(b));
  return (
    <JobFieldsContext
      value={{ ...fields, job, others, nameLocked: before !== undefined, submitEach: before ? undefined : form.submitEach }}
    >
      <JobFormFields />
    </JobFieldsContext>
  );
}

function JobJson({ form, rules }: { form: Form; rules: JobRules }) {
  const words = useJobFormWords().json;
  const [editor, setEditor] = useState<EditorState>();
  const kind = useMemo(
    (): JsonKind => ({
      schema: jobBodySchema,
      judge: (document) => jobProblems(document, rules),
      words,
      fileName: (document) => nameOf(document) || 'job',
    }),
    [rules, words],
  );
  return (
    <JsonMode
      text={form.text}
      onText={form.setText}
      kind={kind}
      refused={NONE}
      attempts={form.attempts}
      before={editor}
      onLeave={setEditor}
    />
  );
}

const NONE: readonly never[] = [];
