import { useMemo, useState } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { documentOfForm } from './document-of-form.ts';
import { resolverOf } from './form-errors.ts';
import { formOfDocument } from './form-of-document.ts';
import type { AppDocument, AppFormValues } from './form-values.ts';
import { readJson, textOf } from '../json/json-text.ts';
import type { AppRules } from './problems.ts';
import { useAfterPress } from '../use-after-press.ts';
import type { FormMode } from './use-form-address.ts';

/** An app that is edited as fields or as JSON, whichever one likes. */
export interface OneDocument {
  form: UseFormReturn<AppFormValues>;
  /** JSON mode also as long as the JSON cannot be read, since then there is nothing that fields could show. */
  mode: FormMode;
  /** Whether the JSON can be read. */
  readable: boolean;
  /** What JSON mode shows. */
  text: string;
  setText: (text: string) => void;
  /** The app as it is now; undefined while its JSON cannot be read. */
  current: () => AppDocument | undefined;
  /** The same as text, in JSON mode as it was typed. */
  currentText: () => string;
  /** Puts another app in the place of the one that is edited. */
  replace: (document: AppDocument) => void;
  /** Takes what was edited over from one mode to the other. False: the JSON cannot be shown as fields. */
  carryOver: (to: FormMode) => boolean;
}

export interface OneDocumentOptions {
  document: AppDocument;
  /** JSON to go on with, which need not be complete. */
  text: string | undefined;
  mode: FormMode;
  rules: AppRules;
}

/**
 * The one document behind both modes. In the form it is `base` with the fields laid over it, so that what no field shows stays;
 * in JSON mode it is the text, which is never written anew as long as it says the same.
 */
export function useOneDocument({ document, text: typed, mode: wanted, rules }: OneDocumentOptions): OneDocument {
  const [text, setText] = useState(() => typed ?? textOf(document, undefined));
  const [start] = useState(() => documentIn(text) ?? document);
  const [base, setBase] = useState(start);
  const readable = useMemo(() => readJson(text).ok, [text]);
  const mode = readable ? wanted : 'json';
  const afterPress = useAfterPress();
  const form = useForm<AppFormValues>({
    defaultValues: useMemo(() => formOfDocument(start), [start]),
    resolver: useMemo(() => resolverOf(base, rules, afterPress), [base, rules, afterPress]),
    // An error shows when a field is left, then follows what is typed.
    mode: 'onTouched',
    shouldFocusError: false,
  });
  const ofForm = (): AppDocument => documentOfForm(base, form.getValues());
  const show = (shown: AppDocument): void => {
    setBase(shown);
    form.reset(formOfDocument(shown));
  };
  return {
    form,
    mode,
    readable,
    text,
    setText,
    current: () => (mode === 'form' ? ofForm() : documentIn(text)),
    currentText: () => (mode === 'form' ? textOf(ofForm(), text) : text),
    replace: (next) => {
      show(next);
      setText(textOf(next, text));
    },
    carryOver: (to) => {
      if (to === 'json') {
        setText(textOf(ofForm(), text));
        return true;
      }
      const read = readJson(text);
      // What the fields show already keeps its marks and its rows.
      if (read.ok && textOf(ofForm(), text) !== text) show(read.document);
      return read.ok;
    },
  };
}

function documentIn(text: string): AppDocument | undefined {
  const read = readJson(text);
  return read.ok ? read.document : undefined;
}
