import { firstTime, inOrderOfTime, type MergedLine, timesOf } from './merged-line.ts';

/** What one of several files has before what is shown of it. */
export interface Earlier {
  /** What is before this byte has not been read. */
  from: number;
  /** Lines that are read but not yet shown: lines of another file that are not read may have to come after them. */
  held: readonly MergedLine[];
  /** The earliest time that was read; Infinity when the file has times but none is read; undefined when it has none. */
  since: number | undefined;
}

/** Of a file that is read from the byte `from` on. */
export const earlierOf = (from: number, held: readonly MergedLine[]): Earlier => ({ from, held, since: firstTime(held) });

/** With the lines right before `from`, which begin at byte `start`. */
export const extended = ({ held, since }: Earlier, start: number, lines: readonly MergedLine[]): Earlier => ({
  from: start,
  held: [...lines, ...held],
  since: firstTime(lines) ?? since,
});

/** From when on every line of every file is read: before it, the order of what is read is not known. */
function horizonOf(files: readonly Earlier[]): number {
  return Math.max(-Infinity, ...files.map(({ from, since }) => (from > 0 && since !== undefined ? since : -Infinity)));
}

/** The files that keep others from being shown further back, and all that have no times. */
export function filesToRead(files: readonly Earlier[]): number[] {
  const horizon = horizonOf(files);
  return files.flatMap(({ from, since }, index) => (from > 0 && (since ?? horizon) >= horizon ? [index] : []));
}

/** Takes what can be shown now from what is held, in the order of its times. Of each file it is what is nearest to what is shown. */
export function released(files: readonly Earlier[]): { files: Earlier[]; lines: MergedLine[] } {
  const horizon = horizonOf(files);
  const cuts = files.map((file) => heldBack(file, horizon));
  return {
    files: files.map((file, index) => ({ ...file, held: file.held.slice(0, cuts[index]) })),
    lines: inOrderOfTime(files.map(({ held }, index) => held.slice(cuts[index]))),
  };
}

/** How many of the held lines have to wait on. */
function heldBack({ from, held, since }: Earlier, horizon: number): number {
  if (since === undefined || horizon === -Infinity) return 0;
  // what precedes the first time of a file that is not read whole belongs to a line that is not read
  const times = timesOf(held, from > 0 ? -Infinity : since);
  const first = times.findIndex((at) => at >= horizon);
  return first === -1 ? held.length : first;
}
