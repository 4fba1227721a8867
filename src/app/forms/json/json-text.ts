import type { JsonObject } from './json-kind.ts';

export type JsonText = { ok: true; document: JsonObject } | { ok: false; fault: 'syntax' | 'object' };

/** Reads what is typed in JSON mode; a document has to be an object. */
export function readJson(text: string): JsonText {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? { ok: true, document: value as JsonObject } : { ok: false, fault: 'object' };
  } catch {
    return { ok: false, fault: 'syntax' };
  }
}

export const writeJson = (document: JsonObject): string => JSON.stringify(document, undefined, 2);

/** The text for a document: the one that is there as long as it says the same, so that its layout is not lost. */
export function textOf(document: JsonObject, text: string | undefined): string {
  const read = text === undefined ? undefined : readJson(text);
  return text !== undefined && read?.ok && isSameInOrder(read.document, document) ? text : writeJson(document);
}

const isSameInOrder = (one: JsonObject, other: JsonObject): boolean => JSON.stringify(one) === JSON.stringify(other);
