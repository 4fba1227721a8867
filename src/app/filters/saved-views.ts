import * as z from 'zod/mini';

const savedViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Path of the page within the dashboard. */
  page: z.string(),
  /** Filters, order and what else of the view is in the address: `q=is%3Arunning&sort=-cpus`. */
  search: z.string(),
});

/** A page's filters, order and layout under a name. */
export type SavedView = z.infer<typeof savedViewSchema>;

/** What is in the address but is no part of how a page is seen: open dialogs and ticked rows. */
const PASSING = ['modal', 'selected'];

/** The part of an address that a view keeps. */
export function viewSearch(search: string): string {
  const query = new URLSearchParams(search);
  for (const parameter of PASSING) query.delete(parameter);
  query.sort();
  return query.toString();
}

export const viewAddress = ({ page, search }: SavedView): string => (search === '' ? page : `${page}?${search}`);

/** A view of the same name and page is replaced; the list is in the order of names. */
export function withView(views: readonly SavedView[], view: SavedView): SavedView[] {
  const others = views.filter(({ id, name, page }) => id !== view.id && (name !== view.name || page !== view.page));
  return [...others, view].sort((a, b) => a.name.localeCompare(b.name) || (a.page < b.page ? -1 : 1));
}

export const withoutView = (views: readonly SavedView[], id: string): SavedView[] => views.filter((view) => view.id !== id);

/** Views as they were stored; what nobody could have stored is left out. */
export function readViews(text: string | null): SavedView[] {
  try {
    const list = z.array(z.unknown()).safeParse(JSON.parse(text ?? '[]'));
    return (list.data ?? []).flatMap((each) => savedViewSchema.safeParse(each).data ?? []);
  } catch {
    return [];
  }
}
