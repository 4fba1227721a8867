/** A group as it is edited: the body that makes it what it is. */
export type GroupDefinition = Record<string, unknown> & { id: string };

/** The ids of a text, one a line; blank lines count for nothing. */
export const idsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The first id that names neither a group nor an app: Marathon would wait for it for ever. */
export const unknownId = (ids: readonly string[], known: ReadonlySet<string>): string | undefined => ids.find((id) => !known.has(id));

/** A document that was typed; undefined when it is no JSON object. The id is not the editor's to change: it is put back. */
export function readDefinition(text: string, id: string): GroupDefinition | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? { ...parsed, id } : undefined;
  } catch {
    return undefined;
  }
}

export const writeDefinition = (definition: GroupDefinition): string => JSON.stringify(definition, undefined, 2);

export const dependenciesOf = ({ dependencies }: GroupDefinition): string[] =>
  Array.isArray(dependencies) ? dependencies.map(String) : [];

/** Whether two documents differ in one key at most. */
export const isSameBut = (key: string, one: GroupDefinition, other: GroupDefinition): boolean =>
  writeDefinition({ ...one, [key]: null }) === writeDefinition({ ...other, [key]: null });
