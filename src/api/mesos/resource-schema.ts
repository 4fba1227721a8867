import * as z from 'zod/mini';

/** Resources as a client sends them, in either spelling of reservations. What else a resource has in Mesos (revocable, shared, a disk's source) is left out. */

export const labelsSchema = z.object({ labels: z.array(z.object({ key: z.string(), value: z.optional(z.string()) })) });
const reservationSchema = z.object({
  type: z.enum(['STATIC', 'DYNAMIC']),
  role: z.string(),
  principal: z.optional(z.string()),
  labels: z.optional(labelsSchema),
});

export const resourceSchema = z.object({
  name: z.string(),
  type: z.enum(['SCALAR', 'RANGES']),
  scalar: z.optional(z.object({ value: z.number() })),
  ranges: z.optional(z.object({ range: z.array(z.object({ begin: z.number(), end: z.number() })) })),
  role: z.optional(z.string()),
  reservation: z.optional(z.object({ principal: z.optional(z.string()), labels: z.optional(labelsSchema) })),
  reservations: z.optional(z.array(reservationSchema)),
  allocation_info: z.optional(z.object({ role: z.string() })),
  disk: z.optional(
    z.object({
      persistence: z.optional(z.object({ id: z.string(), principal: z.optional(z.string()) })),
      volume: z.optional(z.object({ container_path: z.string(), mode: z.enum(['RW', 'RO']), host_path: z.optional(z.string()) })),
    }),
  ),
});
export const resourcesSchema = z.array(resourceSchema);

/** What is wrong with something that a schema refused, or that was no JSON, in one sentence. */
export function schemaFault(fault: unknown): string {
  if (!(fault instanceof z.core.$ZodError)) return fault instanceof Error ? fault.message : String(fault);
  const [issue] = fault.issues;
  return `'${issue?.path.join('.')}' is not as expected: ${issue?.message}`;
}
