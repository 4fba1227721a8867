import { useQuery } from '@tanstack/react-query';
import { useOutletContext } from 'react-router';
import { agentHistoryQuery, masterTaskQuery, type TaskHistory } from '../../../live/task-history.ts';
import type { AppDetail, Task } from '../../../live/marathon-wire.ts';
import { agentOfTask } from '../rules/agent-of-task.ts';

/** What a task's page knows and its tabs show. */
export interface TaskContext {
  app: AppDetail;
  taskId: string;
  /** As Marathon has it; undefined once it has ended. */
  task: Task | undefined;
  /** The agent that has its files; undefined while it has been launched on none. */
  agentId: string | undefined;
  /** As Mesos remembers it. */
  history: TaskHistory | undefined;
  /** Nobody has answered yet about a task that Marathon does not have. */
  pending: boolean;
}

/** A task of an app, live or ended: from Marathon, and from Mesos what was said at each of its states. */
export function useTask(app: AppDetail | undefined, taskId: string): TaskContext | undefined {
  const master = useQuery(masterTaskQuery(taskId));
  const agentId = (app && agentOfTask(app, taskId)) ?? master.data?.agentId;
  const agent = useQuery({ ...agentHistoryQuery(agentId ?? ''), enabled: agentId !== undefined });
  if (app === undefined) return undefined;
  return {
    app,
    taskId,
    task: app.tasks.find(({ id }) => id === taskId),
    agentId,
    // The agent's is the fuller one, but it may be unreachable while the master still knows.
    history: agent.data?.get(taskId) ?? master.data ?? undefined,
    pending: master.isPending,
  };
}

export function useTaskContext(): TaskContext {
  return useOutletContext<TaskContext>();
}
