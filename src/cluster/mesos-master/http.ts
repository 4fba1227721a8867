import type { Fetch } from '../../api/http/fetch.ts';
import type { ConnectScheduler } from '../../api/mesos/scheduler.ts';
import { buildInfo } from '../libprocess/build.ts';
import { createEndpoints, empty, type Endpoint } from '../libprocess/endpoints.ts';
import { fileEndpoints, NO_FILES } from '../libprocess/files.ts';
import { loggingEndpoint } from '../libprocess/logging.ts';
import { metricsEndpoint, systemStatsEndpoint } from '../libprocess/metrics.ts';
import type { MasterContext } from './context.ts';
import { masterFlags } from './flags.ts';
import { formEndpoints } from './forms.ts';
import { maintenanceStatusJson, postSchedule, scheduleJson } from './maintenance.ts';
import { masterMetrics } from './metrics.ts';
import { operatorCall } from './operator-api.ts';
import { deleteQuota, postQuota, quotaJson } from './quota.ts';
import { rolesJson } from './roles-json.ts';
import { frameworkJson, masterStateJson, stateSummaryJson } from './state-json.ts';
import { createSchedulerHttp } from './scheduler-http.ts';
import { slavesJson } from './slaves-json.ts';
import { tasksJson } from './tasks-json.ts';
import { putWeights, weightsJson } from './weights.ts';

/** The master's HTTP API, with and without `/master` in front. */
export function createMasterHttp(context: MasterContext, connect: ConnectScheduler): Fetch {
  const { state } = context;
  const schedulerCall = createSchedulerHttp(context, connect);
  const reads: Endpoint[] = [
    { path: '/health', handle: () => empty() },
    { path: '/state', handle: () => masterStateJson(state) },
    { path: '/state-summary', handle: () => stateSummaryJson(state) },
    { path: '/slaves', handle: ({ query }) => slavesJson(state, query.get('slave_id')) },
    { path: '/frameworks', handle: ({ query }) => frameworksJson(context, query.get('framework_id')) },
    { path: '/tasks', handle: ({ query }) => tasksJson(state, query) },
    { path: '/roles', handle: () => rolesJson(state) },
    { path: '/flags', handle: () => ({ flags: masterFlags(state) }) },
    { path: '/redirect', exact: true, handle: () => redirect(`//${state.hostname}:${state.port}`) },
    { path: '/version', rootOnly: true, handle: () => buildInfo(state.version) },
  ];
  const writes: Endpoint[] = [
    {
      path: '/weights',
      methods: ['GET', 'PUT'],
      handle: ({ request }) => (request.method === 'PUT' ? putWeights(context, request) : weightsJson(state)),
    },
    {
      path: '/quota',
      methods: ['GET', 'POST', 'DELETE'],
      handle({ request, rest }) {
        if (request.method === 'GET') return quotaJson(state);
        return request.method === 'POST' ? postQuota(context, request) : deleteQuota(context, rest);
      },
    },
    {
      path: '/maintenance/schedule',
      methods: ['GET', 'POST'],
      handle: ({ request }) => (request.method === 'GET' ? scheduleJson(state) : postSchedule(context, request)),
    },
    { path: '/maintenance/status', methods: ['GET'], handle: () => maintenanceStatusJson(state) },
    { path: '/api/v1', methods: ['POST'], handle: ({ request }) => operatorCall(context, request) },
    { path: '/api/v1/scheduler', methods: ['POST'], handle: ({ request }) => schedulerCall(request) },
  ];
  const metrics = [metricsEndpoint(() => masterMetrics(context)), systemStatsEndpoint(state.machine), loggingEndpoint];
  return createEndpoints(['master'], [...reads, ...writes, ...formEndpoints(context), ...fileEndpoints(NO_FILES), ...metrics]);
}

const redirect = (location: string): Response => new Response(null, { status: 307, headers: { location } });

function frameworksJson({ state }: MasterContext, frameworkId: string | null): unknown {
  const wanted = (framework: { id: string }): boolean => frameworkId === null || framework.id === frameworkId;
  return {
    frameworks: [...state.frameworks.values()].filter(wanted).map((framework) => frameworkJson(state, framework)),
    completed_frameworks: state.completedFrameworks.filter(wanted).map((framework) => frameworkJson(state, framework)),
    unregistered_frameworks: [],
  };
}
