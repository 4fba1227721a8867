import type { AppDetail } from '../../../live/marathon-wire.ts';

/** The agent that has a task's files: of a live task, or of the last one that failed. */
export function agentOfTask(app: AppDetail, taskId: string): string | undefined {
  const task = app.tasks.find(({ id }) => id === taskId);
  if (task?.slaveId) return task.slaveId;
  const failed = app.lastTaskFailure;
  return failed?.taskId === taskId ? (failed.slaveId ?? undefined) : undefined;
}
