import { useCallback, useEffect, useRef } from 'react';
import { saysTheSame, useDraftKeeper } from '../draft/use-draft.ts';
import type { AppDocument } from './form-values.ts';
import type { AppForm } from './use-app-form.ts';

export interface DraftKeeping {
  /** Whether something was changed. */
  isChanged: () => boolean;
  /** The app was sent or given up: nothing of it is kept from now on. */
  forget: () => void;
}

/** Keeps what is edited with every change, and forgets it once it is what the form started from again. */
export function useDraftKeeping(key: string, start: AppDocument, { form, text, mode, currentText }: AppForm): DraftKeeping {
  const keeper = useDraftKeeper(key, start);
  const latest = useRef(currentText);
  const { keep: keepText } = keeper;
  const keep = useCallback(() => keepText(latest.current()), [keepText]);
  useEffect(() => {
    latest.current = currentText;
  });
  useEffect(() => form.subscribe({ formState: { values: true }, callback: keep }), [form, keep]);
  useEffect(keep, [keep, text, mode]);
  return { isChanged: () => !saysTheSame(currentText(), start), forget: keeper.forget };
}
