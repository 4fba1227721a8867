import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { ConfigProblem } from './config-problem.ts';

/** A YAML value that knows on which line it stands. */
export type PlacedValue =
  | { kind: 'scalar'; line: number; value: unknown }
  | { kind: 'list'; line: number; items: PlacedValue[] }
  | { kind: 'map'; line: number; entries: PlacedEntry[] };

export interface PlacedEntry {
  key: unknown;
  line: number;
  value: PlacedValue;
}

/** Machines, their settings and the lists in those; what is nested deeper (or repeated by YAML aliases without end) is not read. */
const DEPTH = 4;

/** Reads plain YAML; what breaks its syntax, a duplicate key included, is told by line. */
export function placedYaml(text: string): { ok: true; root: PlacedValue } | { ok: false; problems: ConfigProblem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  if (document.errors.length > 0) {
    const template = text.split('\n').findIndex((line) => line.includes('<%'));
    if (template >= 0) {
      const message = 'Templates (<% … %>) are not evaluated; write the values themselves as plain YAML.';
      return { ok: false, problems: [{ line: template + 1, message }] };
    }
    return {
      ok: false,
      problems: document.errors.map((error) => ({ line: lineAt(error.pos[0]), message: `Not valid YAML: ${error.message}` })),
    };
  }

  const lineOf = (node: unknown): number => lineAt((node as { range?: readonly number[] | null } | null)?.range?.[0] ?? 0);
  const place = (node: unknown, depth: number): PlacedValue => {
    const line = lineOf(node);
    const resolved: unknown = isAlias(node) ? node.resolve(document) : node;
    if (depth > 0 && isSeq(resolved)) return { kind: 'list', line, items: resolved.items.map((item) => place(item, depth - 1)) };
    if (depth > 0 && isMap(resolved)) {
      const entries = resolved.items.map((pair) => ({
        key: isScalar(pair.key) ? pair.key.value : undefined,
        line: lineOf(pair.key),
        value: place(pair.value, depth - 1),
      }));
      return { kind: 'map', line, entries };
    }
    return { kind: 'scalar', line, value: isScalar(resolved) ? resolved.value : undefined };
  };
  return { ok: true, root: place(document.contents, DEPTH) };
}
