import * as z from 'zod/mini';
import { number } from './fields.ts';

/**
 * Rules of the Create Application form that are stricter than the server's: what would be accepted but cannot run
 * (a task without a share of a processor) or would hardly be meant. Everything else uses the server's schemas as they are.
 */
export const formCpusSchema = number('CPUs', 0.01);
export const formMemSchema = number('Memory', 32);

/** A row of a key-value table: a value needs its key. Rows without both are left out by the form. */
export const formPairSchema = z
  .object({ key: z.string(), value: z.string() })
  .check(z.refine(({ key, value }) => key !== '' || value === '', { error: 'A value needs a key.', path: ['key'] }));
