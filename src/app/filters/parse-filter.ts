import type { Comparison, FieldTerm, Span, Term, TermValue } from './filter-term.ts';

export interface ParsedFilter {
  terms: Term[];
  /** A quote that is never closed reaches to the end. */
  unclosed: Span | undefined;
}

const SPACE = /\s*/y;
const NEGATION = /not\s+(?=\S)|-(?=[^\s-])/iy;
const FIELD = /([a-z][\w.-]*)(>=|<=|[:=<>])/iy;

/**
 * Reads the text of a filter: `redis "two words" is:running,waiting -host:a1 not label:team=shop age>5m`. Terms are apart by
 * spaces, values by commas; quotes keep both together, and a backslash in them keeps a quote. Any text can be read.
 */
export function parseFilter(text: string): ParsedFilter {
  const terms: Term[] = [];
  let unclosed: Span | undefined;
  let at = matched(SPACE, text, 0).to;
  while (at < text.length) {
    const from = at;
    let negated = false;
    for (let next = matched(NEGATION, text, at); next.to > at; next = matched(NEGATION, text, at)) {
      negated = !negated;
      at = next.to;
    }
    const field = matched(FIELD, text, at);
    const word = field.groups ? undefined : readWord(text, at);
    const values = field.groups ? readValues(text, field.to) : undefined;
    const to = word?.to ?? values?.to ?? at;
    const span = { from, to };
    if (word && word.text !== '') terms.push({ kind: 'text', negated, text: word.text, span });
    if (field.groups && values) terms.push(fieldTerm({ negated, span }, field.groups, at, values.values));
    if (word?.unclosed === true || values?.unclosed === true) unclosed = span;
    at = matched(SPACE, text, to).to;
  }
  return { terms, unclosed };
}

function fieldTerm(
  shared: Pick<FieldTerm, 'negated' | 'span'>,
  [key = '', comparison]: readonly string[],
  at: number,
  values: TermValue[],
): FieldTerm {
  const keySpan = { from: at, to: at + key.length };
  return { kind: 'field', ...shared, key, keySpan, comparison: comparison as Comparison, values };
}

/** What a sticky pattern finds right at a place: where it ends (at the place itself when nothing is there) and its groups. */
function matched(pattern: RegExp, text: string, at: number): { to: number; groups: string[] | undefined } {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match ? { to: pattern.lastIndex, groups: match.slice(1) } : { to: at, groups: undefined };
}

interface Read {
  text: string;
  to: number;
  unclosed: boolean;
}

function readValues(text: string, from: number): { values: TermValue[]; to: number; unclosed: boolean } {
  const values: TermValue[] = [];
  let at = from;
  for (;;) {
    const read = readWord(text, at, ',');
    values.push({ text: read.text, span: { from: at, to: read.to } });
    at = read.to;
    if (text[at] !== ',') return { values, to: at, unclosed: read.unclosed };
    at++;
  }
}

/** Up to a space or the separator. Parts in quotes are as they are, as in a shell: `team="a b"`. */
function readWord(text: string, from: number, separator?: string): Read {
  let word = '';
  let at = from;
  let quoted = false;
  for (; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char === '"') quoted = !quoted;
    else if (quoted && char === '\\' && at + 1 < text.length) word += text[++at] ?? '';
    else if (!quoted && (char === separator || /\s/.test(char))) break;
    else word += char;
  }
  return { text: word, to: at, unclosed: quoted };
}
