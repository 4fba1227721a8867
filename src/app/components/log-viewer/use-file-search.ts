import { useCallback, useEffect, useRef, useState } from 'react';
import { agentLogFile } from './agent-log-file.ts';
import type { Pattern } from './log-pattern.ts';
import type { LogSource } from './log-source.ts';
import type { LogWindow } from './log-window.ts';
import { type Direction, searchFile } from './search-file.ts';
import { useTextMatcher } from './use-text-matcher.ts';

export type FileSearchState =
  | { kind: 'idle' }
  /** Bytes searched, and bytes there are to search. */
  | { kind: 'running'; searched: number; all: number }
  | { kind: 'nothing'; searched: number }
  | { kind: 'failed'; error: Error };

const idle: FileSearchState = { kind: 'idle' };

/** Searches what is not shown of a file. `onFound` gets the address of the nearest line that fits. Give the component the pattern as key. */
export function useFileSearch(source: LogSource, pattern: Pattern, onFound: (offset: number) => void) {
  const [state, setState] = useState(idle);
  const matcher = useTextMatcher();
  const running = useRef<AbortController>(undefined);
  const stop = useCallback(() => {
    running.current?.abort();
    setState(idle);
  }, []);
  useEffect(() => () => running.current?.abort(), []);
  const start = async (direction: Direction, from: LogWindow, size: number): Promise<void> => {
    stop();
    const { signal } = (running.current = new AbortController());
    const all = direction === 'back' ? from.start : size - from.end;
    setState({ kind: 'running', searched: 0, all });
    const { read } = agentLogFile(source.agentId, source.path);
    const onProgress = progressAtMost(PROGRESS_MS, (searched) => !signal.aborted && setState({ kind: 'running', searched, all }));
    const match = (texts: readonly string[]) => matcher.match(texts, pattern, signal);
    try {
      const found = await searchFile({ read, size, from, direction, match, signal, onProgress });
      setState(found === undefined ? { kind: 'nothing', searched: all } : idle);
      if (found !== undefined) onFound(found);
    } catch (error) {
      if (!signal.aborted) setState({ kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) });
    }
  };
  return { state, start, stop };
}

/** Often enough to see it move; each tells the page to draw anew. */
const PROGRESS_MS = 100;

function progressAtMost(everyMs: number, tell: (searched: number) => void): (searched: number) => void {
  let last = 0;
  return (searched) => {
    const now = performance.now();
    if (now - last < everyMs) return;
    last = now;
    tell(searched);
  };
}
