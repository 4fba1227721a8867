import { useCallback, useRef, useState } from 'react';
import type { JsonObject } from '../json/json-kind.ts';
import { readJson, writeJson } from '../json/json-text.ts';
import { type Draft, readDraft, writeDraft } from './draft-store.ts';

/** What was being edited before the page went away, unless it is what the form starts from anyway. */
export function useKeptDraft(key: string, start: JsonObject): Draft | undefined {
  return useState(() => {
    const draft = readDraft(key);
    return draft === undefined || saysTheSame(draft.text, start) ? undefined : draft;
  })[0];
}

export interface DraftKeeper {
  /** Keeps this text, or forgets the draft where it is what the form started from. */
  keep: (text: string) => void;
  /** What was edited was sent or given up: nothing of it is kept from now on. */
  forget: () => void;
}

export function useDraftKeeper(key: string, start: JsonObject): DraftKeeper {
  const over = useRef(false);
  const keep = useCallback(
    (text: string) => {
      if (!over.current)
        writeDraft(key, saysTheSame(text, start) ? undefined : { text, start: writeJson(start), savedAt: new Date().toISOString() });
    },
    [key, start],
  );
  const forget = useCallback(() => {
    over.current = true;
    writeDraft(key, undefined);
  }, [key]);
  return { keep, forget };
}

/** Whether a text is the document, however it is laid out. */
export function saysTheSame(text: string, document: JsonObject): boolean {
  const read = readJson(text);
  return read.ok && writeJson(read.document) === writeJson(document);
}
