/** What a row is entered by: its link, or else its first control. */
const ENTRY = 'a[href], button, input';

/**
 * Puts the focus on the row after (1) or before (-1) the one that has it, in the page's first table when none has. Long tables hold
 * only rows near the window; one that gets the focus is scrolled to, and the table then holds those behind it.
 */
export function moveToRow(step: 1 | -1): void {
  const focused = document.activeElement?.closest<HTMLElement>('main tr[data-index]');
  const body = focused?.parentElement ?? document.querySelector('main table tbody:has(tr[data-index])');
  if (!body) return;
  const index = focused ? Number(focused.dataset['index']) + step : firstInView(body);
  entryOf(body.querySelector(`tr[data-index="${index}"]`))?.focus();
}

function firstInView(body: Element): number {
  const top = document.querySelector('main')?.getBoundingClientRect().top ?? 0;
  const rows = [...body.querySelectorAll<HTMLElement>('tr[data-index]')];
  const row = rows.find((each) => each.getBoundingClientRect().bottom > top) ?? rows[0];
  return Number(row?.dataset['index'] ?? 0);
}

/** The link that covers the row comes first, wherever its column is. */
function entryOf(row: Element | null): HTMLElement | undefined {
  const link = row?.querySelector<HTMLElement>('a[class*="after:absolute"]');
  return link ?? row?.querySelector<HTMLElement>(ENTRY) ?? undefined;
}
