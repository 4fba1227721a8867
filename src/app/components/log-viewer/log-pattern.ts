/** What is looked for in a log. */
export interface LogQuery {
  text: string;
  regex: boolean;
  caseSensitive: boolean;
}

export type LogPattern =
  /** Nothing is looked for. */
  | { kind: 'none' }
  /** Not a regular expression; `message` is the browser's. */
  | { kind: 'invalid'; message: string }
  | Pattern;

export interface Pattern {
  kind: 'pattern';
  expression: RegExp;
  /** It looks for a text to the letter: how long that takes depends on the length of what is searched alone. */
  literal: boolean;
}

const SPECIAL = /[$()*+.?[\\\]^{|}]/g;

export function logPattern({ text, regex, caseSensitive }: LogQuery): LogPattern {
  if (text === '') return { kind: 'none' };
  try {
    return {
      kind: 'pattern',
      literal: !regex,
      expression: new RegExp(regex ? text : text.replaceAll(SPECIAL, String.raw`\$&`), caseSensitive ? 'gu' : 'giu'),
    };
  } catch (error) {
    return { kind: 'invalid', message: error instanceof Error ? error.message : String(error) };
  }
}

/** A part of a text, as indexes: from `from` up to before `to`. */
export interface TextRange {
  from: number;
  to: number;
}

/** A line full of matches is marked up to here: nobody counts further, and each mark is an element of the page. */
const MARKS_PER_LINE = 200;

/** Where an expression (with the flag `g`) fits a text; matches of nothing are left out. */
export function matchesIn(text: string, expression: RegExp): TextRange[] {
  const ranges: TextRange[] = [];
  for (const match of text.matchAll(expression)) {
    if (match[0] === '') continue;
    ranges.push({ from: match.index, to: match.index + match[0].length });
    if (ranges.length === MARKS_PER_LINE) break;
  }
  return ranges;
}

/** Whether there is a match, of nothing too: `^$` looks for empty lines. */
export function fits(text: string, expression: RegExp): boolean {
  const found = expression.test(text);
  // an expression with the flag `g` would go on from here, in whatever text comes next
  expression.lastIndex = 0;
  return found;
}

/** What of a text is to be marked; undefined when it does not fit. */
export type TextMatch = readonly TextRange[] | undefined;

export const matchOf = (text: string, expression: RegExp): TextMatch => (fits(text, expression) ? matchesIn(text, expression) : undefined);

/** `at`: where in the line it begins. */
export interface MarkedText {
  at: number;
  text: string;
  marked: boolean;
}

/** A piece of a line, cut where marks begin and end. `at`: where in the line it begins; `marks` are sorted and do not overlap. */
export function markedPieces(text: string, at: number, marks: readonly TextRange[]): MarkedText[] {
  const pieces: MarkedText[] = [];
  let from = 0;
  const push = (to: number, marked: boolean): void => {
    if (to > from) pieces.push({ at: at + from, text: text.slice(from, to), marked });
    from = Math.max(from, to);
  };
  for (const mark of marks) {
    push(Math.min(text.length, mark.from - at), false);
    push(Math.min(text.length, mark.to - at), true);
  }
  push(text.length, false);
  return pieces;
}
