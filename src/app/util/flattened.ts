/** A settings object as lines of name and value: nested objects by their path, every value printed, null and false too. */
export function flattened(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return Object.entries(value).flatMap(([key, inner]) => flattened(inner, path === '' ? key : `${path}.${key}`));
  }
  if (path === '') return [];
  return [[path, typeof value === 'string' ? value : Array.isArray(value) ? value.map(String).join(', ') : String(value)]];
}
