import type { SyntaxNode, Tree } from '@lezer/common';
import { parser } from '@lezer/json';

export type Step = string | number;

/** The syntax tree of JSON that may be incomplete or wrong. */
export const treeOf = (text: string): Tree => parser.parse(text);

const VALUES: ReadonlySet<string> = new Set(['Object', 'Array', 'String', 'Number', 'True', 'False', 'Null']);
export const isValue = (node: SyntaxNode): boolean => VALUES.has(node.name);

/** A path of Marathon's error details in steps: `/container/volumes(1)/hostPath`. Keys with a slash in them are not told apart. */
export const stepsOf = (path: string): Step[] =>
  [...path.matchAll(/\/([^/()]+)|\((\d+)\)/g)].map(([, key, index]) => (key === undefined ? Number(index) : key));

/** The key of a property, without its quotes. */
export function keyOf(property: SyntaxNode, text: string): string {
  const name = property.getChild('PropertyName');
  if (!name) return '';
  const raw = text.slice(name.from, name.to);
  try {
    return String(JSON.parse(raw));
  } catch {
    return raw.replaceAll('"', '');
  }
}

const valueIn = (parent: SyntaxNode): SyntaxNode | undefined => children(parent).find(isValue);

export function children(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) found.push(child);
  return found;
}

/** Where a path leads, in steps from the whole: the place of a node inside of objects and lists. */
export function stepsTo(node: SyntaxNode, text: string): Step[] {
  const steps: Step[] = [];
  for (let at = node; at.parent; at = at.parent) {
    if (at.name === 'Property') steps.unshift(keyOf(at, text));
    if (at.parent.name === 'Array') steps.unshift(children(at.parent).filter((child) => isValue(child) && child.to <= at.from).length);
  }
  return steps;
}

export interface Span {
  from: number;
  to: number;
}

/**
 * Where in the text to show what is wrong at a place: its value, the key of an object or list (of any with `part: 'key'`), or
 * of what is missing the nearest that is around it.
 */
export function spanOf(tree: Tree, text: string, steps: readonly Step[], part: 'value' | 'key' = 'value'): Span {
  let node = valueIn(tree.topNode);
  let name: SyntaxNode | null = null;
  for (const step of steps) {
    const property = node && typeof step === 'string' ? node.getChildren('Property').find((each) => keyOf(each, text) === step) : undefined;
    const next: SyntaxNode | undefined =
      typeof step === 'number' && node ? children(node).filter(isValue)[step] : property && valueIn(property);
    if (!next) break;
    name = property?.getChild('PropertyName') ?? null;
    node = next;
  }
  if (!node) return { from: 0, to: Math.min(1, text.length) };
  if (part === 'value' && node.name !== 'Object' && node.name !== 'Array') return { from: node.from, to: node.to };
  return name ? { from: name.from, to: name.to } : { from: node.from, to: node.from + 1 };
}

/** The first place that is not as JSON has to be. */
export function firstFault(tree: Tree): Span | undefined {
  let found: Span | undefined;
  tree.iterate({
    enter: (node) => {
      if (node.type.isError) found ??= { from: node.from, to: node.to };
      return found === undefined;
    },
  });
  return found;
}
