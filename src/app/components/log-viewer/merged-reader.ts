import { createLogReader, type LogFile, type LogReader } from './log-reader.ts';
import { type MergedLog, noMergedLines, withArrivals } from './merged-log.ts';

export interface MergedState extends MergedLog {
  following: boolean;
  loaded: boolean;
  /** What is wrong with each file, if anything. */
  errors: readonly (Error | undefined)[];
}

/** Follows several files as one. */
export interface MergedReader {
  state(this: void): MergedState;
  subscribe(this: void, listener: () => void): () => void;
  follow(this: void): void;
  pause(this: void): void;
  close(this: void): void;
}

export function createMergedReader(files: readonly LogFile[]): MergedReader {
  const readers: readonly LogReader[] = files.map(createLogReader);
  let log: MergedLog = noMergedLines;
  const compose = (): MergedState => {
    const states = readers.map((reader) => reader.state());
    return {
      ...log,
      following: states.some(({ following }) => following),
      // a file that cannot be read does not keep the others from being shown
      loaded: log.atFirst !== undefined,
      errors: states.map(({ error }) => error),
    };
  };
  let state = compose();
  const listeners = new Set<() => void>();
  const update = (): void => {
    const states = readers.map((reader) => reader.state());
    const ready = states.map(({ loaded, error, window }) => (loaded || error !== undefined ? window : undefined));
    log = withArrivals(log, ready);
    state = compose();
    for (const listener of listeners) listener();
  };
  for (const reader of readers) reader.subscribe(update);
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    follow: () => readers.forEach((reader) => reader.open()),
    pause: () => readers.forEach((reader) => reader.pause()),
    close: () => readers.forEach((reader) => reader.close()),
  };
}
