import * as z from 'zod/mini';
import { newIdSchema } from '../../../api/marathon/app-id.ts';
import { appSchema, validateApp } from '../../../api/marathon/app.ts';
import { pathOf, withoutNulls } from '../../../api/marathon/faults.ts';
import { formCpusSchema, formMemSchema, formPairSchema } from '../../../api/marathon/form-fields.ts';
import type { ErrorDetail } from '../../util/http.ts';
import { documentOfForm } from './document-of-form.ts';
import { fieldOfPath, type FieldName } from './field-of-path.ts';
import type { AppDocument, AppFormValues } from './form-values.ts';
import { isHttp } from './check-rows.ts';
import { repeatedKeys } from './pair-rows.ts';

/** What is wrong with a field (`root`: with the whole), as a sentence for people. */
export interface Problem {
  field: FieldName;
  message: string;
}

/** Sentences for rules that are the form's own, and for the codes of Marathon's answers. */
export interface ProblemWords {
  nothingToRun: string;
  imageNeeded: string;
  networkNameNeeded: string;
  keyTwice: string;
  pathNeeded: string;
  hostPathNeeded: string;
  modeNeeded: string;
  relativePath: string;
  volumeName: string;
  codes: Readonly<Record<string, string>>;
}

/**
 * Everything that is wrong with the form, first the form's own rules, then the server's (the same schemas and rules that
 * `POST /v2/apps` uses), one problem a field.
 */
export function problemsOf(base: AppDocument, values: AppFormValues, words: ProblemWords): Problem[] {
  const document = documentOfForm(base, values);
  const found = [...formProblems(values, words), ...shapeProblems(document, values)];
  // Rules about the whole app can only be judged once every field has its form.
  return firstOfField(found.length > 0 ? found : ruleProblems(document, values, words));
}

function formProblems(values: AppFormValues, words: ProblemWords): Problem[] {
  const problems: Problem[] = [];
  const judge = (field: FieldName, schema: z.ZodMiniType, value: unknown): void => {
    const result = schema.safeParse(value);
    if (!result.success) problems.push({ field, message: result.error.issues[0]?.message ?? '' });
  };
  judge('id', newIdSchema, values.id.trim());
  // What is no number at all is told by the server's schema.
  if (isNumber(values.cpus)) judge('cpus', formCpusSchema, Number(values.cpus));
  if (isNumber(values.mem)) judge('mem', formMemSchema, Number(values.mem));
  for (const [index, row] of values.parameters.entries()) judge(`parameters.${index}.key`, formPairSchema, row);
  for (const table of ['env', 'labels'] as const) {
    for (const [index, row] of values[table].entries()) judge(`${table}.${index}.key`, formPairSchema, row);
    for (const index of repeatedKeys(values[table])) problems.push({ field: `${table}.${index}.key`, message: words.keyTwice });
  }
  const hasImage = values.image.trim() !== '';
  if (!hasImage && values.cmd.trim() === '' && values.args.trim() === '') problems.push({ field: 'cmd', message: words.nothingToRun });
  if (!hasImage && values.network !== 'host') problems.push({ field: 'image', message: words.imageNeeded });
  if (values.network === 'user' && values.networkName.trim() === '')
    problems.push({ field: 'networkName', message: words.networkNameNeeded });
  return [...problems, ...rowProblems(values, words)];
}

/** Rules of rows that are stricter than the server's, which takes checks without a path and volumes of any kind. */
function rowProblems({ healthChecks, volumes }: AppFormValues, words: ProblemWords): Problem[] {
  const checks = healthChecks.flatMap(({ protocol, path }, index): Problem[] =>
    isHttp(protocol) && path.trim() === '' ? [{ field: `healthChecks.${index}.path`, message: words.pathNeeded }] : [],
  );
  const mounts = volumes.flatMap(({ kind, hostPath, mode, containerPath, name }, index): Problem[] => {
    const wrong = (field: string, message: string): Problem => ({ field: `volumes.${index}.${field}`, message });
    if (kind === 'host') {
      return [
        ...(hostPath.trim() === '' ? [wrong('hostPath', words.hostPathNeeded)] : []),
        ...(mode === '' ? [wrong('mode', words.modeNeeded)] : []),
      ];
    }
    if (kind === 'persistent' && containerPath.includes('/')) return [wrong('containerPath', words.relativePath)];
    return kind === 'external' && !/^[a-z0-9-]+$/.test(name.trim()) ? [wrong('name', words.volumeName)] : [];
  });
  return [...checks, ...mounts];
}

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));

function shapeProblems(document: AppDocument, values: AppFormValues): Problem[] {
  const result = z.safeParse(appSchema, withoutNulls(document));
  if (result.success) return [];
  return result.error.issues.map((issue) => atField(pathOf(issue.path), issue.message, values));
}

function ruleProblems(document: AppDocument, values: AppFormValues, words: ProblemWords): Problem[] {
  const result = validateApp(document);
  return result.ok ? [] : problemsOfDetails(result.error.details, values, words);
}

/** A server's answer at its fields. Paths that no field shows are named in the message, above the form. */
export function problemsOfDetails(details: readonly ErrorDetail[], values: AppFormValues, words: ProblemWords): Problem[] {
  return details.flatMap(({ path, errors }) => errors.map((error) => atField(path, words.codes[error] ?? error, values)));
}

const WHOLE: ReadonlySet<string> = new Set(['', '/', 'value']);

function atField(path: string, message: string, values: AppFormValues): Problem {
  const field = fieldOfPath(path, values);
  if (field !== undefined) return { field, message };
  return { field: 'root', message: WHOLE.has(path) ? message : `${path}: ${message}` };
}

/** One message a field is enough to go on with; what concerns the whole is kept in full. */
function firstOfField(problems: readonly Problem[]): Problem[] {
  const seen = new Set<FieldName>();
  return problems.filter(({ field }) => {
    if (field !== 'root' && seen.has(field)) return false;
    seen.add(field);
    return true;
  });
}
