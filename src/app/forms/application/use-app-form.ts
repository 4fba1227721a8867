import { toNestErrors } from '@hookform/resolvers';
import { type BaseSyntheticEvent, type ReactNode, useMemo, useState } from 'react';
import { type FieldError, type FieldErrors, type FieldPath, type Resolver, useForm, type UseFormReturn } from 'react-hook-form';
import { useFormWords } from '../../i18n/application-form-words.ts';
import { documentOfForm } from './document-of-form.ts';
import { sectionOfField, SECTIONS, type Section } from './field-of-path.ts';
import { formOfDocument } from './form-of-document.ts';
import type { AppDocument, AppFormValues } from './form-values.ts';
import { type Problem, problemsOf, type ProblemWords } from './problems.ts';

/** Why an app was not taken: problems of fields, and what else there is to say, which may have links. */
export interface Refusal {
  problems: Problem[];
  notice?: ReactNode;
}

/** Sends the app. Resolves to undefined when it was taken. */
export type SubmitApp = (document: AppDocument, values: AppFormValues) => Promise<Refusal | undefined>;

export interface AppForm {
  form: UseFormReturn<AppFormValues>;
  submit: (event?: BaseSyntheticEvent) => Promise<void>;
  notice: ReactNode;
  sectionsWithErrors: ReadonlySet<Section>;
  /** Fields that have an error which is shown. */
  problemCount: number;
}

export interface AppFormOptions {
  document: AppDocument;
  onSubmit: SubmitApp;
  onSection: (section: Section) => void;
}

/** The state of the form of an app: its values, its errors (ours and the server's) and its submission. */
export function useAppForm({ document, onSubmit, onSection }: AppFormOptions): AppForm {
  const words = useFormWords().problems;
  const [notice, setNotice] = useState<ReactNode>();
  const form = useForm<AppFormValues>({
    defaultValues: useMemo(() => formOfDocument(document), [document]),
    resolver: useMemo(() => resolverOf(document, words), [document, words]),
    // An error shows when a field is left, then follows what is typed.
    mode: 'onTouched',
    shouldFocusError: false,
  });
  const wrong = fieldsWithErrors(form.formState.errors);
  const showFirst = (fields: readonly string[]): void => {
    const section = SECTIONS.find((each) => fields.some((field) => sectionOfField(field) === each));
    if (section !== undefined) onSection(section);
  };
  const send = async (values: AppFormValues): Promise<void> => {
    setNotice(undefined);
    const refusal = await onSubmit(documentOfForm(document, values), values);
    if (refusal === undefined) return;
    setNotice(refusal.notice);
    for (const { field, message } of mergedByField(refusal.problems))
      form.setError(field as FieldPath<AppFormValues>, { type: 'server', message });
    showFirst(refusal.problems.map(({ field }) => field));
  };
  return {
    form,
    submit: form.handleSubmit(send, (errors) => showFirst(fieldsWithErrors(errors))),
    notice,
    sectionsWithErrors: new Set(wrong.map(sectionOfField).filter((section) => section !== undefined)),
    problemCount: wrong.filter((field) => field !== 'root').length,
  };
}

const resolverOf =
  (document: AppDocument, words: ProblemWords): Resolver<AppFormValues> =>
  (values, _context, options) => {
    const problems = mergedByField(problemsOf(document, values, words));
    if (problems.length === 0) return { values, errors: {} };
    const errors: Record<string, FieldError> = {};
    for (const { field, message } of problems) errors[field] = { type: 'rule', message };
    return { values: {}, errors: toNestErrors<AppFormValues>(errors, options) };
  };

/** Several problems of one field (or of the whole) are shown below each other. */
function mergedByField(problems: readonly Problem[]): Problem[] {
  const merged = new Map<string, string>();
  for (const { field, message } of problems) {
    const before = merged.get(field);
    merged.set(field, before === undefined ? message : `${before}\n${message}`);
  }
  return [...merged].map(([field, message]) => ({ field, message }));
}

/** Names of all fields with an error, rows of tables included. */
function fieldsWithErrors(errors: FieldErrors<AppFormValues>): string[] {
  const names: string[] = [];
  const visit = (value: unknown, name: string): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('message' in value && typeof value.message === 'string') names.push(name);
    else for (const [key, child] of Object.entries(value)) visit(child, key === 'root' && name !== '' ? name : join(name, key));
  };
  visit(errors, '');
  return names;
}

const join = (name: string, key: string): string => (name === '' ? key : `${name}.${key}`);
