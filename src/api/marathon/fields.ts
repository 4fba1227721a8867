import * as z from 'zod/mini';

export { _default as withDefault } from 'zod/mini';

/**
 * The kinds of value in Marathon's bodies. Each rule carries a sentence for people (forms show it); the code that
 * Marathon puts on the wire follows from the kind of rule (see faults.ts), or from `code` where zod has no such kind.
 */
export const INT_MAX = 2_147_483_647;

const code = (code: string): { params: { code: string } } => ({ params: { code } });

export const string = (name: string): z.ZodMiniString => z.string({ error: `${name} has to be text.` });

/** Text that may not be empty. */
export const filled = (name: string): z.ZodMiniString => string(name).check(z.minLength(1, { error: `${name} must not be empty.` }));

export const boolean = (name: string): z.ZodMiniBoolean => z.boolean({ error: `${name} has to be true or false.` });

/** A number of at least `min` and at most `max`. */
export function number(name: string, min = 0, max?: number): z.ZodMiniNumber {
  const above = z.number({ error: `${name} has to be a number.` }).check(z.minimum(min, { error: `${name} must be ${min} or more.` }));
  return max === undefined ? above : above.check(z.maximum(max, { error: `${name} must be ${max} or less.` }));
}

/** A whole number that a Java int holds. */
export function integer(name: string, min = 0, max?: number): z.ZodMiniNumber {
  const whole = z.refine<number>((value) => Number.isInteger(value) && Math.abs(value) <= INT_MAX, {
    error: `${name} has to be a whole number.`,
    ...code('error.expected.int'),
  });
  return number(name, min, max).check(whole);
}

export const timestamp = (name: string): z.ZodMiniString =>
  string(name).check(
    z.refine((value: string) => isTimestamp(value), {
      error: `${name} has to be a time such as 2016-04-26T09:00:00.000Z.`,
      ...code('error.expected.date.isoformat'),
    }),
  );

const ISO_TIME = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/;

export const isTimestamp = (value: string): boolean => ISO_TIME.test(value) && !Number.isNaN(Date.parse(value));

export const port = (name: string): z.ZodMiniNumber => integer(name, 0, 65_535);

export const stringMap = (name: string): z.ZodMiniRecord<z.ZodMiniString, z.ZodMiniString> =>
  z.record(z.string(), string(`Each of ${name}`), { error: `${name} have to be an object of texts.` });

/** A list, whose items are not judged when it is none. */
export const list = <T extends z.ZodMiniType>(name: string, item: T): z.ZodMiniArray<T> =>
  z.array(item, { error: `${name} have to be a list.` });
