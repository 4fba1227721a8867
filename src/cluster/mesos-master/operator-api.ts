import { json, notBuilt } from '../../api/http/fetch.ts';
import { buildInfo } from '../libprocess/build.ts';
import { empty } from '../libprocess/endpoints.ts';
import { HttpError } from '../libprocess/errors.ts';
import { listFiles, readFile } from '../libprocess/file-calls.ts';
import { NO_FILES } from '../libprocess/files.ts';
import { namedValues, parseOperatorCall, type OperatorCall } from '../libprocess/operator-call.ts';
import type { MasterContext } from './context.ts';
import { eventStream } from './event-stream.ts';
import { masterFlags } from './flags.ts';
import { tearDown } from './forms.ts';
import { masterInfo } from './master-info.ts';
import { masterMetrics } from './metrics.ts';
import { quotaJson, removeQuota, setQuota } from './quota.ts';
import { operateByCall } from './operator-operations.ts';
import { agentsV1, executorsV1, frameworksV1, rolesV1, stateV1, tasksV1 } from './v1-json.ts';
import { updateWeights, weightsJson } from './weights.ts';

/** `POST /api/v1`: the operator API. */

type Answer = (context: MasterContext, call: OperatorCall) => Record<string, unknown>;

const ANSWERS: Record<string, Answer> = {
  GET_HEALTH: () => ({ get_health: { healthy: true } }),
  GET_VERSION: ({ state }) => ({ get_version: { version_info: buildInfo(state.version) } }),
  GET_FLAGS: ({ state }) => ({ get_flags: { flags: namedValues(masterFlags(state)) } }),
  GET_METRICS: (context) => ({ get_metrics: { metrics: namedValues(masterMetrics(context)) } }),
  GET_LOGGING_LEVEL: () => ({ get_logging_level: { level: 0 } }),
  GET_MASTER: ({ state }) => ({
    get_master: { master_info: masterInfo(state), start_time: state.startedAt / 1000, elected_time: state.startedAt / 1000 },
  }),
  GET_AGENTS: ({ state }) => ({ get_agents: agentsV1(state) }),
  GET_FRAMEWORKS: ({ state }) => ({ get_frameworks: frameworksV1(state) }),
  GET_EXECUTORS: ({ state }) => ({ get_executors: executorsV1(state) }),
  GET_TASKS: ({ state }) => ({ get_tasks: tasksV1(state) }),
  GET_STATE: ({ state }) => ({ get_state: stateV1(state) }),
  GET_ROLES: ({ state }) => ({ get_roles: rolesV1(state) }),
  GET_WEIGHTS: ({ state }) => ({ get_weights: state.weights.size > 0 ? { weight_infos: weightsJson(state) } : {} }),
  GET_QUOTA: ({ state }) => ({ get_quota: { status: quotaJson(state) } }),
  GET_MAINTENANCE_SCHEDULE: () => ({ get_maintenance_schedule: { schedule: {} } }),
  GET_MAINTENANCE_STATUS: () => ({ get_maintenance_status: { status: {} } }),
  GET_OPERATIONS: () => ({ get_operations: {} }),
};

/** Calls that are Mesos' own but not here yet. */
const NOT_BUILT = new Set([
  'UPDATE_MAINTENANCE_SCHEDULE',
  'START_MAINTENANCE',
  'STOP_MAINTENANCE',
  'UPDATE_QUOTA',
  'DRAIN_AGENT',
  'DEACTIVATE_AGENT',
  'REACTIVATE_AGENT',
]);

export async function operatorCall(context: MasterContext, request: Request): Promise<Response> {
  const call = await parseOperatorCall(request, 'master');
  const answer = ANSWERS[call.type];
  if (answer) return json({ type: call.type, ...answer(context, call) });
  switch (call.type) {
    case 'SUBSCRIBE':
      return eventStream(context, request);
    case 'SET_LOGGING_LEVEL':
      return empty();
    case 'UPDATE_WEIGHTS':
      updateWeights(context, JSON.stringify(call.field('update_weights', 'weight_infos')));
      return empty();
    case 'SET_QUOTA':
      setQuota(context, call.field('set_quota', 'quota_request'));
      return empty();
    case 'REMOVE_QUOTA': {
      const role = call.text('remove_quota', 'role');
      removeQuota(context, role, `for role '${role}'`);
      return empty();
    }
    case 'TEARDOWN':
      tearDown(context, call.id('teardown', 'framework_id'));
      return empty();
    case 'RESERVE_RESOURCES':
    case 'UNRESERVE_RESOURCES':
    case 'CREATE_VOLUMES':
    case 'DESTROY_VOLUMES':
    case 'GROW_VOLUME':
    case 'SHRINK_VOLUME':
      operateByCall(context, call);
      return empty(202);
    case 'LIST_FILES':
      return json({ type: call.type, ...(await listFiles(NO_FILES, call)) });
    case 'READ_FILE':
      return json({ type: call.type, ...(await readFile(NO_FILES, call)) });
    case 'MARK_AGENT_GONE': {
      const agentId = call.id('mark_agent_gone', 'agent_id');
      if (!context.state.agents.has(agentId)) throw new HttpError(404, `Agent '${agentId}' not found`);
      return notBuilt('Mesos', request);
    }
  }
  if (NOT_BUILT.has(call.type)) return notBuilt(`Mesos (${call.type})`, request);
  throw call.unknownType();
}
