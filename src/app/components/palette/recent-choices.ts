const KEY = 'palette-recent';
const KEPT = 12;

/** Addresses of what was chosen in the palette, the last one first. */
export function recentChoices(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter((each) => typeof each === 'string') : [];
  } catch {
    // Storage may be blocked, or hold something else.
    return [];
  }
}

export function rememberChoice(to: string): void {
  try {
    localStorage.setItem(KEY, JSON.stringify([to, ...recentChoices().filter((each) => each !== to)].slice(0, KEPT)));
  } catch {
    // Without storage nothing is remembered.
  }
}
