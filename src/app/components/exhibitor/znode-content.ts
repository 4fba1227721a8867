import type { ExplorerNodeData } from '../../../api/dcos/exhibitor.ts';

/** Counters of a znode by their names in ZooKeeper, from the lines `name: value` (Exhibitor's own pad the names with dots). */
export function statOf({ stat }: ExplorerNodeData): Map<string, string> {
  const lines = stat.split('\n').map((line) => /^\s*(\w+)[\s.]*:\s*(.*?)\s*$/.exec(line));
  return new Map(lines.flatMap((found) => (found?.[1] !== undefined && found[2] !== undefined ? [[found[1], found[2]]] : [])));
}

export type ZnodeContent = { kind: 'empty' } | { kind: 'text' | 'hex'; text: string };

/** Data as one can read it: JSON with line breaks, other text as it is, and anything else in hexadecimal, 16 bytes a line. */
export function contentOf({ bytes, str }: ExplorerNodeData): ZnodeContent {
  if (bytes.trim() === '') return { kind: 'empty' };
  if (isText(str)) return { kind: 'text', text: prettyJson(str) };
  return { kind: 'hex', text: bytes.replaceAll(/((?:\S\S ){15}\S\S) /g, '$1\n') };
}

/** Without the mark for bytes that are no text, and without control characters but blanks and line breaks. */
const isText = (text: string): boolean => !/[\uFFFD]|(?![\t\n\r])\p{Cc}/u.test(text);

function prettyJson(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? JSON.stringify(value, null, 2) : text;
  } catch {
    return text;
  }
}
