import { Download, Upload } from 'lucide-react';
import type { EditorState } from '@codemirror/state';
import { useCallback, useMemo, useRef } from 'react';
import { useJsonWords } from '../../i18n/json-words.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useToast } from '../../ui/use-toast.ts';
import type { JsonOption } from './complete-json.ts';
import type { JsonKind } from './json-kind.ts';
import { readJson } from './json-text.ts';
import type { PathProblem } from './path-problem.ts';
import { saveText } from './save-text.ts';
import { JsonEditor, type JsonEditorHandle } from './JsonEditor.tsx';
import { ProblemList } from './ProblemList.tsx';
import { problemsAtPaths, problemsOfText } from './text-problems.ts';

export interface JsonModeProps {
  text: string;
  onText: (text: string) => void;
  kind: JsonKind;
  /** What the server said about the text that it refused. */
  refused: readonly PathProblem[];
  attempts: number;
  /** The editor as it was left for the fields, to go on with. */
  before: EditorState | undefined;
  onLeave: (state: EditorState) => void;
}

/** A document as JSON: what is wrong is marked in the text and listed below it. */
export function JsonMode({ text, onText, kind, refused, attempts, before, onLeave }: JsonModeProps) {
  const words = useJsonWords();
  const editor = useRef<JsonEditorHandle>(null);
  const problems = useMemo(
    () => [...problemsAtPaths(text, refused), ...problemsOfText(text, kind, words.problems)],
    [text, refused, kind, words],
  );
  const detail = useCallback(
    ({ kind: value, fallback }: JsonOption) =>
      [words.kinds[value], fallback === undefined ? '' : words.fallback(JSON.stringify(fallback))].filter(Boolean).join(' · '),
    [words],
  );
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2 px-5 py-3">
      <div className="flex items-center gap-1">
        <p className="mr-auto text-xs text-muted">{words.hint}</p>
        <CopyButton text={text} label={words.copy} />
        <UploadButton onText={onText} />
        <IconButton label={words.download} onClick={() => saveText(text, fileNameOf(text, kind))}>
          <Download aria-hidden size={15} />
        </IconButton>
      </div>
      <JsonEditor
        ref={editor}
        text={text}
        label={kind.words.editor}
        schema={kind.schema}
        onText={onText}
        problems={problems}
        detail={detail}
        before={before}
        onLeave={onLeave}
      />
      <ProblemList text={text} problems={problems} attempts={attempts} onGo={(position) => editor.current?.goTo(position)} />
    </div>
  );
}

function fileNameOf(text: string, { fileName }: JsonKind): string {
  const read = readJson(text);
  return fileName(read.ok ? read.document : {});
}

function UploadButton({ onText }: { onText: (text: string) => void }) {
  const words = useJsonWords();
  const toast = useToast();
  const input = useRef<HTMLInputElement>(null);
  const read = async (file: File | undefined) => {
    if (!file) return;
    try {
      onText(await file.text());
    } catch (error) {
      toast({ tone: 'danger', title: words.uploadFailed(String(error)) });
    }
  };
  return (
    <>
      <IconButton label={words.upload} onClick={() => input.current?.click()}>
        <Upload aria-hidden size={15} />
      </IconButton>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label={words.upload}
        className="hidden"
        onChange={(event) => {
          void read(event.target.files?.[0]);
          // So that the same file can be chosen again.
          event.target.value = '';
        }}
      />
    </>
  );
}
