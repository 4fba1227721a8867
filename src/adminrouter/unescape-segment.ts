/** One segment of a path as it is meant; undefined when it is not escaped rightly. */
export function unescapeSegment(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
