import type { AppSummary } from '../../live/marathon-wire.ts';

/** From worst to best. `lacking`: fewer instances run than were asked for; `idle`: suspended. */
export const SERVICE_HEALTHS = ['unhealthy', 'lacking', 'deploying', 'running', 'healthy', 'idle'] as const;
export type ServiceHealth = (typeof SERVICE_HEALTHS)[number];

export function serviceHealth(app: AppSummary): ServiceHealth {
  if (app.tasksUnhealthy > 0) return 'unhealthy';
  if (app.deployments.length > 0) return 'deploying';
  if (app.tasksRunning < app.instances) return 'lacking';
  if (app.instances === 0 && app.tasksRunning === 0) return 'idle';
  return app.healthChecks.length > 0 ? 'healthy' : 'running';
}

/** The apps that need a look first; equal ones by name. */
export function worstServices(apps: readonly AppSummary[]): AppSummary[] {
  const rank = (app: AppSummary) => SERVICE_HEALTHS.indexOf(serviceHealth(app));
  return apps.toSorted((a, b) => rank(a) - rank(b) || a.id.localeCompare(b.id, 'en'));
}
