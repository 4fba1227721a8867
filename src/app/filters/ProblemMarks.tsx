import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { FilterProblem } from './filter-problem.ts';
import { markedParts } from './marked-text.ts';

export interface ProblemMarksProps {
  text: string;
  problems: readonly FilterProblem[];
  input: RefObject<HTMLInputElement | null>;
}

/** Lies over the text of a box, as wide letter by letter, and underlines what is wrong. */
export function ProblemMarks({ text, problems, input }: ProblemMarksProps) {
  const marks = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = input.current;
    if (!box) return undefined;
    const follow = () => marks.current?.scrollTo({ left: box.scrollLeft });
    follow();
    box.addEventListener('scroll', follow);
    return () => box.removeEventListener('scroll', follow);
  });
  if (problems.length === 0) return undefined;
  return (
    <div
      ref={marks}
      aria-hidden
      className="pointer-events-none absolute inset-y-0 right-16 left-9 overflow-hidden border-y border-transparent pt-1.75 text-sm whitespace-pre text-transparent"
    >
      {markedParts(text, problems).map(({ from, text: part, problem }) => (
        <span key={from} className={problem && 'underline decoration-danger decoration-wavy underline-offset-2'}>
          {part}
        </span>
      ))}
    </div>
  );
}
