import { type BaseSyntheticEvent, useState } from 'react';
import type { FieldPath } from 'react-hook-form';
import { sectionOfField, type Section } from './field-of-path.ts';
import { fieldsWithErrors, firstSection, mergedByField } from './form-errors.ts';
import type { AppDocument, AppFormValues } from './form-values.ts';
import { atFields, documentProblems } from './problems.ts';
import type { Refusal } from './refusal.ts';
import { type OneDocument, type OneDocumentOptions, useOneDocument } from './use-one-document.ts';

/** Sends the app. Resolves to undefined when it was taken. */
export type SubmitApp = (document: AppDocument, force: boolean) => Promise<Refusal | undefined>;

export interface AppForm extends OneDocument {
  /** Judges, and if nothing is wrong sends the app or goes on with `instead`. */
  submit: (event?: BaseSyntheticEvent, instead?: () => void) => Promise<void>;
  /** The app is being sent. */
  pending: boolean;
  refusal: Refusal | undefined;
  sectionsWithErrors: ReadonlySet<Section>;
  /** Fields that have an error which is shown. */
  problemCount: number;
  /** How often JSON with problems was to be sent. */
  attempts: number;
}

export interface AppFormOptions extends OneDocumentOptions {
  onSubmit: SubmitApp;
  /** Something is wrong: where to look, if it is in one section. */
  onProblems: (section: Section | undefined) => void;
}

/** The state of the form of an app: its one document, its errors (ours and the server's) and its submission. */
export function useAppForm({ onSubmit, onProblems, ...options }: AppFormOptions): AppForm {
  const one = useOneDocument(options);
  const { form, mode, current } = one;
  const [refusal, setRefusal] = useState<Refusal>();
  const [pending, setPending] = useState(false);
  const [attempts, setAttempts] = useState(0);
  const send = async (sent: AppDocument): Promise<void> => {
    setPending(true);
    const refused = await onSubmit(sent, refusal?.locked === true);
    setPending(false);
    setRefusal(refused);
    if (refused === undefined || refused.locked) return;
    const problems = atFields(refused.problems, form.getValues());
    for (const { field, message } of mergedByField(problems)) form.setError(field as FieldPath<AppFormValues>, { type: 'server', message });
    onProblems(firstSection(problems.map(({ field }) => field)));
  };
  const goOn = async (instead: (() => void) | undefined): Promise<void> => {
    const document = current();
    if (instead) instead();
    else if (document) await send(document);
  };
  const wrong = fieldsWithErrors(form.formState.errors);
  return {
    ...one,
    setText: (text) => {
      one.setText(text);
      // What was said about the text before may no longer be true.
      if (!refusal?.locked) setRefusal(undefined);
    },
    submit: async (event, instead) => {
      event?.preventDefault();
      if (mode === 'form') {
        const judge = form.handleSubmit(
          () => goOn(instead),
          (errors) => onProblems(firstSection(fieldsWithErrors(errors))),
        );
        await judge(event);
      } else {
        const document = current();
        if (document && documentProblems(document, options.rules).length === 0) await goOn(instead);
        else {
          setAttempts(attempts + 1);
          onProblems(undefined);
        }
      }
    },
    pending,
    refusal,
    sectionsWithErrors: new Set(wrong.map(sectionOfField).filter((section) => section !== undefined)),
    problemCount: wrong.filter((field) => field !== 'root').length,
    attempts,
  };
}
