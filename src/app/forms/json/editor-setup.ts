import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, type CompletionSource } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, foldGutter, foldKeymap, indentOnInput } from '@codemirror/language';
import { lintGutter, lintKeymap } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { completionsAt, type JsonOption } from './complete-json.ts';
import { editorLook } from './editor-look.ts';
import type { Schema } from './schema-node.ts';

export interface EditorSetup {
  /** The accessible name. */
  label: string;
  /** Of what may be written. */
  schema: Schema;
  onText: (text: string) => void;
  /** What stands beside an option: its kind and what holds without it. */
  detail: (option: JsonOption) => string;
}

/** Ctrl or Cmd with Enter submits the form around the editor; Tab goes on to the next control, as everywhere. */
const KEYS = [...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...foldKeymap, ...lintKeymap].filter(
  ({ key }) => key !== 'Mod-Enter',
);

export function editorExtensions({ label, schema, onText, detail }: EditorSetup): Extension {
  return [
    lineNumbers(),
    foldGutter(),
    lintGutter(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    highlightActiveLine(),
    EditorView.lineWrapping,
    json(),
    autocompletion({ override: [optionsFrom(schema, detail)], icons: false }),
    // Escape closes the list of options first, and only then the dialog.
    keymap.of(completionKeymap.map((binding) => ({ ...binding, stopPropagation: true }))),
    keymap.of(KEYS),
    EditorView.contentAttributes.of({ 'aria-label': label }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onText(update.state.doc.toString());
    }),
    editorLook,
  ];
}

const optionsFrom =
  (schema: Schema, detail: EditorSetup['detail']): CompletionSource =>
  ({ state, pos, explicit }) => {
    const found = completionsAt(schema, state.doc.toString(), pos);
    if (!found || (!explicit && found.from === found.to)) return null;
    return {
      from: found.from,
      to: found.to,
      filter: false,
      options: matching(found.options, state.sliceDoc(found.from, pos)).map((option) => ({
        label: option.label,
        detail: detail(option),
        apply: (view, _completion, from, to) =>
          view.dispatch({
            changes: { from, to, insert: option.insert },
            selection: { anchor: from + option.cursor },
            userEvent: 'input.complete',
          }),
      })),
    };
  };

/** What begins as is typed comes first, then what holds it anywhere. */
function matching(options: readonly JsonOption[], typed: string): JsonOption[] {
  const wanted = typed.replaceAll('"', '').toLowerCase();
  const rank = ({ label }: JsonOption): number => {
    const at = label.toLowerCase().indexOf(wanted);
    return at === 0 ? 0 : at > 0 ? 1 : 2;
  };
  return options.filter((option) => rank(option) < 2).sort((a, b) => rank(a) - rank(b));
}
