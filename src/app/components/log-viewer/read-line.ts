import { lineTime, type LineTime } from './line-time.ts';
import type { LogLine } from './log-line.ts';
import { parseSgr, type Span } from './sgr.ts';

/** A line as people read it. */
export interface ReadLine {
  spans: readonly Span[];
  /** The texts of all spans: what is searched. */
  text: string;
  time: LineTime | undefined;
}

const read = new WeakMap<LogLine, ReadLine>();

/** Each line is read once, when it is first shown or searched; lines never change. */
export function readLine(line: LogLine): ReadLine {
  const known = read.get(line);
  if (known !== undefined) return known;
  const spans = parseSgr(line.text);
  const text = spans.map((span) => span.text).join('');
  const result = { spans, text, time: lineTime(text, Date.now()) };
  read.set(line, result);
  return result;
}
