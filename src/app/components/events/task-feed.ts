import type { MesosTask } from '../../live/mesos-tasks.ts';
import { mesosPaths } from '../../mesos-paths.ts';
import { paths } from '../../paths.ts';
import type { Tone } from '../../ui/tones.ts';
import { marathonPageOfTask } from '../mesos/marathon-page-of-task.ts';
import type { FeedEvent } from './feed-event.ts';

/** A task is in each state once: whoever tells of it first or last, it is one event. */
export const taskKey = (taskId: string, state: string): string => `task ${taskId} ${state}`;

export function toneOfState(state: string): Tone {
  if (state === 'TASK_RUNNING' || state === 'TASK_FINISHED') return 'ok';
  if (/^TASK_(FAILED|ERROR|LOST|DROPPED|GONE)/.test(state)) return 'danger';
  return state === 'TASK_UNREACHABLE' ? 'warn' : 'idle';
}

/** What a task's own times say: that it began to run, and that it ended, each as long as the master remembers it. */
export function taskFeedEvents(tasks: readonly MesosTask[], hostOf: (agentId: string) => string | undefined): FeedEvent[] {
  return tasks.flatMap((task) => {
    const { id, startedAt, stoppedAt, state } = task;
    const common = {
      source: 'mesos' as const,
      kind: 'task' as const,
      subject: id,
      to: pageOf(task),
      host: hostOf(task.agentId),
      message: undefined,
    };
    const events: FeedEvent[] = [];
    if (startedAt !== undefined)
      events.push({ ...common, key: taskKey(id, 'TASK_RUNNING'), at: startedAt, type: 'TASK_RUNNING', tone: toneOfState('TASK_RUNNING') });
    if (stoppedAt !== undefined) events.push({ ...common, key: taskKey(id, state), at: stoppedAt, type: state, tone: toneOfState(state) });
    return events;
  });
}

function pageOf({ id, frameworkId }: MesosTask): string {
  const app = marathonPageOfTask(id);
  return app === undefined ? mesosPaths.task(frameworkId, id) : paths.marathon.task(app.id, id);
}
