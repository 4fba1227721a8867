import { type Earlier, earlierOf, extended, released } from './earlier-lines.ts';
import { type LogWindow, MAX_LINES } from './log-window.ts';
import { firstTime, inOrderOfTime, type MergedLine } from './merged-line.ts';
import type { EarlierRead } from './read-before.ts';

/**
 * Several growing files as one list. What was there when they were opened is put in order by the times that lines begin with,
 * file by file where they begin with none; what is written later comes as it arrives. Only ended lines are taken, so that
 * two programs do not write into each other's. Lines from before are put above, as far back as all files are read.
 */
export interface MergedLog {
  readonly lines: readonly MergedLine[];
  /** Up to which byte of each file its lines have been taken. */
  readonly taken: readonly number[];
  /** What each file has before what is shown. */
  readonly earlier: readonly Earlier[];
  /** How many of the lines were there when the files were opened; undefined until all of them were. */
  readonly atFirst: number | undefined;
}

export const noMergedLines: MergedLog = { lines: [], taken: [], earlier: [], atFirst: undefined };

/** The list with what has come to the files. `windows`: what is read of each; undefined before anything is, and all wait for it at first. */
export function withArrivals(log: MergedLog, windows: readonly (LogWindow | undefined)[]): MergedLog {
  if (log.atFirst === undefined) return windows.includes(undefined) ? log : opened(windows);
  const groups = windows.map((window, source) => arrivals(window, source, log.taken[source] ?? 0));
  if (groups.every((group) => group.length === 0)) return log;
  const taken = windows.map((window, source) => takenOf(window, log.taken[source] ?? 0));
  const anew = windows.map((window, source) => window !== undefined && isAnew(window, log.taken[source] ?? 0));
  // nothing of a file that was written anew is before what is shown of it
  const earlier = log.earlier.map((file, source) => (anew[source] ? earlierOf(0, []) : file));
  return withinLimit({ lines: [...log.lines, ...inOrderOfTime(groups)], taken, earlier, atFirst: log.atFirst });
}

function opened(windows: readonly (LogWindow | undefined)[]): MergedLog {
  const taken = windows.map((window) => takenOf(window, 0));
  const { files, lines } = released(windows.map((window, source) => earlierOf(window?.start ?? 0, arrivals(window, source, 0))));
  return withinLimit({ lines, taken, earlier: files, atFirst: lines.length });
}

/** The list with what was read of files before it. What does not end where a file's lines begin by now is left out. */
export function withEarlier(log: MergedLog, reads: readonly Pick<EarlierRead, 'source' | 'end' | 'piece'>[]): MergedLog {
  const extendedFiles = log.earlier.map((file, source) => {
    const read = reads.find((other) => other.source === source && other.end === file.from);
    if (read === undefined) return file;
    const lines = read.piece.lines.map((line): MergedLine => ({ source, line }));
    return extended(file, read.piece.start, lines);
  });
  const { files, lines } = released(extendedFiles);
  return { ...log, lines: [...lines, ...log.lines], earlier: files, atFirst: (log.atFirst ?? 0) + lines.length };
}

/** Lets go of the first lines of a list that has grown too long. They can be read again. */
function withinLimit(log: MergedLog): MergedLog {
  const surplus = log.lines.length - MAX_LINES;
  if (surplus <= 0) return log;
  const lines = log.lines.slice(surplus);
  const earlier = log.earlier.map(({ since }, source): Earlier => {
    const own = lines.filter((line) => line.source === source);
    return {
      from: own[0]?.line.offset ?? log.taken[source] ?? 0,
      held: [],
      since: firstTime(own) ?? (since === undefined ? undefined : Infinity),
    };
  });
  return { ...log, lines, earlier, atFirst: Math.max(0, (log.atFirst ?? 0) - surplus) };
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
