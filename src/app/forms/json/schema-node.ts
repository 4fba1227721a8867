import type * as z from 'zod/mini';

export type Schema = Pick<z.ZodMiniType, 'def'>;

/** The parts of zod's own description of a schema that are needed to walk it. */
interface Def {
  type: string;
  innerType?: Schema;
  in?: Schema;
  options?: readonly Schema[];
  element?: Schema;
  valueType?: Schema;
  shape?: Readonly<Record<string, Schema>>;
  entries?: Readonly<Record<string, string | number>>;
  values?: readonly unknown[];
  defaultValue?: unknown;
}

const defOf = (schema: Schema): Def => schema.def;

/** What a schema takes: itself without the wrappers that make it optional or give it a default; each of a union. */
function alternatives(schema: Schema): Def[] {
  const def = defOf(schema);
  if (def.type === 'union') return (def.options ?? []).flatMap(alternatives);
  const inner = def.innerType ?? (def.type === 'pipe' ? def.in : undefined);
  return inner === undefined ? [def] : alternatives(inner);
}

/** The schema at a key of an object or an index of a list; undefined where anything goes or nothing is known. */
function childOf(schema: Schema, step: string | number): Schema | undefined {
  for (const { shape, element, valueType } of alternatives(schema)) {
    const child = typeof step === 'number' ? element : (shape?.[step] ?? valueType);
    if (child) return child;
  }
  return undefined;
}

export function schemaAt(schema: Schema, steps: readonly (string | number)[]): Schema | undefined {
  return steps.reduce<Schema | undefined>((at, step) => (at === undefined ? undefined : childOf(at, step)), schema);
}

/** The keys of an object with their schemas; undefined for what is no object or has free keys. */
export function keysOf(schema: Schema): Readonly<Record<string, Schema>> | undefined {
  return alternatives(schema).find(({ shape }) => shape !== undefined)?.shape;
}

/** The values that can be listed: of an enumeration, of a yes or no. */
export function valuesOf(schema: Schema): unknown[] {
  return alternatives(schema).flatMap(({ type, entries, values }): unknown[] => {
    if (type === 'boolean') return [true, false];
    return entries ? Object.values(entries) : [...(values ?? [])];
  });
}

export type ValueKind = 'text' | 'number' | 'boolean' | 'list' | 'object' | 'any';

const KINDS: Readonly<Record<string, ValueKind>> = {
  string: 'text',
  enum: 'text',
  literal: 'text',
  number: 'number',
  boolean: 'boolean',
  array: 'list',
  object: 'object',
  record: 'object',
};

export const kindOf = (schema: Schema): ValueKind => KINDS[alternatives(schema)[0]?.type ?? ''] ?? 'any';

/** What the server takes when the value is left out; undefined when it has no fixed one. */
export function defaultOf(schema: Schema): unknown {
  const def = defOf(schema);
  return def.type === 'default' ? def.defaultValue : def.innerType === undefined ? undefined : defaultOf(def.innerType);
}
