import type { CatalogPackage } from './package.ts';

/** `name`, or `name-2` and so on: the first that is not taken yet. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let n = 2; taken.has(free); n += 1) free = `${name}-${n}`;
  return free;
}

/** What the form of an app starts from: the package's app in a group, under an id that no app has yet. */
export function filledApp({ name, definition }: CatalogPackage, groupId: string, ids: ReadonlySet<string>): Record<string, unknown> {
  const id = `${groupId === '/' ? '' : groupId}/${name}`;
  return { ...definition, id: freeName(id, ids) };
}

/** What the form of a job starts from. `zone`: the clock that its schedule goes by. */
export function filledJob({ name, definition }: CatalogPackage, names: ReadonlySet<string>, zone: string): Record<string, unknown> {
  return { ...definition, name: freeName(name, names), scheduleTimeZone: zone };
}
