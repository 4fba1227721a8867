import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { createLineMatches, type KnownMatches } from './line-matches.ts';
import type { LogLine } from './log-line.ts';
import { type LogPattern, logPattern, type LogQuery, type TextRange } from './log-pattern.ts';
import { keyAt, type MergedLine } from './merged-line.ts';
import { useTextMatcher } from './use-text-matcher.ts';

export interface LogSearch {
  pattern: LogPattern;
  /** Which lines fit, by their place in the list. */
  hits: readonly number[];
  /** What of a line is to be marked. */
  marksOf: (line: LogLine) => readonly TextRange[];
  /** Why the lines are not all searched. */
  failure: Error | undefined;
  /** Which of the hits the reader is at, counted from 0; -1 before the first step. */
  current: number;
  /** Goes to the hit before (older) or after (newer), round at the ends; the first step goes to the newest. */
  step: (by: -1 | 1) => void;
  /** Counts the steps, so that each brings its line into view. */
  steps: number;
}

const NO_MARKS: readonly TextRange[] = [];

/** Finds the lines that fit in what is shown. */
export function useLogSearch(lines: readonly MergedLine[], { text, regex, caseSensitive }: LogQuery): LogSearch {
  const [at, setAt] = useState({ key: '', steps: 0 });
  const pattern = useMemo(() => logPattern({ text, regex, caseSensitive }), [text, regex, caseSensitive]);
  const known = useLineMatches(lines, pattern);
  const hits = useMemo(() => (pattern.kind === 'pattern' ? hitsOf(lines, known) : []), [lines, pattern, known]);
  const marksOf = useCallback((line: LogLine) => known.of(line) ?? NO_MARKS, [known]);
  const current = at.key === '' ? -1 : hits.findIndex((hit) => keyAt(lines, hit) === at.key);
  const step = useCallback(
    (by: -1 | 1) => {
      const next = current === -1 ? hits.length - 1 : (current + by + hits.length) % hits.length;
      setAt(({ steps }) => ({ key: keyAt(lines, hits[next]), steps: steps + 1 }));
    },
    [current, hits, lines],
  );
  return { pattern, hits, marksOf, failure: known.failure, current, step, steps: at.steps };
}

function useLineMatches(lines: readonly MergedLine[], pattern: LogPattern): KnownMatches {
  const matcher = useTextMatcher();
  const matches = useMemo(() => createLineMatches(pattern, matcher), [pattern, matcher]);
  useEffect(() => () => matches.close(), [matches]);
  useEffect(() => matches.want(lines.map(({ line }) => line)), [matches, lines]);
  return useSyncExternalStore(matches.subscribe, matches.known);
}

function hitsOf(lines: readonly MergedLine[], { of }: KnownMatches): number[] {
  const hits: number[] = [];
  lines.forEach(({ line }, index) => {
    if (of(line) !== undefined) hits.push(index);
  });
  return hits;
}
