import type { JsonObject as Json } from './json-kind.ts';

/** Parts of a document that may have any shape: what is not of the expected kind counts as not there. */
export const objectAt = (value: unknown, key: string): Json | undefined => {
  const part = isObject(value) ? value[key] : undefined;
  return isObject(part) ? part : undefined;
};

export const objectsAt = (value: unknown, key: string): Json[] | undefined => {
  const part = isObject(value) ? value[key] : undefined;
  return Array.isArray(part) ? part.filter(isObject) : undefined;
};

/** Text as a form shows it: numbers are written out, anything else that is no text is empty. */
export function textAt(value: unknown, key: string, fallback = ''): string {
  const part = isObject(value) ? value[key] : undefined;
  if (typeof part === 'number') return String(part);
  return typeof part === 'string' ? part : fallback;
}

export const isTrueAt = (value: unknown, key: string): boolean => isObject(value) && value[key] === true;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object with some keys set anew; undefined takes a key out. The order of keys that stay is kept. */
export function withKeys(object: Json, changes: Json): Json {
  return Object.fromEntries(Object.entries({ ...object, ...changes }).filter(([, value]) => value !== undefined));
}
