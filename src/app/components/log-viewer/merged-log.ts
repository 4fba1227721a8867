import type { LogLine } from './log-line.ts';
import { type LogWindow, MAX_LINES } from './log-window.ts';
import { readLine } from './read-line.ts';

/** A line of one of several files that are shown as one. */
export interface MergedLine {
  /** Which of the files, counted from 0. */
  source: number;
  line: LogLine;
}

/**
 * Several growing files as one list. What was there when they were opened is put in order by the times that lines begin with,
 * file by file where they begin with none; what is written later comes as it arrives. Only ended lines are taken, so that
 * two programs do not write into each other's.
 */
export interface MergedLog {
  readonly lines: readonly MergedLine[];
  /** Up to which byte of each file its lines have been taken. */
  readonly taken: readonly number[];
  /** How many of the lines were there when the files were opened; undefined until all of them were. */
  readonly atFirst: number | undefined;
}

export const noMergedLines: MergedLog = { lines: [], taken: [], atFirst: undefined };

/** The list with what has come to the files. `windows`: what is read of each; undefined before anything is, and all wait for it at first. */
export function withArrivals(log: MergedLog, windows: readonly (LogWindow | undefined)[]): MergedLog {
  if (log.atFirst === undefined && windows.includes(undefined)) return log;
  const groups = windows.map((window, source) => arrivals(window, source, log.taken[source] ?? 0));
  if (log.atFirst !== undefined && groups.every((group) => group.length === 0)) return log;
  const lines = [...log.lines, ...inOrderOfTime(groups)];
  const surplus = Math.max(0, lines.length - MAX_LINES);
  return {
    lines: surplus === 0 ? lines : lines.slice(surplus),
    taken: windows.map((window, source) => takenOf(window, log.taken[source] ?? 0)),
    atFirst: Math.max(0, (log.atFirst ?? lines.length) - surplus),
  };
}

/** A file that is shorter than what was taken of it has been written anew. */
const isAnew = (window: LogWindow, taken: number): boolean => window.end < taken;

function arrivals(window: LogWindow | undefined, source: number, taken: number): MergedLine[] {
  if (window === undefined) return [];
  const from = isAnew(window, taken) ? 0 : taken;
  return window.lines.filter((line) => line.ended && line.offset >= from).map((line) => ({ source, line }));
}

function takenOf(window: LogWindow | undefined, taken: number): number {
  if (window === undefined) return taken;
  const last = window.lines.at(-1);
  return last?.ended === false ? last.offset : window.end;
}

/** Merges lists whose own order stays. A line without a time belongs to the one before it. */
function inOrderOfTime(groups: readonly (readonly MergedLine[])[]): MergedLine[] {
  const timed = groups.flatMap((group) => {
    let at = -Infinity;
    return group.map((entry) => {
      at = Math.max(at, readLine(entry.line).time?.at ?? at);
      return { entry, at };
    });
  });
  // sorting is stable: lines of the same time stay as they were
  return timed.sort((a, b) => (a.at === b.at ? 0 : a.at - b.at)).map(({ entry }) => entry);
}

/** Names a line among those of all files; it stays the same however much is read or let go of. */
const lineKey = ({ source, line }: MergedLine): string => `${source}:${line.offset}`;

/** The key of the line at a place in the list; empty where there is none. */
export function keyAt(lines: readonly MergedLine[], index: number | undefined): string {
  const entry = index === undefined ? undefined : lines[index];
  return entry === undefined ? '' : lineKey(entry);
}
