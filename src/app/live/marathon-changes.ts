import * as z from 'zod/mini';

/** What has to be read again because of an event. */
export interface Changes {
  apps: ReadonlySet<string>;
  /** Groups may have come or gone: only the whole list tells. */
  list: boolean;
  deployments: boolean;
}

const action = z.looseObject({ app: z.nullish(z.string()) });
/** Marathon before 1.0 sent steps as bare lists, 1.1 sends the apps of a plan in full unless asked for light ones: both hold the steps. */
const plan = z.looseObject({ steps: z.nullish(z.array(z.union([z.looseObject({ actions: z.array(action) }), z.array(action)]))) });
const eventSchema = z.looseObject({
  eventType: z.string(),
  appId: z.nullish(z.string()),
  runSpecId: z.nullish(z.string()),
  appDefinition: z.nullish(z.looseObject({ id: z.string() })),
  plan: z.nullish(plan),
});

/** Never throws: an event of an unknown shape changes nothing that we know of. */
export function changesOf(data: unknown): Changes {
  const parsed = eventSchema.safeParse(data);
  if (!parsed.success) return { apps: new Set(), list: false, deployments: false };
  const event = parsed.data;
  const steps = (event.plan?.steps ?? []).flatMap((step) => (Array.isArray(step) ? step : step.actions));
  const apps = [event.appId, event.runSpecId, event.appDefinition?.id, ...steps.map((step) => step.app)];
  return {
    apps: new Set(apps.filter((id) => id !== undefined && id !== null)),
    list: event.eventType.startsWith('group_change'),
    deployments: event.eventType.startsWith('deployment_'),
  };
}
