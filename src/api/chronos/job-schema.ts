import * as z from 'zod/mini';
import { CONTAINER_NETWORKS, CONTAINER_TYPES } from './job.ts';

/** What `iso8601` and `dependency` take. Numbers and truth may be texts, as Chronos' own reader lets them; unknown keys are ignored. */
const text = z.optional(z.nullable(z.string()));
const amount = z.optional(
  z.nullable(z.union([z.number(), z.pipe(z.string().check(z.regex(/^-?\d+(\.\d+)?$/, 'a number is wanted')), z.transform(Number))])),
);
const flag = z.optional(
  z.nullable(
    z.union([
      z.boolean(),
      z.pipe(
        z.enum(['true', 'false']),
        z.transform((word) => word === 'true'),
      ),
    ]),
  ),
);
const list = <Item>(item: z.ZodMiniType<Item>) => z.optional(z.nullable(z.array(item)));
const pair = z.object({ key: z.string(), value: z.string() });

const containerSchema = z.looseObject({
  type: z.optional(z.enum(CONTAINER_TYPES)),
  image: text,
  network: z.optional(z.enum(CONTAINER_NETWORKS)),
  networkName: text,
  networkInfos: list(z.unknown()),
  volumes: list(z.looseObject({ hostPath: text, containerPath: z.string(), mode: z.optional(z.enum(['RO', 'RW'])) })),
  forcePullImage: flag,
  parameters: list(pair),
});

export const jobBodySchema = z.looseObject({
  name: z.string(),
  command: text,
  shell: flag,
  executor: text,
  executorFlags: text,
  taskInfoData: text,
  retries: amount,
  owner: text,
  ownerName: text,
  description: text,
  cpus: amount,
  disk: amount,
  mem: amount,
  disabled: flag,
  softError: flag,
  dataProcessingJobType: flag,
  fetch: list(z.looseObject({ uri: text, executable: flag, cache: flag, extract: flag, output_file: text })),
  uris: list(z.string()),
  environmentVariables: list(z.looseObject({ name: z.string(), value: z.string() })),
  arguments: list(z.string()),
  highPriority: flag,
  runAsUser: text,
  concurrent: flag,
  maxCompletionTime: amount,
  container: z.optional(z.nullable(containerSchema)),
  constraints: list(z.tuple([z.string(), z.string(), z.string()])),
  successCount: amount,
  errorCount: amount,
  lastSuccess: text,
  lastError: text,
  errorsSinceLastSuccess: amount,
  schedule: text,
  scheduleTimeZone: text,
  parents: list(z.string()),
});
export type JobBody = z.infer<typeof jobBodySchema>;
