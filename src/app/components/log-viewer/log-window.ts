import type { ByteRange } from '../../live/agent-files.ts';
import { type LogLine, LONGEST_LINE, splitLines } from './log-line.ts';
import { utf8Length } from './utf8-length.ts';

/**
 * The part of a file that is kept, as lines. It grows at either end by one read at a time and lets go at the other, so that
 * a file of any size costs the same memory. Offsets are bytes of the file, which the length of a JavaScript string does not tell.
 */
export interface LogWindow {
  readonly lines: readonly LogLine[];
  /** The bytes that are kept: from `start` up to before `end`. */
  readonly start: number;
  readonly end: number;
}

/** Bytes asked for at once: Mesos answers no more. */
export const CHUNK_BYTES = 64 * 1024;
export const MAX_LINES = 10_000;
export const MAX_BYTES = 4 * 1024 * 1024;

export const emptyWindow: LogWindow = { lines: [], start: 0, end: 0 };

/** Where to read for the end of a file of `size` bytes; undefined when it is empty. */
export const endRange = (size: number): ByteRange | undefined => range(size - CHUNK_BYTES, size);

/** Where to read for the line that begins at a byte and what is around it. */
export const rangeAround = (offset: number, size: number): ByteRange | undefined =>
  range(offset - CHUNK_BYTES / 2, Math.min(size, Math.max(0, offset - CHUNK_BYTES / 2) + CHUNK_BYTES));

export const rangeBefore = ({ start }: Pick<LogWindow, 'start'>): ByteRange | undefined => range(start - CHUNK_BYTES, start);

export const rangeAfter = ({ end }: LogWindow, size: number): ByteRange | undefined => range(end, Math.min(size, end + CHUNK_BYTES));

function range(from: number, to: number): ByteRange | undefined {
  const offset = Math.max(0, from);
  return to > offset ? { offset, length: to - offset } : undefined;
}

/** A window of what a read anywhere in the file brought. It begins with a whole line where it can. */
export function windowOf(read: ByteRange, data: string): LogWindow {
  const { text, bytes } = withoutCutEnd(data, read.length);
  const end = read.offset + bytes;
  const whole = read.offset === 0 ? text : withoutCutLine(text);
  // counted from the end, since the bytes of a character that the read cut at its beginning cannot be told
  const start = whole.includes('\uFFFD') ? read.offset + utf8Length(text.slice(0, text.length - whole.length)) : end - utf8Length(whole);
  return { lines: splitLines(whole, start), start, end };
}

/** The window with what a read right after it brought. */
export function appended(window: LogWindow, read: ByteRange, data: string): LogWindow {
  const { text, bytes } = withoutCutEnd(data, read.length);
  const last = window.lines.at(-1);
  const open = last?.ended === false ? last : undefined;
  const kept = open === undefined ? window.lines : window.lines.slice(0, -1);
  const added = splitLines((open?.text ?? '') + text, open?.offset ?? window.end);
  return withoutSurplusAtStart({ lines: [...kept, ...added], start: window.start, end: read.offset + bytes });
}

/** The window with what a read right before it brought. */
export function prepended(window: LogWindow, read: ByteRange, data: string): LogWindow {
  const before = windowOf(read, data);
  const last = before.lines.at(-1);
  const first = window.lines[0];
  // a line that the window had only the end of
  const joined = last?.ended === false && first !== undefined ? joinedLine(last, first) : undefined;
  const lines =
    joined === undefined ? [...before.lines, ...window.lines] : [...before.lines.slice(0, -1), ...joined, ...window.lines.slice(1)];
  return withoutSurplusAtEnd({ lines, start: before.start, end: window.end });
}

function joinedLine(last: LogLine, first: LogLine): LogLine[] {
  if (last.text.length + first.text.length > LONGEST_LINE) return [{ ...last, ended: true }, first];
  return [{ offset: last.offset, text: last.text + first.text, ended: first.ended }];
}

/** Without the line that a read began in the middle of, if there is another. */
function withoutCutLine(text: string): string {
  const newline = text.indexOf('\n');
  return newline === -1 || newline === text.length - 1 ? text.replace(/^\uFFFD{1,3}/, '') : text.slice(newline + 1);
}

function withoutSurplusAtStart(window: LogWindow): LogWindow {
  const { lines, end } = window;
  let from = Math.max(0, lines.length - MAX_LINES);
  while (end - (lines[from]?.offset ?? end) > MAX_BYTES) from += 1;
  if (from === 0) return window;
  return { lines: lines.slice(from), start: lines[from]?.offset ?? end, end };
}

function withoutSurplusAtEnd(window: LogWindow): LogWindow {
  const { lines, start } = window;
  let to = Math.min(lines.length, MAX_LINES);
  while (to > 0 && (lines[to]?.offset ?? window.end) - start > MAX_BYTES) to -= 1;
  if (to === lines.length) return window;
  return { lines: lines.slice(0, to), start, end: lines[to]?.offset ?? window.end };
}

/**
 * A read that ends inside a character shows a replacement character in its place: that end is left for the next read.
 * Only when the rest decodes without loss can its bytes be counted; binary files are taken as they come.
 */
function withoutCutEnd(data: string, length: number): { text: string; bytes: number } {
  const text = data.replace(/\uFFFD{1,3}$/, '');
  if (text.includes('\uFFFD')) return { text: data, bytes: length };
  const bytes = utf8Length(text);
  // a file that was cut meanwhile has answered less than was asked for
  if (text.length === data.length) return { text, bytes: Math.min(bytes, length) };
  return text !== '' && length - bytes < 4 ? { text, bytes } : { text: data, bytes: length };
}
