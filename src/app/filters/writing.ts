/** A text that the address has yet to follow. */
export interface Writing {
  text: string;
  /** What the address may say until it has followed. Anything else is someone else's word (a link, Back) and counts. */
  before: readonly string[];
  /** What was last sent to the address. It may come there after the text has changed again. */
  sent: string | undefined;
}

/** One more letter. `kept`: what the address says. */
export function written(old: Writing | undefined, text: string, kept: string): Writing {
  return old === undefined ? { text, before: [kept], sent: undefined } : { ...old, text, before: [...old.before, old.text] };
}

/** The writing as long as it counts; undefined once the address says the same and nothing is on its way there, or says what was never written. */
export function stillWriting(writing: Writing | undefined, kept: string): Writing | undefined {
  if (writing === undefined) return undefined;
  const { text, before, sent } = writing;
  if (text === kept) return sent === undefined || sent === kept ? undefined : writing;
  return before.includes(kept) ? writing : undefined;
}
