/**
 * The regular expression of a constraint, which has to fit the whole of an attribute; undefined when it cannot be read as one.
 * Without the mode for Unicode, in which an escape too many, which Java lets pass, would be a mistake.
 */
export function constraintPattern(text: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${text})$`);
  } catch {
    return undefined;
  }
}
