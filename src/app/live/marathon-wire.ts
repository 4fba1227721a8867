import * as z from 'zod/mini';

/**
 * What the pages read of Marathon's answers, for every Marathon from 1.1 on: older ones print `null` for what is unset and
 * leave out counts and lists. All other keys are kept as they came.
 */
const orElse = <Value>(schema: z.ZodMiniType<Value>, fallback: Value) =>
  z.pipe(
    z.nullish(schema),
    z.transform((value): Value => value ?? fallback),
  );
/** A list that may be left out or null. */
export const listOf = <Item>(item: z.ZodMiniType<Item>) => orElse(z.array(item), []);
const count = orElse(z.number(), 0);
const texts = z.pipe(
  z.nullish(z.record(z.string(), z.unknown())),
  z.transform((map): Record<string, string> =>
    Object.fromEntries(Object.entries(map ?? {}).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : []))),
  ),
);

const healthResultSchema = z.looseObject({
  alive: orElse(z.boolean(), false),
  consecutiveFailures: orElse(z.number(), 0),
  firstSuccess: z.nullish(z.string()),
  lastSuccess: z.nullish(z.string()),
  lastFailure: z.nullish(z.string()),
  lastFailureCause: z.nullish(z.string()),
});
/** What one health check of a task has come to. */
export type HealthResult = z.infer<typeof healthResultSchema>;

export const taskSchema = z.looseObject({
  id: z.string(),
  appId: z.string(),
  host: z.nullish(z.string()),
  ports: listOf(z.number()),
  slaveId: z.nullish(z.string()),
  state: z.nullish(z.string()),
  stagedAt: z.nullish(z.string()),
  startedAt: z.nullish(z.string()),
  version: z.nullish(z.string()),
  healthCheckResults: listOf(healthResultSchema),
  ipAddresses: listOf(z.looseObject({ ipAddress: orElse(z.string(), '') })),
  localVolumes: listOf(z.looseObject({ containerPath: orElse(z.string(), ''), persistenceId: orElse(z.string(), '') })),
  role: z.nullish(z.string()),
});
export type Task = z.infer<typeof taskSchema>;

export const taskFailureSchema = z.looseObject({
  taskId: z.string(),
  host: z.nullish(z.string()),
  message: orElse(z.string(), ''),
  state: z.string(),
  timestamp: z.string(),
  slaveId: z.nullish(z.string()),
});
export type TaskFailure = z.infer<typeof taskFailureSchema>;

const portSchema = z.looseObject({
  port: z.nullish(z.number()),
  hostPort: z.nullish(z.number()),
  labels: z.nullish(z.record(z.string(), z.unknown())),
  containerPort: z.nullish(z.number()),
  protocol: z.nullish(z.string()),
  name: z.nullish(z.string()),
});

const readinessResultSchema = z.looseObject({
  name: orElse(z.string(), ''),
  taskId: orElse(z.string(), ''),
  ready: orElse(z.boolean(), false),
  lastResponse: z.nullish(z.looseObject({ status: z.nullish(z.number()), body: z.nullish(z.string()) })),
});

export const appSummarySchema = z.looseObject({
  id: z.string(),
  cmd: z.nullish(z.string()),
  cpus: orElse(z.number(), 0),
  mem: orElse(z.number(), 0),
  disk: orElse(z.number(), 0),
  instances: orElse(z.number(), 1),
  labels: texts,
  version: z.nullish(z.string()),
  healthChecks: listOf(z.unknown()),
  portDefinitions: z.nullish(z.array(portSchema)),
  container: z.nullish(
    z.looseObject({
      docker: z.nullish(z.looseObject({ image: z.nullish(z.string()) })),
      portMappings: z.nullish(z.array(portSchema)),
    }),
  ),
  tasksStaged: count,
  tasksRunning: count,
  tasksHealthy: count,
  tasksUnhealthy: count,
  deployments: listOf(z.looseObject({ id: z.string() })),
  readinessCheckResults: listOf(readinessResultSchema),
  lastTaskFailure: z.nullish(taskFailureSchema),
});
/** An app as a list shows it. Memory and disk in MiB, for one instance. */
export type AppSummary = z.infer<typeof appSummarySchema>;

const statisticsSchema = z.nullish(
  z.looseObject({
    stats: z.looseObject({
      counts: z.looseObject({ staged: count, running: count, healthy: count, unhealthy: count }),
      lifeTime: z.nullish(z.looseObject({ averageSeconds: count, medianSeconds: count })),
    }),
  }),
);
/** Figures about the instances of each kind; a kind without any may be left out. */
const taskStatsSchema = z.nullish(
  z.looseObject({
    startedAfterLastScaling: statisticsSchema,
    withLatestConfig: statisticsSchema,
    withOutdatedConfig: statisticsSchema,
    totalSummary: statisticsSchema,
  }),
);

export const appDetailSchema = z.extend(appSummarySchema, {
  tasks: listOf(taskSchema),
  versionInfo: z.nullish(z.looseObject({ lastScalingAt: z.nullish(z.string()), lastConfigChangeAt: z.nullish(z.string()) })),
  // Marathon 1.10 spells it `tasksStats`.
  taskStats: taskStatsSchema,
  tasksStats: taskStatsSchema,
});
export type AppDetail = z.infer<typeof appDetailSchema>;
export const appAnswerSchema = z.object({ app: appDetailSchema });

export const groupSchema = z.object({
  id: z.string(),
  apps: listOf(appSummarySchema),
  get groups() {
    return z.nullish(z.array(groupSchema));
  },
});
export type Group = z.infer<typeof groupSchema>;

const actionSchema = z.looseObject({ action: orElse(z.string(), ''), app: z.nullish(z.string()), pod: z.nullish(z.string()) });
/** Marathon before 1.0 printed a step as a bare list of actions. */
const stepSchema = z.pipe(
  z.union([z.array(actionSchema), z.looseObject({ actions: listOf(actionSchema) })]),
  z.transform((step) => ({ actions: Array.isArray(step) ? step : step.actions })),
);
export const deploymentSchema = z.looseObject({
  id: z.string(),
  version: orElse(z.string(), ''),
  affectedApps: listOf(z.string()),
  steps: listOf(stepSchema),
  currentStep: count,
  currentActions: listOf(actionSchema),
});
export type Deployment = z.infer<typeof deploymentSchema>;
export const deploymentsSchema = z.array(deploymentSchema);

/** Marathon prints a scalar as a number, Mesos as `{value}`; a resource of another kind has none and counts as nothing. */
const scalarSchema = z.pipe(
  z.unknown(),
  z.transform((scalar): number => {
    const value = typeof scalar === 'object' && scalar !== null && 'value' in scalar ? scalar.value : scalar;
    return typeof value === 'number' ? value : 0;
  }),
);
const offerResourceSchema = z.looseObject({
  name: z.string(),
  role: z.nullish(z.string()),
  scalar: orElse(scalarSchema, 0),
  ranges: z.nullish(z.unknown()),
});
const unusedOfferSchema = z.looseObject({
  offer: z.looseObject({
    id: orElse(z.string(), ''),
    agentId: orElse(z.string(), ''),
    hostname: orElse(z.string(), ''),
    resources: listOf(offerResourceSchema),
    attributes: listOf(z.looseObject({ name: z.string(), text: z.nullish(z.unknown()), scalar: z.nullish(z.unknown()) })),
  }),
  reason: listOf(z.string()),
  timestamp: z.nullish(z.string()),
});
const rejectSchema = z.looseObject({ reason: z.string(), declined: count, processed: count });
const rawQueueEntrySchema = z.looseObject({
  app: z.nullish(z.looseObject({ id: z.string() })),
  count,
  delay: z.looseObject({ timeLeftSeconds: count, overdue: orElse(z.boolean(), false) }),
  since: z.nullish(z.string()),
  processedOffersSummary: z.nullish(z.looseObject({ processedOffersCount: count, rejectSummaryLastOffers: listOf(rejectSchema) })),
  lastUnusedOffers: listOf(unusedOfferSchema),
});

/** One of the last offers that an app could not use, and why. */
export type UnusedOffer = z.infer<typeof unusedOfferSchema>;

export interface QueueEntry {
  appId: string;
  /** Instances that are still to be launched. */
  count: number;
  delay: { timeLeftSeconds: number; overdue: boolean };
  /** When it was queued (ISO 8601), and how many offers have been looked at for it since; Marathons of before 1.5 do not tell. */
  since: string | undefined;
  offersProcessed: number;
  /** In the order in which they are judged: how many of the last offers each reason turned down. */
  rejects: { reason: string; declined: number; processed: number }[];
  unusedOffers: UnusedOffer[];
}

/** Entries of apps; pods wait in the same queue and are left out. */
export const queueSchema = z.pipe(
  z.object({ queue: z.array(rawQueueEntrySchema) }),
  z.transform(({ queue }): QueueEntry[] =>
    queue.flatMap((entry) =>
      entry.app === undefined || entry.app === null
        ? []
        : [
            {
              appId: entry.app.id,
              count: entry.count,
              delay: entry.delay,
              since: entry.since ?? undefined,
              offersProcessed: entry.processedOffersSummary?.processedOffersCount ?? 0,
              rejects: entry.processedOffersSummary?.rejectSummaryLastOffers ?? [],
              unusedOffers: entry.lastUnusedOffers,
            },
          ],
    ),
  ),
);
