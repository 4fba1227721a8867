import { json } from '../../api/http/fetch.ts';
import { buildInfo } from '../libprocess/build.ts';
import { empty } from '../libprocess/endpoints.ts';
import { listFiles, readFile } from '../libprocess/file-calls.ts';
import { NO_FILES } from '../libprocess/files.ts';
import { callTable, namedValues, parseOperatorCall, type OperatorCall } from '../libprocess/operator-call.ts';
import type { MasterContext } from './context.ts';
import { deactivateAgent, drainAgent, reactivateAgent } from './drain.ts';
import { eventStream } from './event-stream.ts';
import { masterFlags } from './flags.ts';
import { tearDown } from './forms.ts';
import { markAgentGone } from './gone.ts';
import { maintenanceStatusJson, scheduleJson, startMaintenanceCall, stopMaintenanceCall, updateScheduleCall } from './maintenance.ts';
import { masterInfo } from './master-info.ts';
import { masterMetrics } from './metrics.ts';
import { quotaStatusV1, removeQuotaOf, setQuota, updateQuota } from './quota.ts';
import { operateByCall } from './operator-operations.ts';
import { agentsV1, executorsV1, frameworksV1, rolesV1, stateV1, tasksV1 } from './v1-json.ts';
import { updateWeights, weightsJson } from './weights.ts';

/** `POST /api/v1`: the operator API. */

type Answer = (context: MasterContext, call: OperatorCall) => Record<string, unknown> | Promise<Record<string, unknown>>;

const ANSWERS = callTable<Answer>({
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
  GET_QUOTA: ({ state }) => ({ get_quota: { status: quotaStatusV1(state) } }),
  GET_MAINTENANCE_SCHEDULE: ({ state }) => ({ get_maintenance_schedule: { schedule: scheduleJson(state) } }),
  GET_MAINTENANCE_STATUS: ({ state }) => ({ get_maintenance_status: { status: maintenanceStatusJson(state) } }),
  GET_OPERATIONS: () => ({ get_operations: {} }),
  LIST_FILES: (_, call) => listFiles(NO_FILES, call),
  READ_FILE: (_, call) => readFile(NO_FILES, call),
});

/** What operators change. Without a status the answer is 200, empty. */
const CHANGES = callTable<{ make: (context: MasterContext, call: OperatorCall) => void; status?: number }>({
  SET_LOGGING_LEVEL: { make: () => {} },
  UPDATE_WEIGHTS: { make: (context, call) => updateWeights(context, JSON.stringify(call.field('update_weights', 'weight_infos'))) },
  SET_QUOTA: { make: (context, call) => setQuota(context, call.field('set_quota', 'quota_request')) },
  UPDATE_QUOTA: { make: updateQuota },
  REMOVE_QUOTA: { make: (context, call) => removeQuotaOf(context, call.text('remove_quota', 'role')) },
  TEARDOWN: { make: (context, call) => tearDown(context, call.id('teardown', 'framework_id')) },
  RESERVE_RESOURCES: { make: operateByCall, status: 202 },
  UNRESERVE_RESOURCES: { make: operateByCall, status: 202 },
  CREATE_VOLUMES: { make: operateByCall, status: 202 },
  DESTROY_VOLUMES: { make: operateByCall, status: 202 },
  GROW_VOLUME: { make: operateByCall, status: 202 },
  SHRINK_VOLUME: { make: operateByCall, status: 202 },
  UPDATE_MAINTENANCE_SCHEDULE: { make: updateScheduleCall },
  START_MAINTENANCE: { make: startMaintenanceCall },
  STOP_MAINTENANCE: { make: stopMaintenanceCall },
  DRAIN_AGENT: { make: drainAgent },
  DEACTIVATE_AGENT: { make: deactivateAgent },
  REACTIVATE_AGENT: { make: reactivateAgent },
  MARK_AGENT_GONE: { make: (context, call) => markAgentGone(context, call.id('mark_agent_gone', 'agent_id')) },
});

export async function operatorCall(context: MasterContext, request: Request): Promise<Response> {
  const call = await parseOperatorCall(request, 'master');
  const answer = ANSWERS.get(call.type);
  if (answer) return json({ type: call.type, ...(await answer(context, call)) });
  if (call.type === 'SUBSCRIBE') return eventStream(context, request);
  const change = CHANGES.get(call.type);
  if (change) {
    change.make(context, call);
    return empty(change.status);
  }
  throw call.unknownType();
}
