import type { ByteRange } from '../../live/agent-files.ts';
import {
  appended,
  emptyWindow,
  endRange,
  type LogWindow,
  prepended,
  rangeAfter,
  rangeAround,
  rangeBefore,
  windowOf,
} from './log-window.ts';

export interface LogState {
  window: LogWindow;
  /** The file's size in bytes when it was last asked for. */
  size: number;
  /** The first answer is there. */
  loaded: boolean;
  following: boolean;
  /** What is being read besides what comes anew. */
  loading: 'before' | 'after' | undefined;
  /** Why the last read failed. While the file is followed reading goes on. */
  error: Error | undefined;
}

/** Where a reader gets its bytes from, and how it waits. */
export interface LogFile {
  size: (signal: AbortSignal) => Promise<number>;
  read: (range: ByteRange, signal: AbortSignal) => Promise<string>;
  /** Resolves after so many milliseconds, later while nobody looks, at once when the signal aborts. */
  rest: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Reads one file of an agent: follows its end, or shows any part of it and pages from there. Nothing is read until `open`. */
export interface LogReader {
  state(this: void): LogState;
  subscribe(this: void, listener: () => void): () => void;
  /** Shows the file from the line around byte `at`, or its end, which is followed then. Ends what was going on. */
  open(this: void, at?: number): void;
  /** Stops following; what is shown stays. */
  pause(this: void): void;
  /** Reads what is before or after what is shown; nothing while such a read is under way or when there is nothing. */
  more(this: void, where: 'before' | 'after'): void;
  close(this: void): void;
}

/** Between two looks at a file that has not grown. */
const QUIET_MS = 700;
const FAILED_MS = 3_000;
/** More than this unread after a pause is left out: the reader wants the end. */
const CATCH_UP_BYTES = 256 * 1024;

const nothing: LogState = { window: emptyWindow, size: 0, loaded: false, following: false, loading: undefined, error: undefined };

export function createLogReader(file: LogFile): LogReader {
  let state = nothing;
  let stop = new AbortController();
  const listeners = new Set<() => void>();
  const set = (change: Partial<LogState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  /** Ends what was going on and runs `work` in its place. A failure is shown; it ends the work. */
  const run = (work: (signal: AbortSignal) => Promise<void>): void => {
    stop.abort();
    stop = new AbortController();
    const { signal } = stop;
    work(signal).catch((error: unknown) => {
      if (!signal.aborted) set({ error: asError(error), loading: undefined });
    });
  };
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open(at) {
      set({ following: at === undefined, loading: undefined });
      run(at === undefined ? (signal) => follow(file, () => state, set, signal) : (signal) => showAround(file, at, set, signal));
    },
    pause() {
      stop.abort();
      set({ following: false, loading: undefined });
    },
    more(where) {
      if (state.loading !== undefined || !state.loaded) return;
      const range = where === 'before' ? rangeBefore(state.window) : rangeAfter(state.window, state.size);
      if (range === undefined) return;
      set({ loading: where });
      const { signal } = stop.signal.aborted ? (stop = new AbortController()) : stop;
      void page(file, where, range, () => state, set, signal);
    },
    close: () => stop.abort(),
  };
}

type Set = (change: Partial<LogState>) => void;

async function showAround(file: LogFile, at: number, set: Set, signal: AbortSignal): Promise<void> {
  const size = await file.size(signal);
  const range = rangeAround(Math.min(at, Math.max(0, size - 1)), size);
  const window = range === undefined ? emptyWindow : windowOf(range, await file.read(range, signal));
  if (!signal.aborted) set({ window, size, loaded: true, error: undefined });
}

async function page(
  file: LogFile,
  where: 'before' | 'after',
  range: ByteRange,
  state: () => LogState,
  set: Set,
  signal: AbortSignal,
): Promise<void> {
  try {
    const data = await file.read(range, signal);
    if (signal.aborted) return;
    const { window } = state();
    const grow = where === 'before' ? prepended : appended;
    // following may have let go of what was to be extended
    const fits = where === 'before' ? range.offset + range.length === window.start : range.offset === window.end;
    set({ loading: undefined, error: undefined, ...(fits && { window: grow(window, range, data) }) });
  } catch (error) {
    if (!signal.aborted) set({ loading: undefined, error: asError(error) });
  }
}

async function follow(file: LogFile, state: () => LogState, set: Set, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      if (!(await readOn(file, state, set, signal))) await file.rest(QUIET_MS, signal);
    } catch (error) {
      if (signal.aborted) return;
      set({ error: asError(error) });
      await file.rest(FAILED_MS, signal);
    }
  }
}

/** One look at a growing file; false when it brought nothing new. */
async function readOn(file: LogFile, state: () => LogState, set: Set, signal: AbortSignal): Promise<boolean> {
  const size = await file.size(signal);
  const before = state();
  // one that has shrunk was written anew
  const anew = !before.loaded || size < before.window.end || size - before.window.end > CATCH_UP_BYTES;
  const range = anew ? endRange(size) : rangeAfter(before.window, size);
  if (range === undefined) {
    if (signal.aborted) return false;
    const window = size === 0 ? emptyWindow : before.window;
    if (!before.loaded || before.error !== undefined || window !== before.window) set({ window, size, loaded: true, error: undefined });
    return false;
  }
  const data = await file.read(range, signal);
  if (signal.aborted) return false;
  const now = state().window;
  const window = anew ? windowOf(range, data) : appended(now, range, data);
  set({ window, size, loaded: true, error: undefined });
  // a character that is written only in part is waited for
  return window.end > now.end || anew;
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
