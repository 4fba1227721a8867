import { subscribeSchema, schedulerCallSchema, SCHEDULER_CALLS } from '../../api/mesos/scheduler-schema.ts';
import type { ConnectScheduler, FrameworkInfo, SchedulerConnection, SchedulerEvent } from '../../api/mesos/scheduler.ts';
import { isObject, parseBody, parseCallBody, type CallBody } from '../libprocess/call-body.ts';
import { empty } from '../libprocess/endpoints.ts';
import { HttpError } from '../libprocess/errors.ts';
import { recordStream, sendHeartbeat, streamHeaders } from '../libprocess/record-stream.ts';
import type { MasterContext } from './context.ts';
import { frameworkInfoOf, frameworkProblem } from './framework-rules.ts';
import { eventFor } from './scheduler-events.ts';

/**
 * `POST /api/v1/scheduler`: the scheduler API over HTTP. SUBSCRIBE is answered by a stream of events; every other call is 202 and
 * names the stream in `Mesos-Stream-Id`. Behind it is the same line that schedulers within the cluster use.
 */
export function createSchedulerHttp(context: MasterContext, connect: ConnectScheduler): (request: Request) => Promise<Response> {
  const streams: Streams = new Map();
  return async (request) => {
    const call = await parseCallBody(request, 'scheduler');
    if (!SCHEDULER_CALLS.has(call.type)) throw call.unknownType();
    return call.type === 'SUBSCRIBE' ? subscribe(context, connect, streams, request, call) : receive(context, streams, request, call);
  };
}

const STREAM_ID = 'mesos-stream-id';

/** By the id of the framework: only the newest subscription has one. */
type Streams = Map<string, { id: string; connection: SchedulerConnection; close(): void }>;

/** Throws HttpError 400 for what is no subscription; what the master refuses is an ERROR on the stream, which then ends. */
function subscribe(context: MasterContext, connect: ConnectScheduler, streams: Streams, request: Request, { body }: CallBody): Response {
  if (request.headers.has(STREAM_ID)) throw new HttpError(400, "Subscribe calls should not include the 'Mesos-Stream-Id' header");
  requirePart(body, 'subscribe');
  const { framework_id, subscribe: asked } = parseBody(subscribeSchema, body);
  const { framework_info: info, suppressed_roles } = asked;
  if (framework_id?.value !== info.id?.value) throw invalid("'framework_id' differs from 'subscribe.framework_info.id'");
  const id = context.kernel.ids.uuid();
  const framework = frameworkInfoOf(info);
  let frameworkId: string | undefined;
  const stream = recordStream(context.kernel.clock, request.signal, () => {
    if (frameworkId !== undefined && streams.get(frameworkId)?.id === id) streams.delete(frameworkId);
    connection.close();
  });
  const tell = (event: SchedulerEvent): void => {
    stream.send(eventFor(framework, event));
    if (event.type === 'ERROR') stream.close();
  };
  const onEvent = (event: SchedulerEvent): void => {
    if (event.type === 'SUBSCRIBED') {
      frameworkId = event.subscribed.framework_id.value;
      streams.set(frameworkId, { id, connection, close: () => stream.close() });
    }
    tell(event);
    if (event.type === 'SUBSCRIBED') sendHeartbeat(stream);
  };
  const connection = connect(onEvent, () => stream.close());
  const problem = frameworkProblem(info, context.state.frameworks.get(info.id?.value ?? ''));
  if (problem !== undefined) tell({ type: 'ERROR', error: { message: problem } });
  else connection.call({ type: 'SUBSCRIBE', subscribe: { framework_info: framework, ...(suppressed_roles && { suppressed_roles }) } });
  return new Response(stream.body, { headers: { ...streamHeaders(request), [STREAM_ID]: id } });
}

function receive(context: MasterContext, streams: Streams, request: Request, { body, type }: CallBody): Response {
  const frameworkId = idOf(body['framework_id']);
  if (frameworkId === undefined) throw invalid("Expecting 'framework_id' to be present");
  if (PARTS.has(type)) requirePart(body, type.toLowerCase());
  const framework = context.state.frameworks.get(frameworkId);
  if (!framework) throw new HttpError(400, 'Framework cannot be found');
  if (!framework.send) throw new HttpError(403, 'Framework is not subscribed');
  const stream = streams.get(frameworkId);
  if (!stream) throw new HttpError(403, 'Framework is not connected via HTTP');
  const streamId = request.headers.get(STREAM_ID);
  if (streamId === null) throw new HttpError(400, "All non-subscribe calls should include the 'Mesos-Stream-Id' header");
  if (streamId !== stream.id) {
    throw new HttpError(
      400,
      `The stream ID '${streamId}' included in this request didn't match the stream ID currently associated with framework ID '${frameworkId}'`,
    );
  }
  const call = parseBody(schedulerCallSchema, body);
  if (call.type === 'UPDATE_FRAMEWORK') return update(context, stream.connection, framework, call.update_framework);
  stream.connection.call(call);
  if (call.type === 'TEARDOWN') stream.close();
  return empty(202);
}

/** Throws HttpError 400 when a framework may not say so of itself. */
function update(
  { state }: MasterContext,
  connection: SchedulerConnection,
  framework: { id: string; info: FrameworkInfo },
  {
    framework_info: info,
    suppressed_roles,
  }: { framework_info: Parameters<typeof frameworkInfoOf>[0]; suppressed_roles?: string[] | undefined },
): Response {
  const problem = frameworkProblem(info, state.frameworks.get(framework.id));
  if (problem !== undefined) throw new HttpError(400, `Failed to update framework: ${problem}`);
  connection.call({
    type: 'UPDATE_FRAMEWORK',
    update_framework: { framework_info: frameworkInfoOf(info), ...(suppressed_roles && { suppressed_roles }) },
  });
  return empty();
}

/** Calls that have a part of their own. REVIVE and SUPPRESS may do without: they are then about all roles. */
const PARTS = new Set([
  'ACCEPT_INVERSE_OFFERS',
  'DECLINE_INVERSE_OFFERS',
  'ACCEPT',
  'DECLINE',
  'KILL',
  'SHUTDOWN',
  'ACKNOWLEDGE',
  'RECONCILE',
  'RECONCILE_OPERATIONS',
  'MESSAGE',
  'UPDATE_FRAMEWORK',
]);

const invalid = (problem: string): HttpError => new HttpError(400, `Failed to validate scheduler::Call: ${problem}`);

const idOf = (id: unknown): string | undefined => (isObject(id) && typeof id['value'] === 'string' ? id['value'] : undefined);

function requirePart(body: Record<string, unknown>, part: string): void {
  if (!isObject(body[part])) throw invalid(`Expecting '${part}' to be present`);
}
