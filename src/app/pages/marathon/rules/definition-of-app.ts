import type { AppSummary } from '../../../live/marathon-wire.ts';

/** What Marathon adds to an app when it prints it: how it is, not what was asked for. */
const STATE_KEYS: ReadonlySet<string> = new Set([
  'tasks',
  'tasksStaged',
  'tasksRunning',
  'tasksHealthy',
  'tasksUnhealthy',
  'deployments',
  'readinessCheckResults',
  'lastTaskFailure',
  'taskStats',
  'tasksStats',
  'versionInfo',
]);

/** The definition as it was given: without its state and without what is unset (which older Marathons print as null). */
export function definitionOfApp(app: AppSummary): Record<string, unknown> {
  return Object.fromEntries(Object.entries(app).filter(([key, value]) => !STATE_KEYS.has(key) && value !== null && value !== undefined));
}
