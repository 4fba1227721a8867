import * as z from 'zod/mini';
import { newIdSchema, resolveId } from '../../../api/marathon/app-id.ts';
import { appSchema, validateApp } from '../../../api/marathon/app.ts';
import { pathOf, withoutNulls } from '../../../api/marathon/faults.ts';
import { formCpusSchema, formMemSchema, formPairSchema } from '../../../api/marathon/form-fields.ts';
import { DC_OS_DEFAULTS } from '../../../api/marathon/normalise.ts';
import type { ServerSettings } from '../../live/server-settings.ts';
import type { ErrorDetail } from '../../util/http.ts';
import { documentOfForm } from './document-of-form.ts';
import { textAt } from '../json/document-parts.ts';
import { type PathProblem, withPath } from '../json/path-problem.ts';
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
  noBlanks: string;
  roleNeeded: string;
  portIndex: (ports: number) => string;
  idStays: (id: string) => string;
  codes: Readonly<Record<string, string>>;
}

/** What the rules have to know beyond the document. */
export interface AppRules {
  words: ProblemWords;
  /** In an edit: the id, which stays. */
  id?: string;
  server: ServerSettings;
}

/**
 * Everything that is wrong with the form, first the form's own rules, then the server's (the same schemas and rules that
 * `POST /v2/apps` uses), one problem a field.
 */
export function problemsOf(base: AppDocument, values: AppFormValues, rules: AppRules): Problem[] {
  const document = documentOfForm(base, values);
  const found = [...formProblems(base, values, rules), ...atFields(shapeProblems(document), values)];
  // Rules about the whole app can only be judged once every field has its form.
  return firstOfField(found.length > 0 ? found : atFields(ruleProblems(document, rules), values));
}

/** What is wrong with a document that is edited as such: the server's rules, not those that the form has for its own fields. */
export function documentProblems(document: AppDocument, rules: AppRules): PathProblem[] {
  const { id, words } = rules;
  const own = id === undefined || resolveId(textAt(document, 'id')) === id ? [] : [{ path: '/id', message: words.idStays(id) }];
  const shape = shapeProblems(document);
  return [...own, ...(shape.length > 0 ? shape : ruleProblems(document, rules))];
}

function formProblems(base: AppDocument, values: AppFormValues, { words, id }: AppRules): Problem[] {
  const problems: Problem[] = [];
  const judge = (field: FieldName, schema: z.ZodMiniType, value: unknown): void => {
    const result = schema.safeParse(value);
    if (!result.success) problems.push({ field, message: result.error.issues[0]?.message ?? '' });
  };
  if (id === undefined) judge('id', newIdSchema, values.id.trim());
  if (textAt(base, 'role') !== '' && values.role.trim() === '') problems.push({ field: 'role', message: words.roleNeeded });
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
function rowProblems({ healthChecks, volumes, ports }: AppFormValues, words: ProblemWords): Problem[] {
  const checks = healthChecks.flatMap(({ protocol, path, portType, port }, index): Problem[] => {
    const beyond = protocol !== 'COMMAND' && portType === 'index' && Number(port) >= ports.length;
    return [
      ...(isHttp(protocol) && path.trim() === '' ? [{ field: `healthChecks.${index}.path`, message: words.pathNeeded }] : []),
      ...(beyond ? [{ field: `healthChecks.${index}.port`, message: words.portIndex(ports.length) }] : []),
    ];
  });
  const mounts = volumes.flatMap(({ kind, hostPath, mode, containerPath, name }, index): Problem[] => {
    const wrong = (field: string, message: string): Problem => ({ field: `volumes.${index}.${field}`, message });
    const blank = Object.entries({ containerPath, hostPath }).find(([, path]) => /\s/.test(path.trim()));
    if (blank) return [wrong(blank[0], words.noBlanks)];
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

function shapeProblems(document: AppDocument): PathProblem[] {
  const result = z.safeParse(appSchema, withoutNulls(document));
  return result.success ? [] : result.error.issues.map((issue) => ({ path: pathOf(issue.path), message: issue.message }));
}

function ruleProblems(document: AppDocument, { words, server }: AppRules): PathProblem[] {
  const result = validateApp(document, { ...DC_OS_DEFAULTS, role: server.role ?? DC_OS_DEFAULTS.role });
  if (result.ok) return [];
  // Whether secrets can be used is the server's to say; ours has none.
  const details = result.error.details.filter(({ path }) => !(server.features.has('secrets') && /^\/(env|secrets)\b/.test(path)));
  return problemsOfDetails(details, words);
}

/** A server's answer, its codes in words. */
export const problemsOfDetails = (details: readonly ErrorDetail[], words: ProblemWords): PathProblem[] =>
  details.flatMap(({ path, errors }) => errors.map((error) => ({ path, message: words.codes[error] ?? error })));

/** Problems at the fields that show their paths. Paths that no field shows are named in the message, above the form. */
export const atFields = (problems: readonly PathProblem[], values: AppFormValues): Problem[] =>
  problems.map(({ path, message }) => {
    const field = fieldOfPath(path, values);
    return field === undefined ? { field: 'root', message: withPath(path, message) } : { field, message };
  });

/** One message a field is enough to go on with; what concerns the whole is kept in full. */
function firstOfField(problems: readonly Problem[]): Problem[] {
  const seen = new Set<FieldName>();
  return problems.filter(({ field }) => {
    if (field !== 'root' && seen.has(field)) return false;
    seen.add(field);
    return true;
  });
}
