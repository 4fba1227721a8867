import type { Fetch } from '../api/http/fetch.ts';
import type { MarathonEvent } from '../api/marathon/events.ts';
import { isTerminal, type TaskState } from '../api/mesos/task.ts';

/** What a client knows that read the lists once and then only listened to events. */
export interface FollowedMarathon {
  /** The latest state of each task that has not ended and was told of. */
  readonly tasks: ReadonlyMap<string, TaskState>;
  /** The latest condition of each instance that was told of. */
  readonly instances: ReadonlyMap<string, { appId: string; condition: string }>;
}

interface Task {
  id: string;
  appId: string;
  state: TaskState;
}

const instanceOf = (taskId: string): string => taskId.replace(/\._app\.\d+$/, '');
const CONDITIONS: Partial<Record<TaskState, string>> = { TASK_RUNNING: 'Running', TASK_STARTING: 'Starting', TASK_STAGING: 'Staging' };

/** Listens from now on. The events come first, so that none is missed between them and the list. */
export async function followMarathon({ marathon }: { marathon: Fetch }): Promise<FollowedMarathon> {
  const stream = await marathon(new Request('http://marathon/v2/events', { headers: { accept: 'text/event-stream' } }));
  if (!stream.body) throw new Error(`There is no stream of events: ${stream.status}`);
  const response = await marathon(new Request('http://marathon/v2/tasks', { headers: { accept: 'application/json' } }));
  const { tasks: listed } = (await response.json()) as { tasks: Task[] };
  const tasks = new Map<string, TaskState>();
  const instances = new Map<string, { appId: string; condition: string }>();
  for (const { id, appId, state } of listed) {
    tasks.set(id, state);
    instances.set(instanceOf(id), { appId, condition: CONDITIONS[state] ?? 'Killing' });
  }
  const take = (event: MarathonEvent): void => {
    if (event.eventType === 'status_update_event') {
      const state = event.taskStatus as TaskState;
      if (isTerminal(state)) tasks.delete(event.taskId);
      else tasks.set(event.taskId, state);
    }
    if (event.eventType === 'instance_changed_event') {
      instances.set(event.instanceId, { appId: event.runSpecId, condition: event.condition });
    }
  };
  void readEvents(stream.body, take);
  return { tasks, instances };
}

async function readEvents(stream: ReadableStream<Uint8Array>, take: (event: MarathonEvent) => void): Promise<void> {
  const decoder = new TextDecoder();
  let unread = '';
  for await (const chunk of stream) {
    unread += decoder.decode(chunk, { stream: true });
    const frames = unread.split('\r\n\r\n');
    unread = frames.pop() ?? '';
    for (const frame of frames) {
      const data = /^data: (.*)$/m.exec(frame)?.[1];
      if (data !== undefined) take(JSON.parse(data) as MarathonEvent);
    }
  }
}
