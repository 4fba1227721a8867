import type { Sort } from './column.ts';

/** The order of a table as it stands in the URL: `name`, or `-cpus` for descending. */
export function writeSort(sort: Sort): string {
  return sort.descending ? `-${sort.id}` : sort.id;
}

/** Reads it back; undefined when absent or when it names no sortable column. */
export function readSort(parameter: string | null, sortable: readonly string[]): Sort | undefined {
  if (parameter === null) return undefined;
  const descending = parameter.startsWith('-');
  const id = descending ? parameter.slice(1) : parameter;
  return sortable.includes(id) ? { id, descending } : undefined;
}

/** What a click on a header does: the column ascending first, then the other way. */
export function toggledSort(current: Sort | undefined, id: string): Sort {
  return { id, descending: current?.id === id && !current.descending };
}
