import { EventSourceParserStream } from 'eventsource-parser/stream';
import type { LocalServer } from '../testing/local-server.ts';

/** A state that is not awaited ends the wait, and so does this. */
const GIVE_UP_AFTER_MS = 60_000;
const ENDED = ['TASK_KILLED', 'TASK_FINISHED', 'TASK_FAILED', 'TASK_ERROR', 'TASK_LOST'];

interface StatusUpdate {
  eventType: 'status_update_event';
  appId: string;
  taskStatus: string;
  message: string;
}

/** What Marathon takes as the definition of an app, beside its id. */
export type App = Record<string, unknown>;

export interface Marathon {
  /** ms from the POST of an app with one instance to the event that its task runs. The app is destroyed, and its task awaited, before this resolves. */
  timeToRunning(app: App): Promise<number>;
  close(): Promise<void>;
}

/** A client of Marathon behind the adminRouter of a server: hears of tasks by the event stream, which is open before the first app is posted. */
export async function connectMarathon(server: LocalServer): Promise<Marathon> {
  const closed = new AbortController();
  const call = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const response = await fetch(`${server.origin()}/marathon/v2${path}`, {
      method,
      headers: {
        authorization: `token=${server.token}`,
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
      },
      signal: closed.signal,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}: ${await response.text()}`);
    return response;
  };
  const updates = await statusUpdates(await call('GET', '/events'));
  let number = 0;
  return {
    async timeToRunning(app) {
      const id = `/bench-${number++}`;
      const started = performance.now();
      const running = updates.next(id, ['TASK_RUNNING']);
      const posted = call('POST', '/apps', { ...app, id, instances: 1 }).then((response) => response.json());
      await Promise.all([running, posted]);
      const taken = (await running) - started;
      const ended = updates.next(id, ENDED);
      await Promise.all([ended, call('DELETE', `/apps${id}?force=true`).then((response) => response.json())]);
      return taken;
    },
    async close() {
      closed.abort();
      await updates.ended;
    },
  };
}

interface StatusUpdates {
  /** Resolves to the time (`performance.now()`) at which a task of the app came to one of the states; rejects when it ends otherwise. */
  next(appId: string, states: readonly string[]): Promise<number>;
  ended: Promise<void>;
}

async function statusUpdates({ body }: Response): Promise<StatusUpdates> {
  if (!body) throw new Error('The event stream has no body.');
  const listeners = new Set<(update: StatusUpdate) => void>();
  const read = async (): Promise<void> => {
    for await (const { event, data } of body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream())) {
      if (event !== 'status_update_event') continue;
      const update = JSON.parse(data) as StatusUpdate;
      for (const listener of listeners) listener(update);
    }
  };
  return {
    // closing aborts the stream, which is how it is meant to end; a server that goes away fails the next call
    ended: read().catch(() => {}),
    next: (appId, states) =>
      new Promise((resolve, reject) => {
        const signal = AbortSignal.timeout(GIVE_UP_AFTER_MS);
        const listener = (update: StatusUpdate): void => {
          if (update.appId !== appId) return;
          if (states.includes(update.taskStatus)) resolve(performance.now());
          else if (ENDED.includes(update.taskStatus)) reject(new Error(`${appId} ended as ${update.taskStatus}: ${update.message}`));
          else return;
          listeners.delete(listener);
        };
        listeners.add(listener);
        signal.addEventListener('abort', () =>
          reject(new Error(`${appId} came to none of ${states.join(', ')} within ${GIVE_UP_AFTER_MS / 1000} s.`)),
        );
      }),
  };
}
