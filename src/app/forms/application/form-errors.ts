import { toNestErrors } from '@hookform/resolvers';
import type { FieldError, FieldErrors, Resolver } from 'react-hook-form';
import { sectionOfField, SECTIONS, type Section } from './field-of-path.ts';
import type { AppDocument, AppFormValues } from './form-values.ts';
import { type AppRules, type Problem, problemsOf } from './problems.ts';

/** The first section, in the menu's order, that has one of the fields. */
export const firstSection = (fields: readonly string[]): Section | undefined =>
  SECTIONS.find((each) => fields.some((field) => sectionOfField(field) === each));

/** Judges the form whenever something is typed. `document`: what its fields are laid over; `ready`: when errors may be shown. */
export const resolverOf =
  (document: AppDocument, rules: AppRules, ready: () => Promise<void>): Resolver<AppFormValues> =>
  async (values, _context, options) => {
    await ready();
    const problems = mergedByField(problemsOf(document, values, rules));
    if (problems.length === 0) return { values, errors: {} };
    const errors: Record<string, FieldError> = {};
    for (const { field, message } of problems) errors[field] = { type: 'rule', message };
    return { values: {}, errors: toNestErrors<AppFormValues>(errors, options) };
  };

/** Several problems of one field (or of the whole) are shown below each other. */
export function mergedByField(problems: readonly Problem[]): Problem[] {
  const merged = new Map<string, string>();
  for (const { field, message } of problems) {
    const before = merged.get(field);
    merged.set(field, before === undefined ? message : `${before}\n${message}`);
  }
  return [...merged].map(([field, message]) => ({ field, message }));
}

/** Names of all fields with an error, rows of tables included. */
export function fieldsWithErrors(errors: FieldErrors<AppFormValues>): string[] {
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
