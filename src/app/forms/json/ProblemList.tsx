import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useJsonWords } from '../../i18n/json-words.ts';
import type { TextProblem } from './text-problems.ts';

const SHOWN = 20;

export interface ProblemListProps {
  text: string;
  problems: readonly TextProblem[];
  /** How often these were in the way of sending: each time the first one gets the focus. */
  attempts: number;
  onGo: (position: number) => void;
}

/** What is wrong with the JSON, for those who do not see or reach the marks in it. Each leads to its place. */
export function ProblemList({ text, problems, attempts, onGo }: ProblemListProps) {
  const words = useJsonWords();
  const list = useRef<HTMLUListElement>(null);
  const answered = useRef(attempts);
  useEffect(() => {
    if (attempts !== answered.current) list.current?.querySelector('button')?.focus();
    answered.current = attempts;
  }, [attempts]);
  return (
    <section aria-label={words.problemCount(problems.length)} className="max-h-32 shrink-0 overflow-y-auto text-xs">
      {problems.length === 0 && <p className="text-muted">{words.noProblems}</p>}
      <ul ref={list}>
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
