import type { AppDocument } from './form-values.ts';

export type JsonText = { ok: true; document: AppDocument } | { ok: false; fault: 'syntax' | 'object' };

/** Reads what is typed in JSON mode; an app has to be an object. */
export function readJson(text: string): JsonText {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? { ok: true, document: value as AppDocument } : { ok: false, fault: 'object' };
  } catch {
    return { ok: false, fault: 'syntax' };
  }
}

export const writeJson = (document: AppDocument): string => JSON.stringify(document, undefined, 2);

/** The text for a document: the one that is there as long as it says the same, so that its layout is not lost. */
export function textOf(document: AppDocument, text: string | undefined): string {
  const read = text === undefined ? undefined : readJson(text);
  return text !== undefined && read?.ok && isSameInOrder(read.document, document) ? text : writeJson(document);
}

const isSameInOrder = (one: AppDocument, other: AppDocument): boolean => JSON.stringify(one) === JSON.stringify(other);
