import * as z from 'zod/mini';

/** Mesos' quota of before 1.9: what a role is guaranteed, which is also what it may have at most. Memory and disk in MB. */
const guaranteeSchema = z.object({
  name: z.string(),
  type: z.optional(z.enum(['SCALAR', 'RANGES', 'SET', 'TEXT'])),
  scalar: z.optional(z.object({ value: z.number() })),
});

/** What `POST /quota` takes, and SET_QUOTA of the operator API as `quota_request`. */
export const quotaRequestSchema = z.object({
  role: z.optional(z.string()),
  guarantee: z.optional(z.array(guaranteeSchema)),
  /** Sets it even if the cluster has not that much. */
  force: z.optional(z.boolean()),
});
export type QuotaRequest = z.infer<typeof quotaRequestSchema>;

/** What is stored and shown. */
export interface QuotaInfo {
  role: string;
  guarantee: { name: string; type: 'SCALAR'; scalar: { value: number } }[];
}

const amountsSchema = z.record(z.string(), z.object({ value: z.number() }));

/** From Mesos 1.9 on: what a role is guaranteed and what it may have at most, apart. Without either it has no quota. */
export const quotaConfigsSchema = z.object({
  quota_configs: z.array(z.object({ role: z.string(), guarantees: z.prefault(amountsSchema, {}), limits: z.prefault(amountsSchema, {}) })),
  force: z.optional(z.boolean()),
});
export type QuotaConfig = z.infer<typeof quotaConfigsSchema>['quota_configs'][number];
