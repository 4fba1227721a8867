import type { JsonKind, JsonObject } from './json-kind.ts';
import { readJson } from './json-text.ts';
import { firstFault, type Span, spanOf, type Step, stepsOf, treeOf } from './json-tree.ts';
import { type PathProblem, withPath } from './path-problem.ts';
import { keysOf, type Schema, schemaAt } from './schema-node.ts';

/** Something to say about a place of the text. A warning does not keep the document from being sent. */
export interface TextProblem extends Span {
  severity: 'error' | 'warning';
  message: string;
}

export interface TextProblemWords {
  incomplete: string;
  /** `what`: the first characters that do not fit. */
  syntax: (what: string, line: number) => string;
}

/** Everything about a text that is to be a document of its kind: that it is no JSON, else what the server would refuse and what it would ignore. */
export function problemsOfText(text: string, { schema, judge, words: own }: JsonKind, words: TextProblemWords): TextProblem[] {
  const read = readJson(text);
  if (!read.ok)
    return [read.fault === 'object' ? { from: 0, to: text.length, severity: 'error', message: own.noObject } : faultOf(text, words)];
  const unknown = unknownKeys(schema, read.document).map((steps) => ({ steps, message: own.unknownKey(String(steps.at(-1))) }));
  const tree = treeOf(text);
  return [
    ...problemsAtPaths(text, judge(read.document)),
    ...unknown.map(({ steps, message }): TextProblem => ({ ...spanOf(tree, text, steps, 'key'), severity: 'warning', message })),
  ];
}

/** Problems at the places of the text that their paths lead to. */
export function problemsAtPaths(text: string, problems: readonly PathProblem[]): TextProblem[] {
  const tree = treeOf(text);
  return problems.map(({ path, message }) => ({
    ...spanOf(tree, text, stepsOf(path)),
    severity: 'error',
    message: withPath(path, message),
  }));
}

function faultOf(text: string, words: TextProblemWords): TextProblem {
  const end = text.trimEnd().length;
  const at = firstFault(treeOf(text));
  if (at === undefined || at.from >= end) return { from: Math.max(0, end - 1), to: end, severity: 'error', message: words.incomplete };
  const what = text.slice(at.from, at.from + 12).split('\n')[0] ?? '';
  return {
    from: at.from,
    to: Math.max(at.to, at.from + 1),
    severity: 'error',
    message: words.syntax(what, text.slice(0, at.from).split('\n').length),
  };
}

/** Keys that the server does not know and would drop. */
function unknownKeys(schema: Schema, value: unknown, steps: readonly Step[] = []): Step[][] {
  if (Array.isArray(value)) return value.flatMap((item, index) => unknownKeys(schema, item, [...steps, index]));
  if (typeof value !== 'object' || value === null) return [];
  const at = schemaAt(schema, steps);
  const known = at && keysOf(at);
  return Object.entries(value as JsonObject).flatMap(([key, child]) =>
    known && !(key in known) ? [[...steps, key]] : unknownKeys(schema, child, [...steps, key]),
  );
}
