import type { LogLine } from './log-line.ts';
import { type LogPattern, matchOf, type Pattern, type TextMatch } from './log-pattern.ts';
import { readLine } from './read-line.ts';
import type { TextMatcher } from './text-matcher.ts';

/** What is known of how lines fit a pattern. */
export interface KnownMatches {
  /** undefined for a line that does not fit, or is not known to. */
  of: (line: LogLine) => TextMatch;
  /** Why no more will be known. */
  failure: Error | undefined;
}

/** How the lines of a log fit a pattern, as far as that has been found out. */
export interface LineMatches {
  known(this: void): KnownMatches;
  subscribe(this: void, listener: () => void): () => void;
  /** Finds out about these lines, the last ones first. Lines that are known cost nothing. */
  want: (lines: readonly LogLine[]) => void;
  close: () => void;
}

/** Lines of one request: what is near the end of a long log is marked before all of it is searched. */
const LINES_AT_ONCE = 2_000;

const nothing: KnownMatches = { of: () => undefined, failure: undefined };

export function createLineMatches(pattern: LogPattern, matcher: TextMatcher): LineMatches {
  if (pattern.kind !== 'pattern') return settled(nothing);
  if (!pattern.literal) return foundBeside(pattern, matcher);
  const matches = new WeakMap<LogLine, { match: TextMatch }>();
  return settled({
    of: (line) => {
      const seen = matches.get(line) ?? { match: matchOf(readLine(line).text, pattern.expression) };
      matches.set(line, seen);
      return seen.match;
    },
    failure: undefined,
  });
}

const settled = (known: KnownMatches): LineMatches => ({
  known: () => known,
  subscribe: () => () => undefined,
  want: () => undefined,
  close: () => undefined,
});

function foundBeside(pattern: Pattern, matcher: TextMatcher): LineMatches {
  const matches = new WeakMap<LogLine, { match: TextMatch }>();
  const of = (line: LogLine): TextMatch => matches.get(line)?.match;
  const listeners = new Set<() => void>();
  let known: KnownMatches = { of, failure: undefined };
  let wanted: readonly LogLine[] = [];
  let running: AbortController | undefined;
  const tell = (failure?: Error): void => {
    known = { of, failure };
    for (const listener of listeners) listener();
  };
  const run = async (signal: AbortSignal): Promise<void> => {
    for (;;) {
      const missing = wanted.filter((line) => !matches.has(line)).slice(-LINES_AT_ONCE);
      if (missing.length === 0) return;
      const found = await matcher.match(
        missing.map((line) => readLine(line).text),
        pattern,
        signal,
      );
      missing.forEach((line, index) => matches.set(line, { match: found[index] }));
      tell();
    }
  };
  return {
    known: () => known,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    want(lines) {
      wanted = lines;
      if (running !== undefined || known.failure !== undefined) return;
      const { signal } = (running = new AbortController());
      void run(signal)
        .catch((error: unknown) => {
          if (!signal.aborted) tell(error instanceof Error ? error : new Error(String(error)));
        })
        .finally(() => {
          if (!signal.aborted) running = undefined;
        });
    },
    close() {
      running?.abort();
      running = undefined;
    },
  };
}
