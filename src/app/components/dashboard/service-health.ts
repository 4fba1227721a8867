import type { AppDetail, AppSummary, QueueEntry } from '../../live/marathon-wire.ts';

/** From worst to best. `lacking`: fewer instances run than were asked for; `idle`: suspended. */
export const SERVICE_HEALTHS = ['unhealthy', 'lacking', 'deploying', 'running', 'healthy', 'idle'] as const;
type Queue = ReadonlyMap<string, QueueEntry>;
export type ServiceHealth = (typeof SERVICE_HEALTHS)[number];

/** What is queued beats a deployment: it is the reason why that one does not go on. */
export function serviceHealth(app: AppSummary, queued?: QueueEntry): ServiceHealth {
  if (app.tasksUnhealthy > 0) return 'unhealthy';
  if (queued) return 'lacking';
  if (app.deployments.length > 0) return 'deploying';
  if (app.tasksRunning < app.instances) return 'lacking';
  if (app.instances === 0 && app.tasksRunning === 0) return 'idle';
  return app.healthChecks.length > 0 ? 'healthy' : 'running';
}

/** The apps that need a look first; equal ones by name. */
export function worstServices(apps: readonly AppSummary[], queue: Queue): AppSummary[] {
  const ranks = new Map(apps.map((app) => [app, SERVICE_HEALTHS.indexOf(serviceHealth(app, queue.get(app.id)))]));
  return apps.toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0) || (a.id < b.id ? -1 : 1));
}

/** Why a service needs a look, and since when (milliseconds since the epoch) where that is told. */
export type ServiceReason = { since: number | undefined } & (
  | { kind: 'lacking'; count: number }
  /** `cause`: what one of the checks said. */
  | { kind: 'unhealthy'; count: number; cause: string | undefined }
  /** `state`: TASK_FAILED and the like. */
  | { kind: 'failed'; message: string; state: string }
  | { kind: 'delayed'; seconds: number }
  /** `reject`: Marathon's name for what the offers that came furthest were turned down for. */
  | { kind: 'waiting'; reject: string | undefined }
  | { kind: 'deploying' }
);

/** undefined for a service that is as it should be. `deployments`: when each began (ISO 8601), by its id. */
export function serviceReason(
  app: AppSummary,
  queued: QueueEntry | undefined,
  deployments: ReadonlyMap<string, string>,
): ServiceReason | undefined {
  if (app.tasksUnhealthy > 0) return { kind: 'unhealthy', count: app.tasksUnhealthy, cause: undefined, since: undefined };
  const waiting = queued && waitingReason(app, queued);
  if (waiting) return waiting;
  const deployment = app.deployments.find(({ id }) => deployments.has(id));
  if (app.deployments.length > 0) return { kind: 'deploying', since: timeOf(deployment && deployments.get(deployment.id)) };
  const missing = app.instances - app.tasksRunning;
  return missing > 0 ? (failureReason(app) ?? { kind: 'lacking', count: missing, since: undefined }) : undefined;
}

/** What the instances tell of an unhealthy service, which lists leave out: what the checks say, and since when the first of them fails. */
export function unhealthyReason({ tasks, tasksUnhealthy }: AppDetail): ServiceReason {
  const failing = tasks.flatMap((task) =>
    task.healthCheckResults.flatMap((result) => (result.alive ? [] : [{ since: timeOf(result.lastSuccess ?? task.startedAt), result }])),
  );
  const times = failing.flatMap(({ since }) => since ?? []);
  return {
    kind: 'unhealthy',
    count: tasksUnhealthy,
    cause:
      failing.map(({ result }) => result.lastFailureCause).find((cause) => cause !== undefined && cause !== null && cause !== '') ??
      undefined,
    since: times.length === 0 ? undefined : Math.min(...times),
  };
}

function waitingReason(app: AppSummary, queued: QueueEntry): ServiceReason {
  // What is started again only later has failed before, and that is what a reader can do something about.
  if (!queued.delay.overdue)
    return failureReason(app) ?? { kind: 'delayed', seconds: queued.delay.timeLeftSeconds, since: timeOf(queued.since) };
  const furthest = queued.rejects.findLast(({ declined }) => declined > 0);
  return { kind: 'waiting', reject: furthest?.reason, since: timeOf(queued.since) };
}

function failureReason({ lastTaskFailure: failure }: AppSummary): ServiceReason | undefined {
  return failure ? { kind: 'failed', message: failure.message, state: failure.state, since: timeOf(failure.timestamp) } : undefined;
}

function timeOf(text: string | null | undefined): number | undefined {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? undefined : time;
}
