import { sameBytes } from './same-bytes.ts';

/** One who reads: the snapshot first, then the records. */
export interface Reader {
  begin(snapshot: Uint8Array): void;
  send(record: Uint8Array): void;
  end(fault?: unknown): void;
}

/** A snapshot is given to others for so long, with what happened since; or longer if nothing did. */
const FRESH_MS = 5_000;
const FRESH_WHILE_QUIET_MS = 60_000;
/** More records are not kept: the next reader gets a snapshot of its own then. */
const MOST_LOGGED = 1_000;
/** The first may have been on its way when the other stream's snapshot was made; the second, an interval later, was not. */
const QUIET_BEATS = 2;

/** One upstream stream and who reads it. */
export interface Line<S> {
  source: S;
  /** From which record on each reader gets them from here. */
  readers: Map<Reader, number>;
  /** Records so far; `log` has the last of them. */
  count: number;
  log: Uint8Array[];
  /** The snapshot is still to come. */
  waiting: boolean;
  /** A snapshot to give to others, and after how many records it was made. */
  base: { snapshot: Uint8Array; at: number; taken: number } | undefined;
  /** How many records the trunk had when this branch was opened; undefined: it stays on its own. */
  since: number | undefined;
  /** Heartbeats in a row: since the last record, and the last snapshot of a branch. */
  beats: number;
}

/** A line without a snapshot yet; `since`: see Line. */
export const newLine = <S>(source: S, since: number | undefined): Line<S> => ({
  source,
  readers: new Map(),
  count: 0,
  log: [],
  waiting: true,
  base: undefined,
  since,
  beats: 0,
});

/** The reader gets what the line has to begin with, and from then on what comes. */
export function enter(line: Line<unknown>, reader: Reader): void {
  line.readers.set(reader, line.count);
  if (!line.base) return;
  reader.begin(line.base.snapshot);
  for (const record of recordsFrom(line, line.base.at)) reader.send(record);
}

export function addRecord(line: Line<unknown>, record: Uint8Array): void {
  line.log.push(record);
  line.beats = 0;
  const index = line.count++;
  for (const [reader, from] of line.readers) if (index >= from) reader.send(record);
}

/** The branch's readers go on at the trunk, of which `at` records came before the branch's snapshot. */
export function moveReaders(branch: Line<unknown>, trunk: Line<unknown>, at: number): void {
  const from = at + branch.count;
  const moved = [...branch.readers.keys()];
  branch.readers.clear();
  if (branch.base) trunk.base = { ...branch.base, at: at + branch.base.at };
  for (const reader of moved) trunk.readers.set(reader, from);
  for (const reader of moved) for (const record of recordsFrom(trunk, from)) reader.send(record);
}

/** Whether others may begin with the line's snapshot, now or when it comes. */
export const isJoinable = ({ waiting, base, count }: Line<unknown>, now: number): boolean =>
  waiting || (base !== undefined && now - base.taken <= (count === base.at ? FRESH_WHILE_QUIET_MS : FRESH_MS));

/** Forgets what nobody needs any more. May leave lines without what they need to become one: they go on by themselves then. */
export function trim(line: Line<unknown>, branches: readonly Line<unknown>[], now: number): void {
  if (line.log.length > MOST_LOGGED) {
    line.base = undefined;
    line.since = undefined;
    for (const branch of branches) branch.since = undefined;
  }
  if (!isJoinable(line, now)) line.base = undefined;
  const needed = [line.base?.at, line.since === undefined ? undefined : 0, ...branches.map(({ since }) => since)];
  const first = Math.min(line.count, ...needed.filter((index) => index !== undefined));
  line.log.splice(0, first - (line.count - line.log.length));
}

function recordsFrom({ count, log }: Line<unknown>, index: number): Uint8Array[] {
  return log.slice(Math.max(0, index - (count - log.length)));
}

/** How many records of the trunk came before the branch's snapshot; undefined as long as that is not known. */
export function placeOf(branch: Line<unknown>, trunk: Line<unknown>): number | undefined {
  if (branch.waiting || branch.since === undefined) return undefined;
  if (branch.count === 0) return trunk.beats >= QUIET_BEATS ? trunk.count : undefined;
  for (let at = branch.since; at < trunk.count; at++) {
    const after = recordsFrom(trunk, at);
    if (branch.log.every((record, index) => sameBytes(record, after[index] ?? record))) return at;
  }
  return undefined;
}
