import { useFormWords } from '../../i18n/application-form-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/Button.tsx';
import type { AppForm } from './use-app-form.ts';
import type { FormAddress } from './use-form-address.ts';

export interface FormFooterProps {
  formId: string;
  app: AppForm;
  address: FormAddress;
  submitLabel: string;
  /** The verb of the submission, for when more is done with it. */
  submitVerb: string;
  onCancel: () => void;
}

/** What is left to correct, and the ways on: a look at what will be sent, or sending it, by force where a deployment is in the way. */
export function FormFooter({ formId, app, address, submitLabel, submitVerb, onCancel }: FormFooterProps) {
  const { common, marathon } = useMessages();
  const words = useFormWords();
  const { problemCount, refusal, submit, pending, mode } = app;
  const { go, step } = address;
  const locked = refusal?.locked === true;
  return (
    <>
      <output className="mr-auto text-xs text-danger">{mode === 'form' && problemCount > 0 && words.problemsLeft(problemCount)}</output>
      <Button variant="ghost" onClick={onCancel}>
        {common.cancel}
      </Button>
      {step === 'review' ? (
        <Button onClick={() => go({ step: 'edit' })}>{words.back}</Button>
      ) : (
        <Button onClick={() => void submit(undefined, () => go({ step: 'review' }))}>{words.review}</Button>
      )}
      <Button variant={locked ? 'danger' : 'primary'} type="submit" form={formId} pending={pending} title={words.submitHint}>
        {locked ? marathon.conflict.stopAnd(submitVerb) : submitLabel}
      </Button>
    </>
  );
}
