import { isTerminal } from '../../api/mesos/task.ts';
import { every } from '../kernel/clock.ts';
import { limits } from '../kernel/limits.ts';
import { HttpError } from '../libprocess/errors.ts';
import { base64 } from '../libprocess/file-calls.ts';
import type { OperatorCall } from '../libprocess/operator-call.ts';
import { HEARTBEAT_SECONDS, recordStream, streamHeaders } from '../libprocess/record-stream.ts';
import type { AgentContext } from './context.ts';
import { allExecutors, type Executor } from './state.ts';

/** `ATTACH_CONTAINER_OUTPUT`: what a container writes from now on, until it ends. Its output is in its sandbox, whatever runs it. */

const LOOK_EVERY_MS = 200;
const OUTPUTS = ['stdout', 'stderr'] as const;

/** Throws HttpError 404 for a container that does not run. */
export async function attachOutput(context: AgentContext, request: Request, call: OperatorCall): Promise<Response> {
  const { kernel, state } = context;
  const containerId = call.id('attach_container_output', 'container_id');
  const executor = allExecutors(state).find(({ record }) => record.containerId === containerId && !isTerminal(record.state));
  if (!executor) throw new HttpError(404, `Container '${containerId}' cannot be found (or is already killed)`);
  const offsets = new Map<string, number>();
  for (const name of OUTPUTS) offsets.set(name, (await sizeOf(context, executor, name)) ?? 0);
  const heartbeat = { type: 'CONTROL', control: { type: 'HEARTBEAT', heartbeat: { interval: { nanoseconds: HEARTBEAT_SECONDS * 1e9 } } } };
  const stream = recordStream(kernel.clock, request.signal, () => looking.cancel(), heartbeat);
  let busy = false;
  const look = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    // looked at before reading: what was written before the end is read once more after it
    const ended = isTerminal(executor.record.state);
    for (const name of OUTPUTS)
      await readOn(context, executor, name, offsets, (data) => stream.send({ type: 'DATA', data: { type: name.toUpperCase(), data } }));
    if (ended) stream.close();
    busy = false;
  };
  const looking = every(kernel.clock, LOOK_EVERY_MS, () => void look().catch(() => stream.close()));
  return new Response(stream.body, { headers: streamHeaders(request) });
}

const sizeOf = async ({ files }: AgentContext, { record }: Executor, name: string): Promise<number | undefined> =>
  (await files.stat(record.directory, `${record.directory}/${name}`))?.size;

/** Tells what a file has more than at the last look; one that has become shorter was begun anew. */
async function readOn(
  context: AgentContext,
  executor: Executor,
  name: string,
  offsets: Map<string, number>,
  tell: (data: string) => void,
): Promise<void> {
  const size = (await sizeOf(context, executor, name)) ?? 0;
  const { directory } = executor.record;
  let offset = offsets.get(name) ?? 0;
  if (size < offset) offset = 0;
  while (offset < size) {
    const bytes = await context.files.read(directory, `${directory}/${name}`, offset, Math.min(size - offset, limits.filesReadBytes));
    if (!bytes || bytes.length === 0) break;
    tell(base64(bytes));
    offset += bytes.length;
  }
  offsets.set(name, offset);
}
