import { useCallback, useEffect, useRef, useState } from 'react';
import { type Draft, readDraft, writeDraft } from './draft-store.ts';
import type { AppDocument } from './form-values.ts';
import { readJson, writeJson } from '../json/json-text.ts';
import type { AppForm } from './use-app-form.ts';

/** What was being edited before the page went away, unless it is what the form starts from anyway. */
export function useKeptDraft(key: string, start: AppDocument): Draft | undefined {
  return useState(() => {
    const draft = readDraft(key);
    return draft === undefined || saysTheSame(draft.text, start) ? undefined : draft;
  })[0];
}

export interface DraftKeeping {
  /** Whether something was changed. */
  isChanged: () => boolean;
  /** The app was sent or given up: nothing of it is kept from now on. */
  forget: () => void;
}

/** Keeps what is edited with every change, and forgets it once it is what the form started from again. */
export function useDraftKeeping(key: string, start: AppDocument, { form, text, mode, currentText }: AppForm): DraftKeeping {
  const over = useRef(false);
  const latest = useRef(currentText);
  const keep = useCallback(() => {
    const now = latest.current();
    if (!over.current) writeDraft(key, saysTheSame(now, start) ? undefined : { text: now, savedAt: new Date().toISOString() });
  }, [key, start]);
  useEffect(() => {
    latest.current = currentText;
  });
  useEffect(() => form.subscribe({ formState: { values: true }, callback: keep }), [form, keep]);
  useEffect(keep, [keep, text, mode]);
  return {
    isChanged: () => !saysTheSame(currentText(), start),
    forget: () => {
      over.current = true;
      writeDraft(key, undefined);
    },
  };
}

function saysTheSame(text: string, start: AppDocument): boolean {
  const read = readJson(text);
  return read.ok && writeJson(read.document) === writeJson(start);
}
