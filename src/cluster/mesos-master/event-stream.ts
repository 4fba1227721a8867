import { recordIo } from '../../api/http/recordio.ts';
import { taskV1 } from '../../api/mesos/operator-json.ts';
import { limits } from '../kernel/limits.ts';
import { HEARTBEAT_SECONDS, recordStream, sendHeartbeat, streamHeaders, type RecordStream } from '../libprocess/record-stream.ts';
import type { MasterContext } from './context.ts';
import type { MasterEvent } from './master-event.ts';
import { agentV1, frameworkV1, stateV1 } from './v1-json.ts';

/** The operator API's `SUBSCRIBE`: the whole state, then what happens, one record after the other. */

export function eventStream(context: MasterContext, request: Request): Response {
  const { listeners, kernel, state } = context;
  // as in Mesos, the one that has been there longest makes room
  for (const oldest of [...listeners].slice(0, Math.max(0, listeners.size + 1 - limits.subscribers))) oldest.close();
  const stream = recordStream(kernel.clock, request.signal, () => listeners.delete(stream));
  listeners.add(stream);
  stream.send({ type: 'SUBSCRIBED', subscribed: { get_state: stateV1(state), heartbeat_interval_seconds: HEARTBEAT_SECONDS } });
  sendHeartbeat(stream);
  return new Response(stream.body, { headers: streamHeaders(request) });
}

/** The record is made once, however many read it. */
export function publishTo(listeners: ReadonlySet<RecordStream>, event: MasterEvent): void {
  if (listeners.size === 0) return;
  const record = recordIo(recordOf(event));
  for (const listener of listeners) listener.sendRecord(record);
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
