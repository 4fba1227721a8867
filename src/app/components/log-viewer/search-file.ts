import type { ByteRange } from '../../live/agent-files.ts';
import type { TextMatch } from './log-pattern.ts';
import { type LogWindow, rangeAfter, rangeBefore, windowOf } from './log-window.ts';
import { readLine } from './read-line.ts';

export type Direction = 'back' | 'on';

export interface FileSearch {
  read: (range: ByteRange, signal: AbortSignal) => Promise<string>;
  /** The file's size in bytes: where a search on ends. */
  size: number;
  /** The bytes that have been searched already. */
  from: Pick<LogWindow, 'start' | 'end'>;
  direction: Direction;
  /** Fits the lines of each piece. */
  match: (texts: readonly string[]) => Promise<readonly TextMatch[]>;
  signal: AbortSignal;
  /** Told after each piece: bytes searched, and bytes there are to search. */
  onProgress: (searched: number, all: number) => void;
}

/**
 * Looks for a line through what has not been read of a file, one piece after the other, and keeps nothing of it. Resolves to the
 * address of the nearest line that fits, or undefined. Rejects with what `read` or `match` reject with, or the signal's reason.
 */
export async function searchFile({ read, size, from, direction, match, signal, onProgress }: FileSearch): Promise<number | undefined> {
  const all = direction === 'back' ? from.start : size - from.end;
  let seen: LogWindow = { ...from, lines: [] };
  for (;;) {
    const range = direction === 'back' ? rangeBefore(seen) : rangeAfter(seen, size);
    if (range === undefined) return undefined;
    const piece = pieceOf(range, await read(range, signal), direction);
    signal.throwIfAborted();
    const matches = await match(piece.lines.map((line) => readLine(line).text));
    const found = direction === 'back' ? matches.findLastIndex(isHit) : matches.findIndex(isHit);
    if (found !== -1) return piece.lines[found]?.offset;
    // the file was cut meanwhile: there is nothing further on
    if (direction === 'on' && piece.end === seen.end) return undefined;
    seen = piece;
    onProgress(Math.min(all, direction === 'back' ? from.start - piece.start : piece.end - from.end), all);
  }
}

const isHit = (match: TextMatch): boolean => match !== undefined;

/** Of a search on, a line that the piece has only the beginning of is left for the next piece, unless it fills this one. */
function pieceOf(range: ByteRange, data: string, direction: Direction): LogWindow {
  if (direction === 'back') return windowOf(range, data);
  // what is before has been searched: the piece begins where a line begins
  const piece = windowOf({ offset: 0, length: range.length }, data);
  const lines = piece.lines.map((line) => ({ ...line, offset: line.offset + range.offset }));
  const last = lines.at(-1);
  const cut = last !== undefined && !last.ended && lines.length > 1;
  return { lines: cut ? lines.slice(0, -1) : lines, start: range.offset, end: cut ? last.offset : range.offset + piece.end };
}
