/** What a mode such as `drwxr-xr-x` says that an entry is. A link is one only where it leads to nothing that may be shown. */
export type EntryKind = 'directory' | 'file' | 'link' | 'other';

const KINDS: Record<string, EntryKind> = { d: 'directory', '-': 'file', l: 'link' };

export const kindOf = (mode: string): EntryKind => KINDS[mode.charAt(0)] ?? 'other';

/** Pictures that browsers draw. SVG is not among them: it is read as the text that it is. */
const IMAGE = /\.(?:png|jpe?g|gif|webp|bmp|ico|avif)$/i;

export const isImage = (name: string): boolean => IMAGE.test(name);

/** How much of a file tells whether it is text. */
export const SNIFFED_BYTES = 4096;
/** A text in another encoding has some bytes that are no UTF-8; a program or an archive is full of them. */
const MOST_BROKEN = 0.1;

/** Whether the beginning of a file, read as UTF-8, is no text: a NUL, or many bytes that are no character. */
export function looksBinary(beginning: string): boolean {
  if (beginning.includes('\0')) return true;
  const broken = beginning.split('\uFFFD').length - 1;
  // the end of what was read may cut a character
  return broken > 3 && broken / beginning.length > MOST_BROKEN;
}
