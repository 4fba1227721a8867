import * as z from 'zod/mini';
import type { AppDetail, AppSummary, TaskFailure } from './marathon-wire.ts';

/** An app's tasks as lists count them. */
export type AppCounts = Pick<AppSummary, 'tasksStaged' | 'tasksRunning' | 'tasksHealthy' | 'tasksUnhealthy'>;

/** What an event leaves to do: show new counts of an app (`told`), or read it (`unknown`). Other events are no business of a ledger. */
export type Noted = { kind: 'told' | 'unknown'; appId: string } | { kind: 'other' };

interface Instance {
  stage: 'staged' | 'running' | 'other';
  healthy: boolean | undefined;
}

/**
 * Keeps count of the instances of apps by the events about them, so that an app need not be read again for each step of each of its
 * instances. What an event leaves out, such as the other instances of the app, has to be read once.
 */
export interface InstanceLedger {
  note(event: unknown): Noted;
  /** An app as it was read with all its tasks: from now on events tell the rest. undefined: there is no such app. */
  read(this: void, appId: string, app: AppDetail | undefined): void;
  /** The counts of an app and its last failure, if any came after it was read; undefined when it has not been read. */
  toldOf(appId: string): (AppCounts & { lastTaskFailure?: TaskFailure }) | undefined;
  /** Events have been missed: nothing is known any more. */
  clear(): void;
}

/** The instance that a task belongs to: `redis.instance-<uuid>` of `redis.instance-<uuid>._app.1`. */
const INSTANCE_ID = /^.*\.(?:instance|marathon)-[0-9a-f-]{36}/;

const changedSchema = z.looseObject({
  eventType: z.literal('instance_changed_event'),
  runSpecId: z.string(),
  instanceId: z.string(),
  condition: z.string(),
});
const healthSchema = z.looseObject({
  eventType: z.literal('instance_health_changed_event'),
  runSpecId: z.string(),
  instanceId: z.string(),
  healthy: z.nullish(z.boolean()),
});
/** Marathons of before 1.4 know no instances: their tasks have other ids, and no other event tells of them. */
const statusSchema = z.looseObject({
  eventType: z.literal('status_update_event'),
  appId: z.string(),
  taskId: z.string().check(z.regex(INSTANCE_ID)),
  taskStatus: z.string(),
  host: z.nullish(z.string()),
  message: z.nullish(z.string()),
  slaveId: z.nullish(z.string()),
  timestamp: z.string(),
});
/** Changes of health are told of the instance as well. */
const repeatedSchema = z.looseObject({ eventType: z.literal('health_status_changed_event'), appId: z.string(), instanceId: z.string() });
const failedCheckSchema = z.looseObject({
  eventType: z.literal('failed_health_check_event'),
  appId: z.string(),
  taskId: z.string().check(z.regex(INSTANCE_ID)),
});
const eventSchema = z.discriminatedUnion('eventType', [changedSchema, healthSchema, statusSchema, repeatedSchema, failedCheckSchema]);
type InstanceEvent = z.infer<typeof eventSchema>;

const STAGED: ReadonlySet<string> = new Set(['Provisioned', 'Created', 'Staging', 'Starting', 'TASK_STAGING', 'TASK_STARTING']);
const RUNNING: ReadonlySet<string> = new Set(['Running', 'TASK_RUNNING']);
const FAILURES: ReadonlySet<string> = new Set(['TASK_FAILED', 'TASK_ERROR', 'TASK_LOST', 'TASK_DROPPED', 'TASK_GONE']);

const stageOf = (state: string): Instance['stage'] => (STAGED.has(state) ? 'staged' : RUNNING.has(state) ? 'running' : 'other');

interface KnownApp {
  instances: Map<string, Instance>;
  lastTaskFailure: TaskFailure | undefined;
}

export function createInstanceLedger(): InstanceLedger {
  const apps = new Map<string, KnownApp>();

  return {
    note(data) {
      const { data: event } = eventSchema.safeParse(data);
      if (event === undefined) return { kind: 'other' };
      const appId = appOf(event);
      const app = apps.get(appId);
      if (app === undefined) return { kind: 'unknown', appId };
      noteIn(app, event);
      return { kind: 'told', appId };
    },
    read(appId, app) {
      if (app === undefined) apps.delete(appId);
      else apps.set(appId, knownApp(app));
    },
    toldOf(appId) {
      const app = apps.get(appId);
      return app && { ...countsOf(app.instances.values()), ...(app.lastTaskFailure && { lastTaskFailure: app.lastTaskFailure }) };
    },
    clear: () => apps.clear(),
  };
}

const appOf = (event: InstanceEvent): string =>
  event.eventType === 'instance_changed_event' || event.eventType === 'instance_health_changed_event' ? event.runSpecId : event.appId;

function noteIn(app: KnownApp, event: InstanceEvent): void {
  switch (event.eventType) {
    case 'instance_changed_event': {
      const stage = stageOf(event.condition);
      // what is over, or waits to be launched again, is forgotten: it counts for nothing
      if (stage === 'other') app.instances.delete(event.instanceId);
      else {
        const before = app.instances.get(event.instanceId);
        app.instances.set(event.instanceId, { stage, healthy: stage === 'running' ? before?.healthy : undefined });
      }
      return;
    }
    case 'instance_health_changed_event': {
      const before = app.instances.get(event.instanceId);
      if (before !== undefined) app.instances.set(event.instanceId, { ...before, healthy: event.healthy ?? undefined });
      return;
    }
    case 'status_update_event':
      if (FAILURES.has(event.taskStatus))
        app.lastTaskFailure = {
          taskId: event.taskId,
          host: event.host,
          message: event.message ?? '',
          state: event.taskStatus,
          timestamp: event.timestamp,
          slaveId: event.slaveId,
        };
      return;
    default:
  }
}

function knownApp({ tasks }: AppDetail): KnownApp {
  const instances = tasks.map(({ id, state, healthCheckResults: results }): [string, Instance] => [
    INSTANCE_ID.exec(id)?.[0] ?? id,
    { stage: stageOf(state ?? ''), healthy: results.length === 0 ? undefined : results.every(({ alive }) => alive) },
  ]);
  return { instances: new Map(instances.filter(([, { stage }]) => stage !== 'other')), lastTaskFailure: undefined };
}

function countsOf(instances: Iterable<Instance>): AppCounts {
  const counts = { tasksStaged: 0, tasksRunning: 0, tasksHealthy: 0, tasksUnhealthy: 0 };
  for (const { stage, healthy } of instances) {
    if (stage === 'staged') counts.tasksStaged += 1;
    else if (stage === 'running') {
      counts.tasksRunning += 1;
      if (healthy === true) counts.tasksHealthy += 1;
      if (healthy === false) counts.tasksUnhealthy += 1;
    }
  }
  return counts;
}
