import type * as z from 'zod/mini';

/** What is wrong at one place of a body: `/container/docker/portMappings(1)/hostPort`; `/` is the whole object. */
export interface Detail {
  path: string;
  errors: string[];
}

/** Marathon's answer to a body that can be read but is not valid (422). */
export interface BodyFault {
  message: 'Invalid JSON' | 'Object is not valid';
  details: Detail[];
}

/** A rule that an object breaks, before those of one path are put together. */
export interface Violation {
  path: string;
  error: string;
}

export const pathOf = (steps: readonly PropertyKey[]): string =>
  steps.map((step) => (typeof step === 'number' ? `(${step})` : `/${String(step)}`)).join('');

/** One detail a path, in the order in which the paths first appear. */
export function groupByPath(violations: readonly Violation[]): Detail[] {
  const byPath = new Map<string, string[]>();
  for (const { path, error } of violations) {
    const errors = byPath.get(path);
    if (!errors) byPath.set(path, [error]);
    else if (!errors.includes(error)) errors.push(error);
  }
  return [...byPath].map(([path, errors]) => ({ path, errors }));
}

/** The same fault of an object that stands at `path` of a larger one. */
export const faultAt = (path: string, fault: BodyFault): BodyFault => ({
  message: fault.message,
  details: fault.details.map((detail) => ({ path: path + detail.path, errors: detail.errors })),
});

const EXPECTED: Record<string, string> = {
  string: 'error.expected.jsstring',
  number: 'error.expected.jsnumber',
  int: 'error.expected.int',
  array: 'error.expected.jsarray',
  object: 'error.expected.jsobject',
  record: 'error.expected.jsobject',
  boolean: 'error.expected.jsboolean',
};

type Issue = z.core.$ZodIssue;

function at(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const step of path) value = typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined;
  return value;
}

/** The code (or, for a missing key, the sentence) that Marathon's reader gives for an issue. */
function codeOf(issue: Issue, input: unknown): string {
  if (issue.code === 'custom' && typeof issue.params?.['code'] === 'string') return issue.params['code'];
  if (issue.code === 'invalid_union') return EXPECTED['object'] ?? issue.message;
  if (issue.code === 'too_small') return issue.origin === 'number' ? 'error.min' : 'error.minLength';
  if (issue.code === 'too_big') return issue.origin === 'number' ? 'error.max' : 'error.maxLength';
  if (issue.code === 'invalid_format') return 'error.pattern';
  const value = at(input, issue.path);
  if (issue.code === 'invalid_value') return typeof value === 'string' ? 'error.unknown.enum.literal' : 'error.expected.jsstring';
  if (issue.code !== 'invalid_type') return issue.message;
  if (value !== undefined || issue.path.length === 0) return EXPECTED[issue.expected] ?? issue.message;
  return `'${String(issue.path.at(-1))}' is undefined on object: ${JSON.stringify(at(input, issue.path.slice(0, -1)))}`;
}

/** Marathon's fault for what zod found in `input` (the body as it came). */
export const faultOf = (error: z.core.$ZodError, input: unknown): BodyFault => ({
  message: 'Invalid JSON',
  details: groupByPath(error.issues.map((issue) => ({ path: pathOf(issue.path) || '/', error: codeOf(issue, input) }))),
});

/** Maps of free names: a null in them is a fault, where elsewhere it means "not given". */
const MAPS: ReadonlySet<string> = new Set(['env', 'environment', 'labels', 'secrets', 'options']);

/** The body without its nulls, which Marathon reads as "not given". */
export function withoutNulls(value: unknown, isMap = false): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutNulls(item));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, item]) => item !== null || isMap);
  return Object.fromEntries(kept.map(([key, item]) => [key, withoutNulls(item, !isMap && MAPS.has(key))]));
}
