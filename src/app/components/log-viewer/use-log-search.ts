import { useCallback, useMemo, useState } from 'react';
import { fits, type LogPattern, logPattern, type LogQuery } from './log-pattern.ts';
import { keyAt, type MergedLine } from './merged-log.ts';
import { readLine } from './read-line.ts';

export interface LogSearch {
  pattern: LogPattern;
  /** Which lines fit, by their place in the list. */
  hits: readonly number[];
  /** Which of the hits the reader is at, counted from 0; -1 before the first step. */
  current: number;
  /** Goes to the hit before (older) or after (newer), round at the ends; the first step goes to the newest. */
  step: (by: -1 | 1) => void;
  /** Counts the steps, so that each brings its line into view. */
  steps: number;
}

/** Finds the lines that fit in what is shown. */
export function useLogSearch(lines: readonly MergedLine[], { text, regex, caseSensitive }: LogQuery): LogSearch {
  const [at, setAt] = useState({ key: '', steps: 0 });
  const pattern = useMemo(() => logPattern({ text, regex, caseSensitive }), [text, regex, caseSensitive]);
  const hits = useMemo(() => (pattern.kind === 'pattern' ? hitsOf(lines, pattern.expression) : []), [lines, pattern]);
  const current = at.key === '' ? -1 : hits.findIndex((hit) => keyAt(lines, hit) === at.key);
  const step = useCallback(
    (by: -1 | 1) => {
      const next = current === -1 ? hits.length - 1 : (current + by + hits.length) % hits.length;
      setAt(({ steps }) => ({ key: keyAt(lines, hits[next]), steps: steps + 1 }));
    },
    [current, hits, lines],
  );
  return { pattern, hits, current, step, steps: at.steps };
}

function hitsOf(lines: readonly MergedLine[], expression: RegExp): number[] {
  const hits: number[] = [];
  lines.forEach(({ line }, index) => {
    if (fits(readLine(line).text, expression)) hits.push(index);
  });
  return hits;
}
