import { setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { type RefObject, useEffect, useImperativeHandle, useRef } from 'react';
import { editorExtensions, type EditorSetup } from './editor-setup.ts';
import type { TextProblem } from './text-problems.ts';

export interface JsonEditorHandle {
  /** Puts the cursor at a place of the text. */
  goTo: (position: number) => void;
}

export interface JsonEditorProps extends EditorSetup {
  ref: RefObject<JsonEditorHandle | null>;
  text: string;
  problems: readonly TextProblem[];
  /** How the editor was when it was left, with its cursor and undo history. */
  before: EditorState | undefined;
  onLeave: (state: EditorState) => void;
}

/** Holds what belongs to one showing of the editor, so that a state which is taken up again gets that of the next. */
const setupOf = new Compartment();

/**
 * CodeMirror on a document's JSON. The editor has the text; `text` is put in only where it differs from what is there, which
 * never happens while one types, so the cursor stays where it is.
 */
export function JsonEditor(props: JsonEditorProps) {
  const { ref, text, problems } = props;
  const element = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    const parent = element.current;
    if (!parent) return undefined;
    const setup = editorExtensions({
      label: latest.current.label,
      schema: latest.current.schema,
      onText: (typed) => latest.current.onText(typed),
      detail: (option) => latest.current.detail(option),
    });
    const { before } = latest.current;
    const state = before
      ? before.update({ effects: setupOf.reconfigure(setup) }).state
      : EditorState.create({ extensions: [setupOf.of(setup)] });
    // In a tree of its own the editor's styles are sheets, which the content security policy allows; in the page they would be inline.
    const root = parent.shadowRoot ?? parent.attachShadow({ mode: 'open' });
    const made = new EditorView({ state, parent: root, root });
    view.current = made;
    return () => {
      latest.current.onLeave(made.state);
      made.destroy();
    };
  }, []);
  useEffect(() => {
    const made = view.current;
    if (made && made.state.doc.toString() !== text) made.dispatch({ changes: { from: 0, to: made.state.doc.length, insert: text } });
    if (made) made.dispatch(setDiagnostics(made.state, [...problems]));
  }, [text, problems]);
  useImperativeHandle(ref, () => ({
    goTo: (position) => {
      view.current?.dispatch({ selection: { anchor: position }, scrollIntoView: true });
      view.current?.focus();
    },
  }));
  return (
    <div ref={element} className="min-h-64 flex-1 overflow-hidden rounded-md border border-line outline-accent focus-within:outline-2" />
  );
}
