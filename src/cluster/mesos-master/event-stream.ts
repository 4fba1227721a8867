import { recordIo } from '../../api/http/recordio.ts';
import { taskV1 } from '../../api/mesos/operator-json.ts';
import { every } from '../kernel/clock.ts';
import { limits } from '../kernel/limits.ts';
import { HttpError } from '../libprocess/errors.ts';
import type { MasterContext } from './context.ts';
import type { MasterEvent } from './master-event.ts';
import { agentV1, frameworkV1, stateV1 } from './v1-json.ts';

/** The operator API's `SUBSCRIBE`: the whole state, then what happens, one record after the other. */

const HEARTBEAT_SECONDS = 15;

export function eventStream(context: MasterContext, request: Request): Response {
  const { listeners } = context;
  // Mesos drops the oldest subscriber instead; a refusal tells the new one why it gets nothing.
  if (listeners.size >= limits.subscribers)
    throw new HttpError(503, `There are ${limits.subscribers} subscribers already; try again when one has left.`);
  let stop = (): void => {};
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      start(controller) {
        const send = (record: Record<string, unknown>): void => {
          // A reader that does not read would have everything kept for it.
          if ((controller.desiredSize ?? 0) <= -limits.eventsPerSubscriber) return leave();
          controller.enqueue(recordIo(record));
        };
        const listener = (event: MasterEvent): void => send(recordOf(event));
        const heartbeat = every(context.kernel.clock, HEARTBEAT_SECONDS * 1000, () => send({ type: 'HEARTBEAT' }));
        stop = () => {
          heartbeat.cancel();
          listeners.delete(listener);
        };
        const leave = (): void => {
          stop();
          controller.close();
        };
        listeners.add(listener);
        request.signal.addEventListener('abort', stop, { once: true });
        send({
          type: 'SUBSCRIBED',
          subscribed: { get_state: stateV1(context.state), heartbeat_interval_seconds: HEARTBEAT_SECONDS },
        });
        send({ type: 'HEARTBEAT' });
      },
      cancel: () => stop(),
    },
    { highWaterMark: 0 },
  );
  return new Response(body, { headers: { 'content-type': 'application/json' } });
}

function recordOf(event: MasterEvent): Record<string, unknown> {
  switch (event.type) {
    case 'TASK_ADDED':
      return { type: event.type, task_added: { task: taskV1(event.task) } };
    case 'TASK_UPDATED': {
      const { task, status } = event;
      return { type: event.type, task_updated: { framework_id: { value: task.frameworkId }, status, state: task.state } };
    }
    case 'AGENT_ADDED':
      return { type: event.type, agent_added: { agent: agentV1(event.agent) } };
    case 'AGENT_REMOVED':
      return { type: event.type, agent_removed: { agent_id: { value: event.agentId } } };
    case 'FRAMEWORK_ADDED':
      return { type: event.type, framework_added: { framework: frameworkV1(event.framework) } };
    case 'FRAMEWORK_UPDATED':
      return { type: event.type, framework_updated: { framework: frameworkV1(event.framework) } };
    default:
      return { type: event.type, framework_removed: { framework_info: event.framework.info } };
  }
}
