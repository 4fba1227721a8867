type Json = Readonly<Record<string, unknown>>;

/**
 * Two definitions as lines of JSON that can be compared: the keys of the second in the order of the first, so that only what
 * differs in value differs in line. Lines have no closing comma, which would make the last line before an added one differ.
 */
export function definitionLines(before: unknown, after: unknown): { before: string[]; after: string[] } {
  return { before: linesOf(before), after: linesOf(inOrderOf(before, after)) };
}

const linesOf = (value: unknown): string[] =>
  value === undefined
    ? []
    : JSON.stringify(value, undefined, 2)
        .split('\n')
        .map((line) => line.replace(/,$/, ''));

function inOrderOf(model: unknown, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item, index) => inOrderOf(Array.isArray(model) ? model[index] : undefined, item));
  if (!isObject(value)) return value;
  const known = isObject(model) ? Object.keys(model).filter((key) => key in value) : [];
  const keys = [...known, ...Object.keys(value).filter((key) => !known.includes(key))];
  return Object.fromEntries(keys.map((key) => [key, inOrderOf(isObject(model) ? model[key] : undefined, value[key])]));
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
