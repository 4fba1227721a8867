import type { LogLine } from './log-line.ts';
import { readLine } from './read-line.ts';

/** A line of one of several files that are shown as one. */
export interface MergedLine {
  /** Which of the files, counted from 0. */
  source: number;
  line: LogLine;
}

/** Names a line among those of all files; it stays the same however much is read or let go of. */
const lineKey = ({ source, line }: MergedLine): string => `${source}:${line.offset}`;

/** The key of the line at a place in the list; empty where there is none. */
export function keyAt(lines: readonly MergedLine[], index: number | undefined): string {
  const entry = index === undefined ? undefined : lines[index];
  return entry === undefined ? '' : lineKey(entry);
}

/** The first time that a line of the list begins with, in milliseconds since the epoch; undefined when none does. */
export function firstTime(lines: readonly MergedLine[]): number | undefined {
  for (const { line } of lines) {
    const { time } = readLine(line);
    if (time !== undefined) return time.at;
  }
  return undefined;
}

/** The time of each line of one file. A line without one belongs to the one before it; those before the first time have `unknown`. */
export function timesOf(lines: readonly MergedLine[], unknown: number): number[] {
  let at = unknown;
  return lines.map(({ line }) => (at = Math.max(at, readLine(line).time?.at ?? at)));
}

/** Merges the lines of several files by their times; the own order of each stays. Files without times come first, one after the other. */
export function inOrderOfTime(groups: readonly (readonly MergedLine[])[]): MergedLine[] {
  const timed = groups.flatMap((group) => {
    const times = timesOf(group, firstTime(group) ?? -Infinity);
    return group.map((entry, index) => ({ entry, at: times[index] ?? -Infinity }));
  });
  // sorting is stable: lines of the same time stay as they were
  return timed.sort((a, b) => (a.at === b.at ? 0 : a.at - b.at)).map(({ entry }) => entry);
}
