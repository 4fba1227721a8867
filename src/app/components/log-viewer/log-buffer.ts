/**
 * The part of a growing file that is shown, cut into lines. All offsets are bytes of the file, which a JavaScript string's
 * length does not tell: a read asks for exactly as many bytes as there are, so the next one begins where it ended.
 */
export interface LogBuffer {
  /** Number of the first line that is kept; lines dropped from the front keep their numbers. */
  firstLine: number;
  /** Finished lines, and last the one that is still being written (empty after a newline). */
  lines: readonly string[];
  /** Byte offset of the first kept byte. */
  start: number;
  /** Byte offset at which to read on. */
  end: number;
}

/** Bytes asked for at once; Mesos answers at most 64 KiB. */
export const READ_BYTES = 64 * 1024;
/** Shown of a file that is large already when it is opened. */
export const TAIL_BYTES = 4 * READ_BYTES;
/** Lines kept in memory: enough to scroll, too few to slow a page that is left open for days. */
export const MAX_LINES = 10_000;

export const emptyBuffer: LogBuffer = { firstLine: 0, lines: [''], start: 0, end: 0 };

export interface Read {
  offset: number;
  length: number;
}

/** What to read next of a file of `size` bytes; undefined when there is nothing new. A file that has shrunk begins anew. */
export function nextRead(buffer: LogBuffer, size: number): Read | undefined {
  if (size === buffer.end) return undefined;
  const fresh = buffer.end === 0 || size < buffer.end;
  const offset = fresh ? Math.max(0, size - TAIL_BYTES) : buffer.end;
  return { offset, length: Math.min(READ_BYTES, size - offset) };
}

/** The buffer with what a read brought. `data` is the text of exactly `length` bytes from `offset`. */
export function withRead(buffer: LogBuffer, { offset, length }: Read, data: string): LogBuffer {
  const { text, bytes } = wholeCharacters(data, length);
  if (offset !== buffer.end) return startedAt(offset, offset + bytes, text);
  const added = text.split('\n');
  const lines = [...buffer.lines.slice(0, -1), (buffer.lines.at(-1) ?? '') + (added[0] ?? ''), ...added.slice(1)];
  return bounded({ ...buffer, lines, end: offset + bytes });
}

/** A buffer that begins in the middle of a file begins with a whole line. */
function startedAt(offset: number, end: number, text: string): LogBuffer {
  const lines = text.split('\n');
  if (offset === 0 || lines.length === 1) return bounded({ firstLine: 0, lines, start: offset, end });
  const cut = utf8Length(lines[0] ?? '') + 1;
  return bounded({ firstLine: 0, lines: lines.slice(1), start: offset + cut, end });
}

function bounded(buffer: LogBuffer): LogBuffer {
  const surplus = buffer.lines.length - MAX_LINES;
  if (surplus <= 0) return buffer;
  const dropped = buffer.lines.slice(0, surplus).reduce((bytes, line) => bytes + utf8Length(line) + 1, 0);
  return { ...buffer, firstLine: buffer.firstLine + surplus, lines: buffer.lines.slice(surplus), start: buffer.start + dropped };
}

/**
 * A read that ends inside a character shows a replacement character in its place: that end is left for the next read.
 * Only when the rest decodes without loss can its bytes be counted; binary files are taken as they come.
 */
function wholeCharacters(data: string, length: number): { text: string; bytes: number } {
  const text = data.replace(/\uFFFD+$/, '');
  if (text.length === data.length || text.includes('\uFFFD')) return { text: data, bytes: length };
  const bytes = utf8Length(text);
  const missing = length - bytes;
  return missing > 0 && missing < 4 ? { text, bytes } : { text: data, bytes: length };
}

const encoder = new TextEncoder();
const utf8Length = (text: string): number => encoder.encode(text).length;
