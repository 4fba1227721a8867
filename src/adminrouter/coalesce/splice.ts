import { addRecord, enter, isJoinable, moveReaders, newLine, placeOf, trim, type Line, type Reader } from './stream-line.ts';

/** Where one upstream stream is fed in, in the order in which it comes. */
export interface Inlet {
  /** The first record: everything at that moment. */
  snapshot(record: Uint8Array): void;
  /** What happened next. */
  event(record: Uint8Array): void;
  heartbeat(record: Uint8Array): void;
  ended(fault?: unknown): void;
}

/** An upstream stream as whoever opened it knows it. */
export interface Source {
  close(): void;
}

export interface Splicer<S extends Source> {
  /** Adds a reader, and says whose stream it got. */
  join(reader: Reader): S;
  /** The reader is gone. */
  leave(reader: Reader): void;
  /** No stream is open. */
  idle(): boolean;
}

/**
 * Gives each reader its own consistent beginning, and all of them one upstream stream: where the snapshot at hand is old, a second
 * stream is opened (a branch), whose readers move to the first one (the trunk) as soon as it is known how far both have come. The
 * upstream numbers nothing, but sends each stream the same records: the branch's first ones are looked for among those that came on
 * the trunk since the branch was asked for. The earliest place that fits is taken, so nothing is ever missed; where a record repeats
 * one before byte for byte it may come twice, which says nothing new.
 */
export function createSplicer<S extends Source>(open: (inlet: Inlet) => S, now: () => number): Splicer<S> {
  /** The trunk first. */
  const lines: Line<S>[] = [];

  function openLine(): Line<S> {
    const inlet: Inlet = {
      snapshot(record) {
        line.waiting = false;
        line.base = { snapshot: record, at: line.count, taken: now() };
        // what the trunk's heartbeats say of the branch counts from here
        if (lines[0]) lines[0].beats = 0;
        for (const reader of line.readers.keys()) reader.begin(record);
      },
      event(record) {
        addRecord(line, record);
        settle();
      },
      heartbeat(record) {
        line.beats++;
        for (const reader of line.readers.keys()) reader.send(record);
        settle();
      },
      ended(fault) {
        remove(line);
        for (const reader of line.readers.keys()) reader.end(fault);
      },
    };
    const line = newLine(open(inlet), lines[0]?.count);
    lines.push(line);
    return line;
  }

  function remove(line: Line<S>): void {
    const at = lines.indexOf(line);
    if (at < 0) return;
    lines.splice(at, 1);
    // positions in a trunk that is gone say nothing
    if (at === 0) for (const other of lines) other.since = undefined;
  }

  /** Makes one of the lines of which it is known how far they have come. */
  function settle(): void {
    const [trunk, ...branches] = lines;
    if (!trunk) return;
    for (const branch of branches) {
      const at = placeOf(branch, trunk);
      if (at === undefined) continue;
      remove(branch);
      branch.source.close();
      moveReaders(branch, trunk, at);
    }
    for (const line of lines) trim(line, line === trunk ? lines.slice(1) : [], now());
  }

  return {
    join(reader) {
      const newest = lines.at(-1);
      const line = newest && isJoinable(newest, now()) ? newest : openLine();
      enter(line, reader);
      return line.source;
    },
    leave(reader) {
      const line = lines.find(({ readers }) => readers.has(reader));
      line?.readers.delete(reader);
      if (!line || line.readers.size > 0) return;
      remove(line);
      line.source.close();
    },
    idle: () => lines.length === 0,
  };
}
