import * as z from 'zod/mini';

/** A label of DNS: lower-case letters, digits and inner dashes. */
const isLabel = (label: string): boolean => /^[a-z0-9-]+$/.test(label) && !label.startsWith('-') && !label.endsWith('-');

/** One part of a path: labels joined by dots, or `..`. An empty one (`//`) counts as none. */
const isSegment = (segment: string): boolean => segment === '' || segment === '..' || segment.split('.').every(isLabel);

/** Whether text is an id as the wire takes it: absolute or relative. */
export const isPathId = (id: string): boolean => id !== '' && id.split('/').every(isSegment);

const code = 'error.pattern';

export const pathIdSchema = z.string({ error: 'The id has to be text.' }).check(
  z.minLength(1, { error: 'An id is required.', abort: true }),
  z.refine(isPathId, {
    error: 'Use lower-case letters, digits, dashes (inside a name) and dots, with names separated by slashes.',
    params: { code },
  }),
);

/** Rules for an id that a person types, in the order in which they are told. */
export const newIdSchema = z.string({ error: 'An ID is required.' }).check(
  z.refine((id: string) => /[^/\s]/.test(id), { error: 'An ID is required.', abort: true }),
  z.refine((id: string) => !/\s/.test(id), { error: 'The ID must not contain blanks.', abort: true }),
  z.refine((id: string) => !id.includes('//'), { error: 'The ID must not contain two slashes in a row.', abort: true }),
  z.regex(/^[a-z0-9./-]*$/, { error: 'Only lower-case letters, digits, dashes, dots and slashes are allowed in the ID.', abort: true }),
  z.refine(isPathId, { error: 'Each part of the ID has to start and end with a letter or digit.' }),
);

/** The absolute path of `id` seen from the group `base`: `..` goes up (the root is its own parent), empty parts vanish. */
export function resolveId(id: string, base = '/'): string {
  const parts: string[] = [];
  for (const part of (id.startsWith('/') ? id : `${base}/${id}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
