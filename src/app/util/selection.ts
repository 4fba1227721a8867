/** What is ticked in a list: some by name, or all that the list shows but some. So choosing all of thousands stays a short address. */
export interface Selection {
  all: boolean;
  /** The chosen ones; with `all` those that are not. */
  ids: readonly string[];
}

export const NONE: Selection = { all: false, ids: [] };
export const ALL: Selection = { all: true, ids: [] };

export const isSelected = ({ all, ids }: Selection, id: string): boolean => all !== ids.includes(id);

export const toggled = ({ all, ids }: Selection, id: string): Selection => ({
  all,
  ids: ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id],
});

const SELECTED = 'selected';
const EXCEPT = 'except';
const EVERYTHING = 'all';
/** Something that is called `all` itself. */
const CALLED_SO = `=${EVERYTHING}`;

/** `?selected=/redis&selected=/web`, or `?selected=all&except=/web`. */
export function readSelection(search: URLSearchParams): Selection {
  const selected = search.getAll(SELECTED);
  const all = selected.includes(EVERYTHING);
  const ids = all ? search.getAll(EXCEPT) : selected;
  return { all, ids: ids.map((id) => (id === CALLED_SO ? EVERYTHING : id)) };
}

export function writeSelection(search: URLSearchParams, { all, ids }: Selection): void {
  search.delete(SELECTED);
  search.delete(EXCEPT);
  if (all) search.append(SELECTED, EVERYTHING);
  for (const id of ids) search.append(all ? EXCEPT : SELECTED, id === EVERYTHING ? CALLED_SO : id);
}
