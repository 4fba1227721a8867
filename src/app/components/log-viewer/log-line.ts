import { utf8Length } from './utf8-length.ts';

/** A line of a file, or a piece of one that is very long. */
export interface LogLine {
  /** Byte of the file at which it begins: its address, which stays whatever else is read or written. */
  offset: number;
  text: string;
  /** False while its end has not been read: more may be written to it. */
  ended: boolean;
}

/** A longer line is shown in pieces: one without any newline must not become one enormous element of the page. */
export const LONGEST_LINE = 16 * 1024;

/** The lines of a text that begins at byte `offset`. The last one is not ended, unless the text ends with a newline. */
export function splitLines(text: string, offset: number): LogLine[] {
  const lines: LogLine[] = [];
  let at = offset;
  for (let from = 0; from < text.length;) {
    const newline = text.indexOf('\n', from);
    const whole = newline === -1 ? text.length : newline;
    const to = Math.min(whole, from + longestPiece(text, from));
    const line = text.slice(from, to);
    const ended = to === newline;
    lines.push({ offset: at, text: line, ended: ended || to < whole });
    at += utf8Length(line) + Number(ended);
    from = to + Number(ended);
  }
  return lines;
}

/** Never cuts a character of two code units. */
function longestPiece(text: string, from: number): number {
  const last = text.charCodeAt(from + LONGEST_LINE - 1);
  return last >= 0xd8_00 && last < 0xdc_00 ? LONGEST_LINE - 1 : LONGEST_LINE;
}
