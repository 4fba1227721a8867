import type { SyntaxNode } from '@lezer/common';
import { children, isValue, keyOf, type Span, stepsTo, treeOf } from './json-tree.ts';
import { defaultOf, keysOf, kindOf, type Schema, schemaAt, type ValueKind, valuesOf } from './schema-node.ts';

export interface JsonOption {
  label: string;
  kind: ValueKind;
  /** What the server takes when the key is left out. */
  fallback?: unknown;
  /** What is written in the place of what is there. */
  insert: string;
  /** Where in `insert` one goes on typing. */
  cursor: number;
}

export interface JsonCompletion extends Span {
  options: JsonOption[];
}

/** What may be written at a place of the text: keys of its object that it does not have yet, or the values of a key. From the schema. */
export function completionsAt(schema: Schema, text: string, position: number): JsonCompletion | undefined {
  const inner = treeOf(text).resolveInner(position, -1);
  const node = inner.type.isError ? (inner.parent ?? inner) : inner;
  if (node.name === 'PropertyName') return keysAt(schema, text, node.parent?.parent ?? undefined, { from: node.from, to: node.to });
  const typed = typedSpan(text, position);
  if (node.name === 'Object' || node.name === '{') {
    return keysAt(schema, text, node.name === '{' ? (node.parent ?? undefined) : node, typed);
  }
  if (node.name === 'Property') return valuesAt(schema, text, node, typed);
  if (!isValue(node) || node.name === 'Array') return undefined;
  return valuesAt(schema, text, node.parent?.name === 'Property' ? node.parent : node, { from: node.from, to: node.to });
}

/** A word that is being typed before the position, with its quote. */
function typedSpan(text: string, position: number): Span {
  const word = /"?\w*$/.exec(text.slice(0, position))?.[0] ?? '';
  return { from: position - word.length, to: position };
}

function keysAt(root: Schema, text: string, object: SyntaxNode | undefined, span: Span): JsonCompletion | undefined {
  if (object?.name !== 'Object') return undefined;
  const schema = schemaAt(root, stepsTo(object, text));
  const known = schema && keysOf(schema);
  if (!known) return undefined;
  const used = new Set(
    children(object)
      .filter((child) => child.name === 'Property' && child.from !== span.from)
      .map((property) => keyOf(property, text)),
  );
  const hasValue = /^\s*:/.test(text.slice(span.to));
  const options = Object.entries(known)
    .filter(([key]) => !used.has(key))
    .map(([key, child]): JsonOption => {
      const value = hasValue ? '' : `: ${STUBS[kindOf(child)]}`;
      const insert = `"${key}"${value}`;
      const inside = value.endsWith('""') || value.endsWith('[]') || value.endsWith('{}') ? 1 : 0;
      return { label: key, kind: kindOf(child), fallback: defaultOf(child), insert, cursor: insert.length - inside };
    });
  return { ...span, options };
}

const STUBS: Record<ValueKind, string> = { text: '""', number: '', boolean: '', list: '[]', object: '{}', any: '' };

function valuesAt(root: Schema, text: string, at: SyntaxNode, span: Span): JsonCompletion | undefined {
  const schema = schemaAt(root, stepsTo(at, text));
  const options = (schema ? valuesOf(schema) : []).map((value): JsonOption => {
    const insert = JSON.stringify(value);
    return { label: String(value), kind: typeof value === 'boolean' ? 'boolean' : 'text', insert, cursor: insert.length };
  });
  return options.length === 0 ? undefined : { ...span, options };
}
