import * as z from 'zod/mini';

/** Names that a form, a URL and Marathon take alike. */
const packageNameSchema = z.string().check(z.regex(/^[a-z][a-z0-9-]*$/));

/** What can be chosen from the catalog: the definition that a form is filled with, and what a machine has to have for it. */
export const packageSchema = z.object({
  name: packageNameSchema,
  /** An app of Marathon's or a job of Chronos'. */
  kind: z.enum(['app', 'job']),
  /** A container image that the agents need; without one the command runs as it is. */
  image: z.optional(z.string()),
  /** The image can be made from the machine's own programs where no registry can be reached. */
  builtHere: z.optional(z.boolean()),
  definition: z.record(z.string(), z.unknown()),
});

export type CatalogPackage = z.infer<typeof packageSchema>;
