import * as z from 'zod/mini';

/** What was being typed in a form when the page went away: its JSON, which may not be complete. */
export interface Draft {
  text: string;
  /** What the form started from, as JSON. */
  start?: string | undefined;
  /** ISO 8601. */
  savedAt: string;
}

const PREFIX = 'draft:';
const MOST_DRAFTS = 20;
const draftSchema = z.object({ text: z.string(), start: z.optional(z.string()), savedAt: z.string() });

/**
 * Drafts live as long as the browser's tab: they may hold passwords, which should not stay on a disk. A browser that keeps
 * nothing is no reason to fail.
 */
export function readDraft(key: string, storage: Storage = sessionStorage): Draft | undefined {
  try {
    const read = draftSchema.safeParse(JSON.parse(storage.getItem(PREFIX + key) ?? 'null'));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

export function writeDraft(key: string, draft: Draft | undefined, storage: Storage = sessionStorage): void {
  try {
    if (draft === undefined) storage.removeItem(PREFIX + key);
    else {
      storage.setItem(PREFIX + key, JSON.stringify(draft));
      for (const old of oldest(storage)) storage.removeItem(old);
    }
  } catch {
    // Full or forbidden: the form works without.
  }
}

/** Keys of the drafts beyond the limit. */
function oldest(storage: Storage): string[] {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) => key.startsWith(PREFIX));
  const savedAt = (key: string): string => readDraft(key.slice(PREFIX.length), storage)?.savedAt ?? '';
  return keys.sort((a, b) => (savedAt(a) < savedAt(b) ? 1 : -1)).slice(MOST_DRAFTS);
}
