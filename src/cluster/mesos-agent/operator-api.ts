import { json, notBuilt } from '../../api/http/fetch.ts';
import { buildInfo, MESOS_VERSION } from '../libprocess/build.ts';
import { empty } from '../libprocess/endpoints.ts';
import { listFiles, readFile } from '../libprocess/file-calls.ts';
import { callTable, namedValues, parseOperatorCall, type OperatorCall } from '../libprocess/operator-call.ts';
import { attachOutput } from './attach-output.ts';
import { attachedSandboxes } from './attached-files.ts';
import type { AgentContext } from './context.ts';
import { agentFlags } from './flags.ts';
import { agentMetrics } from './metrics.ts';
import { agentInfoV1, containersV1, executorsV1, frameworksV1, stateV1, tasksV1 } from './v1-json.ts';

/** `POST /api/v1` of an agent. */
type Answer = (context: AgentContext, call: OperatorCall) => Record<string, unknown> | Promise<Record<string, unknown>>;

const ANSWERS = callTable<Answer>({
  GET_HEALTH: () => ({ get_health: { healthy: true } }),
  GET_VERSION: () => ({ get_version: { version_info: buildInfo(MESOS_VERSION) } }),
  GET_FLAGS: ({ state }) => ({ get_flags: { flags: namedValues(agentFlags(state)) } }),
  GET_METRICS: (context) => ({ get_metrics: { metrics: namedValues(agentMetrics(context)) } }),
  GET_LOGGING_LEVEL: () => ({ get_logging_level: { level: 0 } }),
  GET_AGENT: ({ state }) => ({ get_agent: agentInfoV1(state) }),
  GET_STATE: ({ state }) => ({ get_state: stateV1(state) }),
  GET_FRAMEWORKS: ({ state }) => ({ get_frameworks: frameworksV1(state) }),
  GET_EXECUTORS: ({ state }) => ({ get_executors: executorsV1(state) }),
  GET_TASKS: ({ state }) => ({ get_tasks: tasksV1(state) }),
  GET_CONTAINERS: async (context) => ({ get_containers: await containersV1(context) }),
  GET_OPERATIONS: () => ({ get_operations: {} }),
  GET_RESOURCE_PROVIDERS: () => ({ get_resource_providers: {} }),
  LIST_FILES: (context, call) => listFiles(attachedSandboxes(context), call),
  READ_FILE: (context, call) => readFile(attachedSandboxes(context), call),
});

/** Calls that are Mesos' own but not here yet. */
const NOT_BUILT = new Set(
  [
    'PRUNE_IMAGES ATTACH_CONTAINER_INPUT',
    'LAUNCH_CONTAINER WAIT_CONTAINER KILL_CONTAINER REMOVE_CONTAINER LAUNCH_NESTED_CONTAINER LAUNCH_NESTED_CONTAINER_SESSION',
    'WAIT_NESTED_CONTAINER KILL_NESTED_CONTAINER REMOVE_NESTED_CONTAINER',
  ].flatMap((line) => line.split(' ')),
);

export async function agentCall(context: AgentContext, request: Request): Promise<Response> {
  const call = await parseOperatorCall(request, 'agent');
  const answer = ANSWERS.get(call.type);
  if (answer) return json({ type: call.type, ...(await answer(context, call)) });
  if (call.type === 'ATTACH_CONTAINER_OUTPUT') return attachOutput(context, request, call);
  if (call.type === 'SET_LOGGING_LEVEL') return empty();
  if (NOT_BUILT.has(call.type)) return notBuilt(`the Mesos agent (${call.type})`, request);
  throw call.unknownType();
}
