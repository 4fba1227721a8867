import { createLogReader, type LogFile, type LogReader } from './log-reader.ts';
import { type MergedLog, noMergedLines, withArrivals, withEarlier } from './merged-log.ts';
import { readBefore } from './read-before.ts';

export interface MergedState extends MergedLog {
  following: boolean;
  loaded: boolean;
  /** Earlier lines are being read. */
  loading: boolean;
  /** What is before the first line: `full` when it is there but more is not kept at once. */
  before: 'more' | 'nothing' | 'full';
  /** What is wrong with each file, if anything. */
  errors: readonly (Error | undefined)[];
}

/** Follows several files as one, and pages back. */
export interface MergedReader {
  state(this: void): MergedState;
  subscribe(this: void, listener: () => void): () => void;
  follow(this: void): void;
  pause(this: void): void;
  /** Reads what is before the list; nothing while such a read is under way or when there is nothing. */
  earlier(this: void): void;
  close(this: void): void;
}

/** A list that was paged back so far is not extended further: one file alone goes back for ever. */
const MOST_LINES = 30_000;
/** Reads that bring nothing to show, since the files have few times, before one has to ask again. */
const MOST_ROUNDS = 8;

export function createMergedReader(files: readonly LogFile[]): MergedReader {
  const readers: readonly LogReader[] = files.map(createLogReader);
  const failures: (Error | undefined)[] = files.map(() => undefined);
  let stop = new AbortController();
  let log: MergedLog = noMergedLines;
  let loading = false;
  const compose = (): MergedState => {
    const states = readers.map((reader) => reader.state());
    return {
      ...log,
      following: states.some(({ following }) => following),
      // a file that cannot be read does not keep the others from being shown
      loaded: log.atFirst !== undefined,
      loading,
      before: beforeOf(log),
      errors: states.map(({ error }, index) => error ?? failures[index]),
    };
  };
  let state = compose();
  const listeners = new Set<() => void>();
  const tell = (): void => {
    state = compose();
    for (const listener of listeners) listener();
  };
  const update = (): void => {
    const states = readers.map((reader) => reader.state());
    const ready = states.map(({ loaded, error, window }) => (loaded || error !== undefined ? window : undefined));
    log = withArrivals(log, ready);
    tell();
  };
  for (const reader of readers) reader.subscribe(update);

  const readEarlier = async (signal: AbortSignal): Promise<void> => {
    const shown = log.lines.length;
    for (let round = 0; round < MOST_ROUNDS && log.lines.length === shown && beforeOf(log) === 'more'; round += 1) {
      const reads = await readBefore(files, log.earlier, signal);
      if (signal.aborted) return;
      for (const { source, error } of reads) failures[source] = error;
      if (reads.some(({ error }) => error !== undefined)) return;
      log = withEarlier(log, reads);
    }
  };
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    follow() {
      if (stop.signal.aborted) stop = new AbortController();
      readers.forEach((reader) => reader.open());
    },
    pause: () => readers.forEach((reader) => reader.pause()),
    earlier() {
      if (loading || beforeOf(log) !== 'more') return;
      loading = true;
      tell();
      void readEarlier(stop.signal).finally(() => {
        loading = false;
        tell();
      });
    },
    close() {
      stop.abort();
      readers.forEach((reader) => reader.close());
    },
  };
}

function beforeOf({ atFirst, lines, earlier }: MergedLog): MergedState['before'] {
  if (atFirst === undefined || earlier.every(({ from, held }) => from === 0 && held.length === 0)) return 'nothing';
  return lines.length < MOST_LINES ? 'more' : 'full';
}
