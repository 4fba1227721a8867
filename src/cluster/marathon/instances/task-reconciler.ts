import type { Clock, Timer } from '../../kernel/clock.ts';
import type { MesosLink } from '../mesos-link.ts';
import { isAtRest } from '../state.ts';
import { liveTaskIds } from './container-tasks.ts';
import type { InstanceTracker } from './instance-tracker.ts';

/** When tasks that the master said nothing about are asked for again: it does not know of those whose agent is not back yet. In ms. */
const FIRST_RETRY_MS = 2000;
const LONGEST_RETRY_MS = 60_000;

/** After a subscription asks Mesos for the state of all tasks, until each has been told. */
export interface TaskReconciler {
  begin: () => void;
  /** A status of that task came in. */
  heard: (taskId: string) => void;
  stop: () => void;
}

export function createTaskReconciler({
  clock,
  tracker,
  link,
}: {
  clock: Clock;
  tracker: InstanceTracker;
  link: MesosLink;
}): TaskReconciler {
  let open = new Set<string>();
  let timer: Timer | undefined;

  const ask = (retryMs: number): void => {
    timer?.cancel();
    const tasks = [...open].flatMap((taskId) => {
      const instance = tracker.byTask(taskId);
      if (!instance || instance.condition === 'Scheduled' || isAtRest(instance)) return [];
      return [{ task_id: { value: taskId }, ...(instance.agentId !== undefined && { agent_id: { value: instance.agentId } }) }];
    });
    open = new Set(tasks.map(({ task_id }) => task_id.value));
    if (tasks.length === 0) return;
    link.call({ type: 'RECONCILE', reconcile: { tasks } });
    timer = clock.after(retryMs, () => ask(Math.min(retryMs * 2, LONGEST_RETRY_MS)));
  };
  return {
    begin() {
      open = new Set(tracker.all().flatMap(liveTaskIds));
      ask(FIRST_RETRY_MS);
      // Without a list Mesos tells of all that runs: what is not known here is killed.
      link.call({ type: 'RECONCILE', reconcile: { tasks: [] } });
    },
    heard: (taskId) => void open.delete(taskId),
    stop: () => timer?.cancel(),
  };
}
