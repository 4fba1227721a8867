import type { AppDetail, Task } from '../../../live/marathon-wire.ts';
import { healthOf } from './app-facts.ts';

/** How far one action of the current step is, by the instances that there are. */
export type ActionProgress =
  | { kind: 'ready'; ready: number; wanted: number }
  | { kind: 'replaced'; ready: number; wanted: number; old: number }
  | { kind: 'stopping'; left: number };

/** undefined where there is nothing to count: the start of an app launches nothing by itself, scaling comes after it. */
export function actionProgress(action: string, app: AppDetail): ActionProgress | undefined {
  const { tasks, instances, version } = app;
  if (action === 'StopApplication') return { kind: 'stopping', left: tasks.length };
  if (action === 'RestartApplication') {
    const fresh = tasks.filter((task) => task.version === version);
    return {
      kind: 'replaced',
      ready: fresh.filter((task) => isReady(app, task)).length,
      wanted: instances,
      old: tasks.length - fresh.length,
    };
  }
  if (action !== 'ScaleApplication') return undefined;
  if (tasks.length > instances) return { kind: 'stopping', left: tasks.length - instances };
  return { kind: 'ready', ready: tasks.filter((task) => isReady(app, task)).length, wanted: instances };
}

/** A deployment goes on when an instance runs, passes its health checks if it has any, and its readiness check if it has one. */
function isReady({ healthChecks, readinessCheckResults }: AppDetail, task: Task): boolean {
  if (task.state !== 'TASK_RUNNING') return false;
  if (healthChecks.length > 0 && healthOf(task) !== 'healthy') return false;
  return readinessCheckResults.every(({ taskId, ready }) => taskId !== task.id || ready);
}

/** Between 0 and 1. */
export function shareDone(progress: ActionProgress): number {
  if (progress.kind === 'stopping') return progress.left === 0 ? 1 : 0;
  return progress.wanted === 0 ? 1 : Math.min(1, progress.ready / progress.wanted);
}
