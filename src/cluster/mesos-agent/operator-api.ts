import { json, notBuilt } from '../../api/http/fetch.ts';
import { buildInfo, MESOS_VERSION } from '../libprocess/build.ts';
import { namedValues, parseOperatorCall } from '../libprocess/operator-call.ts';
import type { AgentContext } from './context.ts';
import { agentFlags } from './flags.ts';
import { agentMetrics } from './metrics.ts';

/** `POST /api/v1` of an agent. */
const ANSWERS: Record<string, (context: AgentContext) => Record<string, unknown>> = {
  GET_HEALTH: () => ({ get_health: { healthy: true } }),
  GET_VERSION: () => ({ get_version: { version_info: buildInfo(MESOS_VERSION) } }),
  GET_FLAGS: ({ state }) => ({ get_flags: { flags: namedValues(agentFlags(state)) } }),
  GET_METRICS: (context) => ({ get_metrics: { metrics: namedValues(agentMetrics(context)) } }),
  GET_LOGGING_LEVEL: () => ({ get_logging_level: { level: 0 } }),
};

/** Calls that are Mesos' own but not here yet. */
const NOT_BUILT = new Set(
  [
    'GET_AGENT GET_CONTAINERS GET_EXECUTORS GET_FRAMEWORKS GET_OPERATIONS GET_RESOURCE_PROVIDERS GET_STATE GET_TASKS',
    'LIST_FILES READ_FILE SET_LOGGING_LEVEL PRUNE_IMAGES ATTACH_CONTAINER_INPUT ATTACH_CONTAINER_OUTPUT',
    'LAUNCH_CONTAINER WAIT_CONTAINER KILL_CONTAINER REMOVE_CONTAINER LAUNCH_NESTED_CONTAINER LAUNCH_NESTED_CONTAINER_SESSION',
    'WAIT_NESTED_CONTAINER KILL_NESTED_CONTAINER REMOVE_NESTED_CONTAINER',
  ].flatMap((line) => line.split(' ')),
);

export async function agentCall(context: AgentContext, request: Request): Promise<Response> {
  const call = await parseOperatorCall(request, 'agent');
  const answer = ANSWERS[call.type];
  if (answer) return json({ type: call.type, ...answer(context) });
  if (NOT_BUILT.has(call.type)) return notBuilt(`the Mesos agent (${call.type})`, request);
  throw call.unknownType();
}
