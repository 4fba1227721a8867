import { CircleAlert, Download, TriangleAlert, Upload } from 'lucide-react';
import type { EditorState } from '@codemirror/state';
import { useCallback, useMemo, useRef } from 'react';
import { useJsonWords } from '../../../i18n/application-json-words.ts';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import type { AppRules, PathProblem } from '../problems.ts';
import type { JsonOption } from './complete-json.ts';
import { saveText } from './save-text.ts';
import { JsonEditor, type JsonEditorHandle } from './JsonEditor.tsx';
import { problemsAtPaths, problemsOfText, type TextProblem } from './text-problems.ts';

export interface JsonModeProps {
  text: string;
  onText: (text: string) => void;
  rules: AppRules;
  /** What Marathon said about the text that it refused. */
  refused: readonly PathProblem[];
  /** The editor as it was left for the fields, to go on with. */
  before: EditorState | undefined;
  onLeave: (state: EditorState) => void;
}

/** The app as JSON: what is wrong is marked in the text and listed below it. */
export function JsonMode({ text, onText, rules, refused, before, onLeave }: JsonModeProps) {
  const words = useJsonWords();
  const editor = useRef<JsonEditorHandle>(null);
  const problems = useMemo(
    () => [...problemsAtPaths(text, refused), ...problemsOfText(text, rules, words.problems)],
    [text, refused, rules, words],
  );
  const detail = useCallback(
    ({ kind, fallback }: JsonOption) =>
      [words.kinds[kind], fallback === undefined ? '' : words.fallback(JSON.stringify(fallback))].filter(Boolean).join(' · '),
    [words],
  );
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2 px-5 py-3">
      <div className="flex items-center gap-1">
        <p className="mr-auto text-xs text-muted">{words.hint}</p>
        <CopyButton text={text} label={words.copy} />
        <UploadButton onText={onText} />
        <IconButton label={words.download} onClick={() => saveText(text)}>
          <Download aria-hidden size={15} />
        </IconButton>
      </div>
      <JsonEditor
        ref={editor}
        text={text}
        label={words.editor}
        onText={onText}
        problems={problems}
        detail={detail}
        before={before}
        onLeave={onLeave}
      />
      <ProblemList text={text} problems={problems} onGo={(position) => editor.current?.goTo(position)} />
    </div>
  );
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

const SHOWN = 20;

function ProblemList({ text, problems, onGo }: { text: string; problems: readonly TextProblem[]; onGo: (position: number) => void }) {
  const words = useJsonWords();
  return (
    <section aria-label={words.problemCount(problems.length)} className="max-h-32 shrink-0 overflow-y-auto text-xs">
      {problems.length === 0 && <p className="text-muted">{words.noProblems}</p>}
      <ul>
        {problems.slice(0, SHOWN).map(({ from, severity, message }) => (
          <li key={`${from} ${message}`}>
            <button
              type="button"
              className="flex w-full items-start gap-1.5 rounded-sm px-1 py-0.5 text-left hover:bg-hover"
              onClick={() => onGo(from)}
            >
              {severity === 'error' ? (
                <CircleAlert aria-hidden size={14} className="mt-0.5 shrink-0 text-danger" />
              ) : (
                <TriangleAlert aria-hidden size={14} className="mt-0.5 shrink-0 text-warn" />
              )}
              <span className="shrink-0 text-muted">{words.line(text.slice(0, from).split('\n').length)}</span>
              <span className={severity === 'error' ? 'text-danger' : 'text-warn'}>{message}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
